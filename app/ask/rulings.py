"""Questions about what courts decided, and questions that set two bodies beside each other."""
# ruff: noqa: E501 - tables: one row a line, however long

from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

from app.ask.marked import Marked
from app.ask.mentions import Found
from app.ask.names import Index
from app.ask.outcomes import is_court
from app.ask.relations import Told
from app.ask.roles import Part
from app.ask.understanding import CannotRead, Named, Understanding

RULINGS: Final = ("ANNULLED", "REVERSED", "UPHELD")
_DECIDE: Final = frozenset(
    "decide decides decided decision decisions rule rules ruled ruling rulings say says said hold holds held judgment judgement "
    "judgments judgements verdict conclude concluded find finds found think".split()
)
_BESIDE: Final = frozenset(
    "compare compares compared comparing comparison vs versus difference differences".split()
)


def asks_court(marked: Marked, told: Told, named: list[Named], index: Index) -> list[Named] | None:
    """The courts whose rulings are asked for, none for any court; ``None`` where it is another question."""
    words = {token.word for token in marked.tokens}
    if told.relations not in {(), ("EMPLOYS",)} or not words & _DECIDE:
        return None
    courts = [one for one in named if one.ids and {index.by_id[id_].kind for id_ in one.ids} == {"court"}]
    if courts:
        return courts
    return [] if any("court" in mark.means.get("kind", ()) for mark in marked.marks) else None


_DECISIONS: Final = frozenset({"FINED", "ORDERED", "REPRIMANDED", "FOUND_BREACH"})


def behind(
    named: list[Part], told: Told, status: tuple[str, ...], index: Index
) -> tuple[tuple[Named, ...], list[Part]]:
    """Courts that brought about a status, "suspended by the Court of Rome", and the parties without them."""
    if told.relations and not set(told.relations) & _DECISIONS:
        return (), named
    courts = [
        one
        for one in named
        if {index.by_id[id_].kind for id_ in one.named.ids} == {"court"}
        and (status or (told.relations and one.role != "subject"))
    ]
    return tuple(one.named for one in courts), [one for one in named if one not in courts]


_OTHER_SIDE: Final = {"won": "lost", "lost": "won"}


def of_authority(marked: Marked, found: Found, status: tuple[str, ...], index: Index) -> tuple[str, ...]:
    """Won and lost as of whoever was fined: where an authority won, that party lost."""
    for one in marked.having("status"):
        told = set(one.means["status"]) & _OTHER_SIDE.keys()
        if not told:
            continue
        behind_it = is_court(one.text.lower())
        near = [named for mark, named in found.mentions if (mark.start >= one.end) == behind_it]
        who = near[0] if near and behind_it else near[-1] if near else None
        if who is not None and {index.by_id[id_].kind for id_ in who.ids} == {"regulator"}:
            return tuple(_OTHER_SIDE.get(name, name) for name in status)
    return status


def of_suit(whole: Understanding, index: Index) -> Understanding:
    """The same about a suit, where it asks who won of two of whom neither is an authority: between them is no fine."""
    named = (*whole.subjects, *whole.objects, *whole.parties)
    if {"won", "lost"} & set(whole.status) and len(named) == 2 and _of_others(named, index):
        return replace(
            whole, form="facts", relations=("APPEALED",), subjects=(), objects=(), parties=named, status=()
        )
    kinds = {index.by_id[id_].kind for one in named for id_ in one.ids}
    if not {"won", "lost"} & set(whole.status) or len(named) < 2 or kinds & {"regulator", "court"}:
        return whole
    return replace(
        whole, form="facts", relations=("SUED",), subjects=(), objects=(), parties=named, status=()
    )


def _of_others(named: tuple[Named, ...], index: Index) -> bool:
    """Whether somebody who was not decided against is set beside an authority: a complainant can appeal too."""
    kinds = [{index.by_id[id_].kind for id_ in one.ids} for one in named]
    return {"regulator"} in kinds and any(one <= {"ngo", "person"} for one in kinds)


def refuse_with(marked: Marked, told: Told, found: Found) -> None:
    """Refuse "who else was fined with …?": it asks for others of the same decision, which is no condition on facts."""
    words = [token.word for token in marked.tokens]
    named = any("name" in one and "with" in words[max(0, one.start - 2) : one.start] for one in marked.marks)
    if "else" in words and told.passive and named and found.mentions:
        raise CannotRead("it asks who else was in one decision: ask for the facts of whom it names")


def refuse_beside(marked: Marked, found: Found, index: Index) -> None:
    """Refuse to compare, and lead to where two bodies stand beside each other."""
    if not {token.word for token in marked.tokens} & _BESIDE:
        return
    ids = [_first(one, index) for _, one in found.mentions]
    kinds = {index.by_id[id_].kind for id_ in ids}
    if len(ids) == 2 and len(kinds) == 1:
        address = f"/v1/compare?{urlencode({'a': ids[0], 'b': ids[1]})}"
        raise CannotRead("two bodies are compared elsewhere", f"both beside each other are at {address}")
    if len(ids) < 2:
        raise CannotRead(
            "it compares", "figures by country, year or authority are at /v1/stats?by=country,year"
        )


def _first(one: Named, index: Index) -> str:
    return max(one.carriers or one.ids, key=lambda id_: index.by_id[id_].facts)
