"""Words that nothing explains, taken for the word, the name or the part of a name that they resemble."""

from dataclasses import replace
from typing import Final

from app.ask import spelling
from app.ask.lexicon import PHRASES
from app.ask.marked import Mark
from app.ask.marking import Marking, tells_a_matter

_FEW: Final = 3


def misspelled(marking: Marking) -> None:
    """Give words that nothing explains the meaning of the word or name that they most resemble."""
    for at in [at for at, found in marking.marks.items() if "unknown" in found]:
        if at not in marking.marks or "unknown" not in marking.marks[at]:
            continue
        if not _as_word(marking, at):
            _as_name(marking, at)
    for at in [at for at, found in marking.marks.items() if "unknown" in found]:
        if at in marking.marks and "unknown" in marking.marks[at]:
            _as_part(marking, at)


def ordinary_words(marking: Marking) -> None:
    """Take back a brand in small letters that is an ordinary word: "the capital of Norway" names no Capital One.

    It is one where the writer gives other names a capital, or where nothing is said of it.
    """
    capitals = any(token.capital for token in marking.tokens[1:])
    said = any({"verb", "noun"} & found.means.keys() for found in marking.marks.values())
    for at, found in marking.marks.items():
        form = tuple(marking.words[at : found.end])
        small = "name" in found and len(form) == 1 and not marking.tokens[at].capital
        if small and form not in marking.index.forms and "guessed" not in found and (capitals or not said):
            marking.marks[at] = replace(found, means={"unknown": form[0]})


def local(marking: Marking) -> None:
    """Take a place and a branch in the name of few for that name: "the Lisbon council"."""
    for at in [at for at, found in marking.marks.items() if "place" in found and found.end == at + 1]:
        beside = marking.marks.get(at + 1)
        if beside is None or "sector" not in beside or beside.end != at + 2:
            continue
        ids = marking.index.containing((marking.words[at], marking.words[at + 1]))
        if 0 < len(ids) <= _FEW:
            marking.marks.pop(at + 1)
            marking.put(at, at + 2, name=ids, guessed=f"{marking.words[at]} {marking.words[at + 1]}")


def _as_word(marking: Marking, at: int) -> bool:
    if marking.tokens[at].capital and at > 0:
        return False
    found = spelling.as_word(marking.words[at])
    if found is None:
        return False
    marking.marks[at] = replace(marking.marks[at], means=dict(PHRASES[found,]))
    marking.read_as.append((marking.tokens[at].text, found))
    return True


def _as_part(marking: Marking, at: int) -> None:
    """Take words that stand together in the name of few for that name: "police board"."""
    end = at + 1
    while end < len(marking.tokens) and "unknown" in marking.marks.get(end, Mark(0, 0, "")):
        end += 1
    branch = "sector" in marking.marks.get(at - 1, Mark(0, 0, ""))
    if end - at < 2 and not branch and not (marking.tokens[at].capital and at > 0):
        return
    if any(tells_a_matter(token) for token in marking.tokens[at:end]):
        return
    if branch and marking.index.containing(tuple(marking.words[at - 1 : end])):
        at -= 1
    ids = marking.index.containing(tuple(marking.words[at:end]))
    if 0 < len(ids) <= _FEW:
        for inside in range(at, end):
            marking.marks.pop(inside)
        marking.put(at, end, name=ids, guessed=" ".join(marking.words[at:end]))


def _as_name(marking: Marking, at: int) -> None:
    if not marking.tokens[at].capital and not any(
        {"verb", "noun"} & found.means.keys() for found in marking.marks.values()
    ):
        # A word in small letters is taken for a misspelled name only where something is said of it.
        return
    spans = [(at - 2, at + 1), (at - 1, at + 2), (at, at + 3), (at - 1, at + 1), (at, at + 2), (at, at + 1)]
    for start, end in spans:
        if start < 0 or end > len(marking.tokens) or not _open(marking, start, end):
            continue
        form = marking.index.closest(tuple(marking.words[start:end]))
        if form is not None:
            for inside in range(start, end):
                marking.marks.pop(inside, None)
            marking.put(start, end, name=marking.index.ids(form), guessed=" ".join(form))
            return


def _open(marking: Marking, start: int, end: int) -> bool:
    """Whether these words are whole marks that can be part of a misspelled name."""
    edges = (marking.marks.get(start), next((m for m in marking.marks.values() if m.end == end), None))
    if any(edge is None or not edge.means.keys() & {"unknown", "place"} for edge in edges):
        return False
    if any(tells_a_matter(token) for token in marking.tokens[start:end]):
        return False
    at = start
    while at < end:
        found = marking.marks.get(at)
        if (
            found is None
            or found.end > end
            or not found.means.keys() & {"unknown", "place", "function", "kind"}
        ):
            return False
        at = found.end
    return True
