"""A question with each of its words marked: names, places, times, sums, laws, and the words that tell what is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from app.ask import amounts, articles, places, spelling, time
from app.ask.lexicon import BANNED, CODE, FUNCTION, LONGEST, PHRASES
from app.ask.marked import Mark, Marked
from app.ask.names import Form, Index
from app.ask.tokens import Token, clean, tokens
from app.ask.topics import is_matter

_FEW: Final = 3
_NUMBERS: Final = {
    word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}


class _Marking:
    """What is covered so far."""

    def __init__(self, text: str, index: Index, today: date) -> None:
        self.text = clean(text)
        self.tokens = tokens(self.text)
        self.words = [token.word for token in self.tokens]
        self.index = index
        self.today = today
        self.marks: dict[int, Mark] = {}
        self.covered = [False] * len(self.tokens)
        self.read_as: list[tuple[str, str]] = []

    def put(self, start: int, end: int, **means: Any) -> None:
        """Cover words with a mark."""
        written = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        self.marks[start] = Mark(start, end, written, means)
        self.covered[start:end] = [True] * (end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing covers these words."""
        return not any(self.covered[start:end])

    def between(self, start: int, end: int) -> tuple[int, int] | None:
        """The words that two offsets enclose, where they are free."""
        inside = [n for n, token in enumerate(self.tokens) if token.start >= start and token.start < end]
        if not inside or not self.free(inside[0], inside[-1] + 1):
            return None
        return inside[0], inside[-1] + 1


def mark(text: str, index: Index, today: date) -> Marked:
    """Mark all words of a question; once more where a word is a misspelled place or part of a phrase."""
    found = _marked(text, index, today)
    respelled: dict[int, str] = {}
    for one in found.having("unknown"):
        read = spelling.as_part(found.tokens[one.start].word)
        if read and read != found.tokens[one.start].word and not found.tokens[one.start].possessive:
            respelled[one.start] = read
    if not respelled:
        return found
    again = found.text
    for at in sorted(respelled, reverse=True):
        token = found.tokens[at]
        written = respelled[at].capitalize() if token.capital else respelled[at]
        again = f"{again[: token.start]}{written}{again[token.start + len(token.text) :]}"
    words = tuple((found.tokens[at].text, read) for at, read in sorted(respelled.items()))
    second = _marked(again, index, today)
    return replace(second, read_as=(*words, *second.read_as))


def _marked(text: str, index: Index, today: date) -> Marked:
    marking = _Marking(text, index, today)
    _numbers_of_articles(marking)
    _events(marking)
    _names(marking)
    _values(marking)
    _places(marking)
    _phrases(marking)
    _rest(marking)
    _misspelled(marking)
    _local(marking)
    _ordinary_words(marking)
    marks = [marking.marks[at] for at in sorted(marking.marks)]
    return Marked(marking.text, marking.tokens, marks, tuple(marking.read_as))


def _numbers_of_articles(marking: _Marking) -> None:
    for start, end, numbers in articles.find(marking.text):
        span = marking.between(start, end)
        if span is not None:
            marking.put(*span, article=numbers)


def _events(marking: _Marking) -> None:
    for found in time.events(marking.text, marking.today):
        span = marking.between(found.start, found.end)
        if span is not None:
            marking.put(*span, time=found)


def _names(marking: _Marking) -> None:
    at = 0
    while at < len(marking.tokens):
        found = _name_at(marking, at)
        if found is None:
            at += 1
            continue
        size, ids = found
        marking.put(at, at + size, name=ids)
        at += size


def _name_at(marking: _Marking, at: int) -> tuple[int, tuple[str, ...]] | None:
    for size in range(min(marking.index.longest, len(marking.tokens) - at), 0, -1):
        if not marking.free(at, at + size):
            continue
        form = tuple(marking.words[at : at + size])
        for spelled in _spellings(form, possessive=marking.tokens[at + size - 1].possessive):
            ids = marking.index.ids(spelled)
            if ids and spelled not in PHRASES and (size > 1 or _may_name(marking.tokens[at], spelled[0])):
                return size, ids
    return None


def _spellings(form: Form, *, possessive: bool) -> Iterator[Form]:
    yield form
    if possessive:
        yield (*form[:-1], form[-1] + "s")
    elif form[-1].endswith("s") and len(form[-1]) > 4:
        # A possessive without its apostrophe.
        yield (*form[:-1], form[-1][:-1])


def _tells_a_matter(token: Token) -> bool:
    """Whether it says whose data or rights it is about, "children's", which is nobody's name."""
    return token.possessive and not token.capital and is_matter(token.word)


def _may_name(token: Token, word: str) -> bool:
    """Whether one word alone can be a name: short ones and words of questions only as written in capitals."""
    if _tells_a_matter(token):
        return False
    if (word,) in PHRASES or word in FUNCTION or word in BANNED or places.at([word], 0):
        return token.text.isupper() and len(word) > 1 and (word,) not in PHRASES and not places.at([word], 0)
    return len(word) > 2 or token.text.isupper()


def _values(marking: _Marking) -> None:
    bound = amounts.find(marking.text)
    if bound is not None:
        span = marking.between(bound.start, bound.end)
        if span is not None:
            marking.put(*span, amount=bound)
    for start, end in amounts.named(marking.text):
        if (span := marking.between(start, end)) is not None:
            marking.put(*span, function="currency")
    for found in time.find(marking.text, marking.today):
        span = marking.between(found.start, found.end)
        if span is not None:
            marking.put(*span, time=found)


def _places(marking: _Marking) -> None:
    for at, token in enumerate(marking.tokens):
        if marking.covered[at]:
            continue
        found = places.at(marking.words, at)
        if found is None or (token.word == "us" and not token.text.isupper()):
            continue
        called, codes, size = found
        if marking.free(at, at + size):
            marking.put(at, at + size, place=codes, called=called)


def _phrases(marking: _Marking) -> None:
    at = 0
    while at < len(marking.tokens):
        size = next(
            (
                size
                for size in range(min(LONGEST, len(marking.tokens) - at), 0, -1)
                if marking.free(at, at + size) and tuple(marking.words[at : at + size]) in PHRASES
            ),
            0,
        )
        if size:
            marking.put(at, at + size, **PHRASES[tuple(marking.words[at : at + size])])
        at += size or 1


def _rest(marking: _Marking) -> None:
    for at, token in enumerate(marking.tokens):
        if marking.covered[at]:
            continue
        if token.word in BANNED or (token.word in CODE and token.text.isupper()):
            marking.put(at, at + 1, banned=token.word)
        elif token.word in FUNCTION:
            marking.put(at, at + 1, function=token.word)
        elif token.word.isdigit() or token.word in _NUMBERS:
            marking.put(at, at + 1, number=_NUMBERS.get(token.word) or int(token.word[:4]))
        else:
            marking.put(at, at + 1, unknown=token.word)


def _misspelled(marking: _Marking) -> None:
    """Give words that nothing explains the meaning of the word or name that they most resemble."""
    for at in [at for at, found in marking.marks.items() if "unknown" in found]:
        if at not in marking.marks or "unknown" not in marking.marks[at]:
            continue
        if not _as_word(marking, at):
            _as_name(marking, at)
    for at in [at for at, found in marking.marks.items() if "unknown" in found]:
        if at in marking.marks and "unknown" in marking.marks[at]:
            _as_part(marking, at)


def _ordinary_words(marking: _Marking) -> None:
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


def _local(marking: _Marking) -> None:
    """Take a place and a branch in the name of few for that name: "the Lisbon council"."""
    for at in [at for at, found in marking.marks.items() if "place" in found and found.end == at + 1]:
        beside = marking.marks.get(at + 1)
        if beside is None or "sector" not in beside or beside.end != at + 2:
            continue
        ids = marking.index.containing((marking.words[at], marking.words[at + 1]))
        if 0 < len(ids) <= _FEW:
            marking.marks.pop(at + 1)
            marking.put(at, at + 2, name=ids, guessed=f"{marking.words[at]} {marking.words[at + 1]}")


def _as_word(marking: _Marking, at: int) -> bool:
    if marking.tokens[at].capital and at > 0:
        return False
    found = spelling.as_word(marking.words[at])
    if found is None:
        return False
    marking.marks[at] = replace(marking.marks[at], means=dict(PHRASES[found,]))
    marking.read_as.append((marking.tokens[at].text, found))
    return True


def _as_part(marking: _Marking, at: int) -> None:
    """Take words that stand together in the name of few for that name: "police board"."""
    end = at + 1
    while end < len(marking.tokens) and "unknown" in marking.marks.get(end, Mark(0, 0, "")):
        end += 1
    branch = "sector" in marking.marks.get(at - 1, Mark(0, 0, ""))
    if end - at < 2 and not branch and not (marking.tokens[at].capital and at > 0):
        return
    if any(_tells_a_matter(token) for token in marking.tokens[at:end]):
        return
    if branch and marking.index.containing(tuple(marking.words[at - 1 : end])):
        at -= 1
    ids = marking.index.containing(tuple(marking.words[at:end]))
    if 0 < len(ids) <= _FEW:
        for inside in range(at, end):
            marking.marks.pop(inside)
        marking.put(at, end, name=ids, guessed=" ".join(marking.words[at:end]))


def _as_name(marking: _Marking, at: int) -> None:
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


def _open(marking: _Marking, start: int, end: int) -> bool:
    """Whether these words are whole marks that can be part of a misspelled name."""
    edges = (marking.marks.get(start), next((m for m in marking.marks.values() if m.end == end), None))
    if any(edge is None or not edge.means.keys() & {"unknown", "place"} for edge in edges):
        return False
    if any(_tells_a_matter(token) for token in marking.tokens[start:end]):
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
