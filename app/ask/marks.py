"""A question with each of its words marked: names, places, times, sums, laws, and the words that tell what is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from app.ask import amounts, articles, places, spelling, time
from app.ask.guesses import local, misspelled, ordinary_words
from app.ask.lexicon import BANNED, CODE, FUNCTION, LONGEST, PHRASES
from app.ask.marked import Marked
from app.ask.marking import Marking, tells_a_matter
from app.ask.names import Form, Index
from app.ask.tokens import Token

_NUMBERS: Final = {
    word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}


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
    marking = Marking(text, index, today)
    _numbers_of_articles(marking)
    _events(marking)
    _names(marking)
    _values(marking)
    _places(marking)
    _phrases(marking)
    _rest(marking)
    misspelled(marking)
    local(marking)
    ordinary_words(marking)
    marks = [marking.marks[at] for at in sorted(marking.marks)]
    return Marked(marking.text, marking.tokens, marks, tuple(marking.read_as))


def _numbers_of_articles(marking: Marking) -> None:
    for start, end, numbers in articles.find(marking.text):
        span = marking.between(start, end)
        if span is not None:
            marking.put(*span, article=numbers)


def _events(marking: Marking) -> None:
    for found in time.events(marking.text, marking.today):
        span = marking.between(found.start, found.end)
        if span is not None:
            marking.put(*span, time=found)


def _names(marking: Marking) -> None:
    at = 0
    while at < len(marking.tokens):
        found = _name_at(marking, at)
        if found is None:
            at += 1
            continue
        size, ids = found
        marking.put(at, at + size, name=ids)
        at += size


def _name_at(marking: Marking, at: int) -> tuple[int, tuple[str, ...]] | None:
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


def _may_name(token: Token, word: str) -> bool:
    """Whether one word alone can be a name: short ones and words of questions only as written in capitals."""
    if tells_a_matter(token):
        return False
    if (word,) in PHRASES or word in FUNCTION or word in BANNED or places.at([word], 0):
        return token.text.isupper() and len(word) > 1 and (word,) not in PHRASES and not places.at([word], 0)
    return len(word) > 2 or token.text.isupper()


def _values(marking: Marking) -> None:
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


def _places(marking: Marking) -> None:
    for at, token in enumerate(marking.tokens):
        if marking.covered[at]:
            continue
        found = places.at(marking.words, at)
        if found is None or (token.word == "us" and not token.text.isupper()):
            continue
        called, codes, size = found
        if marking.free(at, at + size):
            marking.put(at, at + size, place=codes, called=called)


def _phrases(marking: Marking) -> None:
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


def _rest(marking: Marking) -> None:
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
