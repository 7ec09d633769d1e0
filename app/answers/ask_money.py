"""Sums in the currency that a question asks for, at the rate of the day of each decision."""

from app.answers.ask_rows import Result, Row
from app.ask import figures, sentence
from app.ask.understanding import Understanding
from graph.money import from_euro


def converted(asked: Understanding, result: Result) -> str:
    """A sentence that says a sum in the currency asked for, or why it is not; nothing where it is in it already."""
    value, currency = result.value, asked.currency
    if currency is None or value is None or value.kind not in {"amount", "sum"} or value.currency == currency:
        return ""
    if asked.form not in {"amount", "sum", "facts", "top"} or result.total is not None:
        return f" It is not converted into {currency}."
    rows = result.rows[:1] if asked.form == "top" else result.rows
    sums = [_in(row, currency) for row in figures.shares(rows) if row["minor"] is not None]
    known = [one for one in sums if one is not None]
    if not known:
        return f" It is not converted into {currency}: there is no rate for it."
    without = len(sums) - len(known)
    rest = f"; {without:,} more without a rate" if without else ""
    return (
        f" In {currency} that is {sentence.amount(sum(known), currency)}, at the European Central Bank's rate "
        f"of the day of {'the' if len(known) == 1 else 'each'} decision{rest}."
    )


def _in(row: Row, currency: str) -> int | None:
    if row["currency"] == currency:
        return int(row["minor"])
    if row["eur_minor"] is None or not row["date"]:
        return None
    return from_euro(row["eur_minor"], currency, row["date"])
