"""Text to understanding: the marks of a question put together."""

from dataclasses import replace
from datetime import date
from typing import Final, TypedDict

from app.ask import (
    abouts,
    amounts,
    articles,
    comparing,
    forms,
    guards,
    leftovers,
    mentions,
    negation,
    relations,
    rulings,
)
from app.ask.marked import Mark, Marked
from app.ask.marks import mark
from app.ask.mentions import Found
from app.ask.names import Index
from app.ask.relations import Told
from app.ask.roles import Part, Role
from app.ask.status import status_of
from app.ask.time import Time
from app.ask.topics import before_noun, sectors, unchecked
from app.ask.understanding import CannotRead, Form, Named, Side, Understanding
from graph.vocabulary import RELATIONS

_TARGETS: Final = ("company", "public_body", "person", "platform", "ngo")
_ALL: Final = 99
_STATES: Final = frozenset({"stands", "fallen", "final", "under_appeal", "unpaid", "paid"})
_HEADS: Final = frozenset(
    "head heads headed lead leads led leader run runs boss chief charge chairs chaired in-charge".split()
)


def read(question: str, index: Index, today: date) -> Understanding:
    """Read a question; raises ``CannotRead``."""
    marked = mark(question, index, today)
    if not marked.tokens:
        raise CannotRead("there are no words in it")
    found = mentions.find(marked, index)
    rulings.refuse_beside(marked, found, index)
    form = forms.form(marked)
    told = relations.told(marked, how_much=form in {"amount", "sum"})
    _refuse(marked, told, form, index)
    rulings.refuse_with(marked, told, found)
    form, currency = _in_currency(marked, form)
    never, unlike = negation.denied(marked, form)
    excluded = _excluded(marked, found)
    named, about = abouts.sort(marked, told, found, index)
    status, left = status_of(marked, told)
    courts, named = rulings.behind(named, told, status, index)
    form = "left" if left and form in {"amount", "facts", "sum"} else form
    whole_form = forms.final_form(form, marked, told)
    unknown, topics, ignored = leftovers.unexplained(marked, told, found, compares=whole_form == "compare")
    times, valid_on = _times(marked, status, form)
    asked, asked_kinds = _asked(marked, told, named)
    whole = Understanding(
        question=question,
        form=whole_form,
        measure=form,
        relations=told.relations,
        **_by_role(named),
        excluded=excluded,
        about=about,
        unknown=unknown,
        never=never,
        unlike=unlike,
        currency=currency,
        every=_all_of(marked, form),
        together=_together(marked, told, named),
        asked=asked,
        asked_kinds=asked_kinds,
        times=times,
        valid_on=valid_on,
        status=rulings.of_authority(marked, found, status, index),
        courts=courts,
        topics=topics,
        ignored=(*ignored, *unchecked(marked)),
        first_of=forms.first_of(marked, form),
    )
    negation.refuse_until(marked, whole, index)
    if form in {"facts", "why", "verdict"}:
        whole = _of_courts(whole, marked, told, [part.named for part in named], index)
    return _bounded(rulings.of_suit(whole, index), marked, told, found)


def _in_currency(marked: Marked, form: Form) -> tuple[Form, str | None]:
    """The currency that is asked for; of the largest in it the sum is wanted."""
    currency = amounts.wanted(marked.text)
    return "amount" if form == "facts" and currency and marked.having("superlative") else form, currency


class _Parties(TypedDict):
    subjects: tuple[Named, ...]
    objects: tuple[Named, ...]
    parties: tuple[Named, ...]


def _by_role(named: list[Part]) -> _Parties:
    def of(role: Role) -> tuple[Named, ...]:
        return tuple(part.named for part in named if part.role == role)

    return {"subjects": of("subject"), "objects": of("object"), "parties": of("either")}


def _of_courts(
    whole: Understanding, marked: Marked, told: Told, named: list[Named], index: Index
) -> Understanding:
    """The same about what courts decided, where that is asked."""
    courts = rulings.asks_court(marked, told, named, index)
    if courts is None:
        return whole
    return replace(
        whole,
        form="rulings",
        relations=rulings.RULINGS,
        subjects=tuple(courts),
        objects=(),
        parties=tuple(one for one in named if one not in courts),
    )


def _together(marked: Marked, told: Told, named: list[Part]) -> bool:
    """Whether decisions of several authorities are asked for; sums that are put together are none."""
    if "INVESTIGATED_JOINTLY_WITH" in told.relations:
        return False
    acting = sum(part.role == "subject" for part in named)
    return any(
        acting > 1 or one.text.lower() not in {"together", "along with", "alongside"}
        for one in marked.having("together")
    )


def _bounded(asked: Understanding, marked: Marked, told: Told, found: Found) -> Understanding:
    """The same with the places, laws and sums that bound it."""
    whole = replace(
        asked,
        office=found.office,
        roles=_roles(told),
        top=forms.top(marked, asked.measure),
        what=marked.word(0) == "what" or (told.relations == relations.MONEY and asked.measure == "facts"),
        target_kinds=_target_kinds(marked, told),
        limit=_limit(marked),
        read_as=marked.read_as,
        places=tuple(found.places),
        target_places=tuple(found.target_places),
        bound=next((one.means["amount"] for one in marked.having("amount")), None),
        laws=tuple(found.laws),
        **articles.wanted(marked),
        sectors=sectors(marked) if _of_targets(told) else (),
        larger=not any(token.word in {"smaller", "lower", "less"} for token in marked.tokens),
        repeated=next((int(one.means["repeated"][0]) for one in marked.having("repeated")), 0),
        rank=next((int(one.means["ordinal"][0]) for one in marked.having("ordinal")), 1),
        by_sum=any("sum" in one.means["most"] for one in marked.having("most")),
        alternatives=tuple(dict.fromkeys(found.alternatives)),
    )
    guards.refuse_two_targets(marked, whole)
    return whole


def _refuse(marked: Marked, told: Told, form: Form, index: Index) -> None:
    comparing.refuse(marked, form)
    guards.refuse(marked, form, index)
    banned = marked.having("banned")
    if banned:
        raise CannotRead(f"{banned[0].text!r} asks for something that facts cannot answer")
    first = marked.marks[0]
    following = marked.marks[1] if len(marked.marks) > 1 else None
    named = following is not None and "verb" in following and "noun" not in following
    if told.noun and first in before_noun(marked, told.mark):
        return
    if "unknown" in first and not (first.text[0].isupper() and (named or marked.tokens[0].possessive)):
        raise CannotRead(f"{first.text!r} opens no form of question that is known")


def _limit(marked: Marked) -> int | None:
    orders = marked.having("superlative")
    if not orders and not marked.having("most"):
        return None
    if len(orders) == 1 and forms.orders_all(orders[0].text.lower()):
        return _ALL
    if (
        len(orders) > 1
        and marked.word(orders[0].start - 1) == "from"
        and marked.word(orders[1].start - 1) == "to"
    ):
        return _ALL  # "from the largest to the smallest"
    return next((one.means["number"] for one in marked.having("number") if one.means["number"] < 100), None)


def _all_of(marked: Marked, form: Form) -> bool:
    words = {token.word for token in marked.tokens}
    return "both" in words or guards.chained(marked) or (form == "verdict" and "and" in words)


def _excluded(marked: Marked, found: Found) -> tuple[Named, ...]:
    """Take out the names that an "apart from" leaves out."""
    out: list[tuple[Mark, Named]] = []
    for one in marked.having("except"):
        out += [m for m in found.mentions if one.end <= m[0].start <= one.end + 1]
    found.mentions[:] = [m for m in found.mentions if m not in out]
    return tuple(named for _, named in out)


def _times(marked: Marked, status: tuple[str, ...], form: Form) -> tuple[tuple[Time, ...], str | None]:
    """Times that bound the day of a decision, and the day on which something is asked to stand."""
    bounds: list[Time] = []
    valid_on: str | None = None
    for one in marked.having("time"):
        found: Time = one.means["time"]
        if found.day is not None and (_STATES & set(status)) and form != "date":
            valid_on = found.day
        else:
            bounds.append(found)
    first = max((one.day_from for one in bounds if one.day_from), default="")
    last = min((one.day_to for one in bounds if one.day_to), default="9999")
    if first > last:
        raise CannotRead("no day lies in all the times that it names: ask for each of them")
    return tuple(bounds), valid_on


def _asked(marked: Marked, told: Told, named: list[Part]) -> tuple[Side, tuple[str, ...]]:
    """What is asked for: whoever acted, whoever was acted on, or decisions."""
    for at, one in enumerate(marked.marks):
        if "ask" not in one or not set(one.means["ask"]) & {"who", "how_many", "list"}:
            continue
        for following in marked.marks[at + 1 : at + 4]:
            if "kind" in following or ("office" in following and "verb" not in following):
                side, kinds = _side(following.means.get("kind", ("regulator",)))
                if side != "decision" or not marked.having("most"):
                    return side, kinds
            if following.means.keys() & {"verb", "noun", "name"}:
                break
    words = {token.word for token in marked.tokens}
    if {"both", "who"} <= words:
        # "Who was fined by both …" wants those who were fined by each.
        return "object" if any(part.role == "subject" for part in named) else "subject", ()
    return forms.most_of(marked, told) if marked.having("most") else "decision", ()


def _side(kinds: tuple[str, ...]) -> tuple[Side, tuple[str, ...]]:
    if "regulator" in kinds or "court" in kinds:
        return "subject", kinds
    if "country" in kinds:
        return "country", kinds
    if "decision" in kinds:
        return "decision", ()
    return "object", tuple(kind for kind in kinds if kind in _TARGETS)


def _of_targets(told: Told) -> bool:
    """Whether a branch bounds whom something was decided against: who was scraped or owned is another question."""
    return not told.relations or all(RELATIONS[name].topic == "decision" for name in told.relations)


def _target_kinds(marked: Marked, told: Told) -> tuple[str, ...]:
    """Kinds of party that bound the targets; who is asked for on the acting side is no target."""
    if told.relations[:1] not in {("FINED",), ("PROPOSED_FINE",), ("ORDERED",), ("REPRIMANDED",)}:
        return ()
    kinds = [
        kind
        for one in marked.having("kind")
        for kind in one.means["kind"]
        if kind in {"company", "public_body", "person", "ngo"} and "sector" not in one
    ]
    kinds = [kind for kind in kinds if not (kind == "person" and len(kinds) > 1)]
    return tuple(dict.fromkeys(kinds))


def _roles(told: Told) -> tuple[str, ...]:
    """Words of an office that the question names: president, founder, chief executive."""
    if told.relations != ("EMPLOYS",) or told.mark is None:
        return ()
    text = told.mark.text.lower()
    if any(word in _HEADS for word in text.split()):
        return ("head",)
    if text.startswith(("work", "employ", "staff")):
        return ()
    return (text,)
