"""The parser behind an own interface: a sentence in, words with heads and roles out.

Mentions are handed to it as one plain word each ("Google", "money", "Monday"), so that an unusual name or a long sum
does not confuse it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from seed.extract.lexicon import frames, inflection
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.unknown_names import title_case
from seed.extract.syntax.asides import asides
from seed.extract.syntax.repairs import repair
from seed.extract.text.pipeline import warm

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH: Final = 64
_LOCK: Final = Lock()
"""The memory of the parser is one for all threads."""
_LONGEST: Final = 60
"""Characters of a word; what is longer is no word that the parser knows."""
_KEPT: Final[set[str]] = set()
_MOST_KEPT: Final = 20_000
_LONGEST_KEPT: Final = 16
"""Words in lower case that the parser keeps in memory: how many, and of how many characters at most."""
_VERBS: Final = inflection.table(frames.lemmas())
_POS: Final = {
    tag: pos
    for pos, tags in (
        ("VERB", "VB VBD VBG VBN VBP VBZ MD"), ("NOUN", "NN NNS"), ("PROPN", "NNP NNPS"), ("ADP", "IN TO RP"),
        ("ADJ", "JJ JJR JJS"),
        ("ADV", "RB RBR RBS WRB"), ("PRON", "PRP PRP$ WP WP$ WDT EX"), ("DET", "DT PDT"), ("NUM", "CD"),
    )
    for tag in tags.split()
}  # fmt: skip
"""Parts of speech from the tags: the pipeline's own step for this costs as much as half a parse."""
_SOMEBODY: Final = "it"
"""What the parser is shown before a line that begins with a deed, and nobody who did it."""
_BARE: Final = frozenset({"hit", "cut", "set", "put"})
_PAST: Final = frozenset("brought gave took sent told found struck won made".split())
_NO_OBJECTS: Final = frozenset("by with in on at from for under over after , : . ; – — - ( )".split())
_STAND_IN: Final = {"money": "money", "date": "Monday", "place": "Britain"}


@dataclass(slots=True)
class Word:
    """A word of the parsed sentence; ``token`` is the first token of the reading that it stands for."""

    index: int
    token: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: Word | None = None
    children: list[Word] = field(default_factory=list["Word"])
    mention: Mention | None = None

    def ancestors(self) -> Iterator[Word]:
        """The heads upward, nearest first."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def child(self, *deps: str) -> list[Word]:
        """The children in one of these roles, in order."""
        return [c for c in self.children if c.dep in deps]


@dataclass(slots=True)
class Tree:
    """A parsed sentence."""

    reading: Reading
    words: list[Word]

    def distance(self, one: Word, other: Word) -> int:
        """Number of arcs between two words."""
        path = {id(one): 0}
        for n, word in enumerate(one.ancestors(), 1):
            path[id(word)] = n
        if id(other) in path:
            return path[id(other)]
        for n, word in enumerate(other.ancestors(), 1):
            if id(word) in path:
                return path[id(word)] + n
        return 99


_BEFORE_DATES: Final = frozenset(
    "in on since from by of until before after during for at between and or to the its as around".split()
)


@cache
def _pipeline() -> Language:
    nlp = warm()
    for word in ("Google", "John", "officials", *_STAND_IN.values()):
        _ = nlp.vocab[word]
    return nlp


def parse(readings: Iterable[Reading]) -> list[Tree]:
    """Trees of readings, in order. The parser forgets the words of a call, so that memory stays bounded."""
    nlp = _pipeline()
    readings = list(readings)
    _learn(nlp, readings)
    with _LOCK, nlp.memory_zone():  # pyright: ignore[reportUnknownMemberType] - the library leaves a type open
        shown = ((reading, _starts(reading)) for reading in readings)
        pairs = ((_doc(nlp, *one), one) for one in shown)
        return [_tree(doc, *one) for doc, one in nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH)]


def _learn(nlp: Language, readings: list[Reading]) -> None:
    """Let the parser keep common words over calls: what they look like costs as much as reading them."""
    with _LOCK:
        for reading in readings:
            for token in reading.tokens:
                if len(_KEPT) >= _MOST_KEPT:
                    return
                if token.text not in _KEPT and token.text.islower() and len(token.text) <= _LONGEST_KEPT:
                    _KEPT.add(token.text)
                    _ = nlp.vocab[token.text]


def _starts(reading: Reading) -> list[int]:
    """The tokens that the parser is shown: a mention is one word, and what only says a short form is none."""
    left_out = asides(reading)
    starts: list[int] = []
    at = 0
    while at < len(reading.tokens):
        if at in left_out:
            at += 1
            continue
        mention = _whole(reading, at)
        starts.append(at)
        at = mention.last + 1 if mention else at + 1
    return starts


def _doc(nlp: Language, reading: Reading, starts: list[int]) -> Doc:
    from spacy.tokens import Doc

    lowered = title_case(reading)
    shown = [_shown(reading, at, lowered=lowered) for at in starts]
    return Doc(nlp.vocab, words=[_SOMEBODY, *shown] if lacks_subject(reading) else shown)


def lacks_subject(reading: Reading) -> bool:
    """Whether an item of a list begins with what somebody did, who stands above it: "- fined Acme €1m"."""
    first, *others = (*reading.lower, "")
    return (
        reading.sentence.kind == "item"
        and first in _VERBS
        and first not in _BARE
        and (first.endswith("ed") or first in _PAST)
        and bool(others[0])
        and others[0] not in _NO_OBJECTS
    )


def _shown(reading: Reading, at: int, *, lowered: bool) -> str:
    """A token as the parser sees it."""
    mention = _whole(reading, at)
    if mention is not None:
        return _stand_in(mention, reading.lower[at - 1] if at else "")
    text = reading.tokens[at].text
    text = text if len(text) <= _LONGEST else "x"
    text = "and" if text == "&" else text
    return text.lower() if lowered or (at == 0 and text.istitle() and len(text) > 1) else text


def _whole(reading: Reading, at: int) -> Mention | None:
    """The mention that is handed over as one word; nominals and adjectives of place stay words."""
    mention = reading.at(at)
    if (
        mention is None
        or (mention.sort == "nominal" and not _is_stranger(mention))
        or (mention.sort == "place" and mention.name == "adjective")
    ):
        return None
    return mention


def _is_stranger(mention: Mention) -> bool:
    """Whether somebody is brought in by a description with an article: "a tattoo artist" stands where a name would."""
    return mention.unnamed and mention.text.split(" ", 1)[0].lower() in {"a", "an", "one", "another"}


def _stand_in(mention: Mention, before: str) -> str:
    """A plain word that stands where a mention does, so that the parser sees what it knows."""
    if (
        mention.sort == "date"
        and mention.text[:1].islower()
        and before.isalpha()
        and before not in _BEFORE_DATES
    ):
        # "against Acme earlier this month" is no month of Acme's.
        return "yesterday"
    if mention.sort == "nominal":
        return "Google"
    if mention.sort == "entity" and mention.unnamed:
        return "officials"  # counted: "47 states sue" has a verb in the plural
    if mention.sort == "entity":
        return "John" if mention.kinds == frozenset({"person"}) else "Google"
    return _STAND_IN[mention.sort]


def _tree(doc: Doc, reading: Reading, starts: list[int]) -> Tree:
    shift = len(doc) - len(starts)
    tokens = list(doc)[shift:]
    words = [
        _word(token, at, start, reading) for at, (token, start) in enumerate(zip(tokens, starts, strict=True))
    ]
    for token, word in zip(tokens, words, strict=True):
        if token.head.i != token.i and token.head.i >= shift:
            word.head = words[token.head.i - shift]
            word.head.children.append(word)
    repair(words, _VERBS)
    return Tree(reading, words)


def _word(token: Any, at: int, start: int, reading: Reading) -> Word:
    mention = reading.at(start)
    if (
        mention is not None
        and mention.sort == "nominal"
        and start != mention.last
        and not _is_stranger(mention)
    ):
        mention = None
    text = reading.tokens[start].text
    tag = token.tag_
    pos = _POS.get(tag, "X")
    lower = token.lower_
    lemma = _lemma(lower, pos, tag)
    return Word(at, start, text, lower, lemma, pos, tag, token.dep_, mention=mention)


def _lemma(lower: str, pos: str, tag: str) -> str:
    if pos == "VERB":
        return _VERBS.get(lower, lower)
    return inflection.singular(lower) if tag.endswith("S") else lower
