"""The largest, the smallest, the first, the latest: facts in an order, and how many were looked at."""

from app.answers import ask_totals
from app.answers.ask_rows import Found, Result, empty
from app.ask import figures, sentence
from app.ask.figures import Value
from app.ask.understanding import Understanding
from graph.money import units


async def first(found: Found, asked: Understanding) -> Result:
    """The first facts in the order that is asked for."""
    by, order = asked.top or ("amount", "desc")
    rows, all_ = await ask_totals.ranked(found, asked)
    known = [
        row
        for row in rows
        if (row["minor"] is not None and row["counts"] is not False if by == "amount" else row["date"])
    ]
    if not known:
        return empty(found, asked)
    if by == "amount":
        # Sums without a rate cannot be compared; they come last.
        known.sort(
            key=lambda row: (
                row["eur_minor"] is None,
                (row["eur_minor"] or 0) * (1 if order == "asc" else -1),
                row["id"],
            )
        )
    actions = list(dict.fromkeys(row["action"] for row in known))[asked.rank - 1 :][: asked.limit or 1]
    best = [row for row in known if row["action"] in actions]
    if by == "amount":
        best = [row for row in best if asked.limit or row["minor"] == best[0]["minor"]]
    value = None
    if asked.measure == "amount" and best[0]["minor"] is not None:
        value = Value("amount", units(best[0]["minor"], best[0]["currency"]), best[0]["currency"])
    elif asked.measure == "date":
        value = Value("date", date=best[0]["date"])
    told = sentence.facts(best, found.index, valid_on=asked.valid_on)
    considered = sentence.noun(asked.relations, all_ or figures.decisions(known))
    rank = {
        "amountdesc": "largest",
        "amountasc": "smallest",
        "datedesc": "most recent",
        "dateasc": "earliest",
    }[by + order]
    place = {2: "second ", 3: "third ", 4: "fourth ", 5: "fifth "}.get(asked.rank, "")
    rank = f"{place}{rank}"
    head = (
        f"The {rank} of {considered}" if len(actions) == 1 else f"The {len(actions)} {rank} of {considered}"
    )
    return Result(f"{head}: {told}.", best, value)
