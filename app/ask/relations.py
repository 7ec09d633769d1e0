"""Which relation a question is about, and where in it that is told."""
# ruff: noqa: E501 - tables: one row a line, however long

from dataclasses import dataclass
from typing import Final

from app.ask.lexicon import BREAKS, VERBS
from app.ask.marked import Mark, Marked

MONEY: Final = ("FINED", "SETTLED_WITH")
ACTED: Final = (
    "FINED", "ORDERED", "REPRIMANDED", "FOUND_BREACH", "INVESTIGATED", "PROPOSED_FINE", "SUED", "SETTLED_WITH",
    "SENT_CEASE_AND_DESIST_TO",
)  # fmt: skip
"""What it can mean that somebody went after somebody."""
_RULINGS: Final = frozenset({"ANNULLED", "REVERSED", "UPHELD"})
_JOINED: Final = frozenset(
    " ".join(phrase) for phrase, meanings in VERBS.items() if meanings == ("INVESTIGATED_JOINTLY_WITH",)
)
"""Verbs of working together: a joint inquiry where no other act is told."""
_PAYS: Final = frozenset("pay pays paid paying payed owe owes owed".split())
_BE: Final = frozenset("is are was were be been being get got gets gotten getting".split())


@dataclass(frozen=True, slots=True)
class Told:
    """The relations, the mark of the word that tells them, whether a noun tells it, and the voice.

    ``at`` and ``inverse`` are those of the verb that places the parties: in "handed X a penalty" that is "handed".
    """

    relations: tuple[str, ...]
    mark: Mark | None = None
    noun: bool = False
    passive: bool = False
    at: int | None = None
    status: tuple[str, ...] = ()


def told(marked: Marked, *, how_much: bool) -> Told:
    """Read the relation of a question; without any, all are meant (of a sum: those that carry money)."""
    marks = [mark for mark in marked.marks if "verb" in mark or "noun" in mark]
    main = _main(marked, marks)
    if main is None:
        return _untold(marked, how_much=how_much)
    noun = _is_noun(marked, main)
    if "APPEALED" in main.means.get("verb", ()) and _decision_appealed(marked, main):
        return Told(("FINED", "ORDERED", "REPRIMANDED", "FOUND_BREACH"))
    if (
        _RULINGS & set(main.means.get("verb", ()))
        and "ANNULLED" in main.means["verb"]
        and _ruled(marked, main)
    ):
        return Told(("ANNULLED", "REVERSED"), main, at=main.start, passive=_passive(marked, main))
    name = main.means["noun" if noun and "noun" in main else "verb" if "verb" in main else "noun"][0]
    name = _changed(marked, name)
    at, passive = _placed(marked, main, noun=noun)
    names = _acted(main) if name == "ACTED" else (name,)
    return Told(names, main, noun=noun, passive=passive, at=at, status=())


def _untold(marked: Marked, *, how_much: bool) -> Told:
    """What is meant where no word tells a relation."""
    if marked.having("propose") and (how_much or marked.having("name")):
        return Told(("PROPOSED_FINE",))
    if BREAKS & {token.word for token in marked.tokens} and (
        marked.having("name") or marked.having("article")
    ):
        return Told(("FINED",))
    if any(mark.text.lower().split()[-1] in _PAYS for mark in marked.having("get")):
        return Told(MONEY)
    if _office_holder(marked):
        return Told(("EMPLOYS",))
    if {"won", "lost"} & {name for mark in marked.having("status") for name in mark.means["status"]}:
        return Told(("FINED", "ORDERED"))
    paid = any("get" in mark or "give" in mark for mark in marked.marks)
    return Told(
        MONEY
        if how_much
        else ("FINED",)
        if _stands(marked) or (paid and marked.having("superlative"))
        else ()
    )


def _acted(main: Mark) -> tuple[str, ...]:
    """What it can mean that somebody went after somebody; "did about" is also a complaint or an appeal."""
    done = main.text.lower().split()[0] in {"do", "does", "did", "done"}
    return (*ACTED, "COMPLAINED_ABOUT", "APPEALED") if done else ACTED


def _decision_appealed(marked: Marked, main: Mark) -> bool:
    """Whether it asks what became of a decision: "has the one's decision on the other been appealed?"."""
    case = any("decision" in mark.means.get("kind", ()) and mark.end <= main.start for mark in marked.marks)
    return case and _passive(marked, main) and marked.word(main.end) != "by" and "status" in main


def _office_holder(marked: Marked) -> bool:
    """Whether "who is the Information Commissioner?" asks for a person."""
    opening = marked.word(0) == "who" and marked.word(1) in {"is", "was"}
    return (
        opening
        and len(marked.having("name")) <= 1
        and all("function" in m or "name" in m or "place" in m or "kind" in m for m in marked.marks[1:])
    )


def _stands(marked: Marked) -> bool:
    """Whether a status without a relation is that of a fine; of a case it is that of whatever there is."""
    case = any("decision" in mark.means.get("kind", ()) for mark in marked.marks)
    return bool(marked.having("status")) and not case


def _main(marked: Marked, marks: list[Mark]) -> Mark | None:
    """The word that tells the relation: rather one that is no status of another, rather a fine than what became of it."""
    if not marks:
        return None
    court = _court_asked(marked)
    first = marked.marks[1] if len(marked.marks) > 1 and marked.word(0) == "who" else None
    if court or (first is not None and _RULINGS & set(first.means.get("verb", ()))):
        ruled = [mark for mark in marks if _RULINGS & set(mark.means.get("verb", ()))]
        if ruled:
            return ruled[0]
    sole = [mark for mark in marks if "status" not in mark and "superlative" not in mark]
    strong = [mark for mark in sole if not _weak(mark)] or sole
    joint = [mark for mark in marks if "INVESTIGATED_JOINTLY_WITH" in mark.means.get("noun", ())]
    verbs = [mark for mark in strong if "noun" not in mark]
    return next(iter([*joint, *verbs, *strong, *marks]))


def _weak(mark: Mark) -> bool:
    """Words that tell a relation only where nothing else does: lead, work, own, left, back."""
    return mark.text.lower() in {
        "lead", "leads", "led", "work", "works", "left", "leave", "back", "backed", "found", "run", "runs", "head", "started", "help",
        "helped", "confirm", "confirmed", "director", "staff", "judge", "judges", "exit", "exited", "chief", "set up", "finding", "findings",
        "challenge", "warning", "funded", "fund", "funds", "order", "orders", "boss", "own", "commissioner of", "lawyer", "justice",
        *_JOINED,
    }  # fmt: skip


def _court_asked(marked: Marked) -> bool:
    return any(
        "court" in mark.means.get("kind", ()) and mark.start == 1 and marked.word(0) in {"which", "what"}
        for mark in marked.marks
    )


def _ruled(marked: Marked, main: Mark) -> bool:
    """Whether a ruling itself is asked for: who, or which court, set something aside."""
    return _court_asked(marked) or (marked.word(0) == "who" and main.start == 1)


def _is_noun(marked: Marked, mark: Mark) -> bool:
    if "noun" not in mark:
        return False
    if "verb" not in mark:
        return True
    before = [marked.word(at) for at in range(mark.start)]
    if mark.text.lower().endswith(("ed", "ing")):
        return False
    # "did the ICO fine …", "to fine", but "the fine", "a fine", "biggest fine", "ICO's fine"
    near = marked.word(mark.start - 1)
    if near in {
        "the",
        "a",
        "an",
        "any",
        "this",
        "of",
        "no",
        "all",
        "which",
        "what",
        "gdpr",
        "more",
        "other",
        "such",
        "largest",
    }:
        return True
    if {"did", "does", "do", "to", "didnt", "doesnt"} & set(before):
        possessive = mark.start > 0 and marked.tokens[mark.start - 1].possessive
        given = any(("give" in m or "get" in m) for m in marked.marks if "status" not in m)
        later = any("status" in m and m.start > mark.start for m in marked.marks)
        return possessive or given or later
    return True


def _changed(marked: Marked, name: str) -> str:
    if name in {"FINED", "PROPOSED_FINE"} and any("propose" in mark for mark in marked.marks):
        return "PROPOSED_FINE"
    if name == "INVESTIGATED":
        last = marked.word(len(marked.tokens) - 1)
        first = {marked.word(0), marked.word(1)}
        if marked.having("together") or last == "with" or ("with" in first and "whom" in first):
            return "INVESTIGATED_JOINTLY_WITH"
    return name


def _placed(marked: Marked, main: Mark, *, noun: bool) -> tuple[int, bool]:
    """The place of the verb that the parties stand around, and whether it is passive."""
    helper = None
    if noun:
        helpers = [m for m in marked.marks if ("give" in m or "get" in m) and m is not main]
        helper = next((m for m in helpers if "status" not in m), helpers[0] if helpers else None)
    if helper is not None:
        be = _passive(marked, helper)
        return helper.start, be if "give" in helper else not be
    return main.start, (not noun) and _passive(marked, main)


def _passive(marked: Marked, verb: Mark) -> bool:
    words = [marked.word(at) for at in range(verb.start)]
    if marked.word(verb.end) == "by" or ({"did", "does", "do"} & set(words) and not (_BE & set(words))):
        return marked.word(verb.end) == "by"
    near = words[-6:]
    if _BE & set(near):
        return not verb.text.lower().endswith("ing")
    participle = verb.text.lower().split()[0].endswith(("ed", "en", "sued", "won"))
    by = any(marked.word(at) == "by" for at in range(len(marked.tokens)))
    return participle and by and not ({"who", "which"} & set(words[:1]))
