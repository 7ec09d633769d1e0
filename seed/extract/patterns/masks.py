"""Masked sentences: mentions as signs, so that patterns can be written over what they are instead of what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from seed.extract.candidates.candidate import Scene
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.mentions.mention import Mention

ORG: Final = r"<[RCNBTUrcn]\d+>"
PERSON: Final = r"<[PU]\d+>"
FIRM: Final = r"<[CU]\d+>"
_SIGN: Final = re.compile(r"<[A-Za-z](\d+)>")
_LETTERS: Final = (
    ("regulator", "R"),
    ("company", "C"),
    ("platform", "C"),
    ("court", "T"),
    ("public_body", "B"),
    ("ngo", "N"),
    ("media", "C"),
)


@dataclass(frozen=True, slots=True)
class Mask:
    """The masked words joined by spaces; ``mention`` gives back what a sign stands for."""

    text: str
    mentions: tuple[Mention, ...]
    scene: Scene
    tokens: tuple[int, ...] = ()

    def token(self, at: int) -> int:
        """The token of the sentence at an offset of the mask."""
        return self.tokens[self.text.count(" ", 0, at)]

    def mention(self, sign: str) -> Mention:
        """The mention behind a sign such as ``<R3>``."""
        match = _SIGN.search(sign)
        return self.mentions[int(match[1])] if match else self.mentions[0]

    def all(self, signs: str) -> list[Mention]:
        """The mentions behind all signs in a piece of the mask."""
        return [self.mentions[int(m[1])] for m in _SIGN.finditer(signs)]

    def actor(self, mention: Mention, kinds: frozenset[str]) -> Actor | None:
        """The actor that a mention means, if it can be of these kinds."""
        return self.scene.discourse.named(mention, kinds, self.scene.index)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches in the masked text."""
        return pattern.finditer(self.text)


def mask(scene: Scene) -> Mask:
    """The mask of a sentence: words in lower case, one sign for each mention."""
    reading = scene.reading
    mentions = tuple(reading.mentions)
    number = {m.first: i for i, m in enumerate(mentions)}
    words: list[str] = []
    tokens: list[int] = []
    at = 0
    while at < len(reading.tokens):
        tokens.append(at)
        if at in number:
            mention = mentions[number[at]]
            if mention.sort == "place" and reading.lower[mention.last + 1 : mention.last + 3] == [
                "-",
                "based",
            ]:
                tokens[-1:], at = [], mention.last + 3
                continue
            words.append(f"<{_letter(mention)}{number[at]}>")
            at = mention.last + 1
        else:
            words.append(reading.lower[at].replace("’", "'"))
            at += 1
    return Mask(" ".join(words), mentions, scene, tuple(tokens))


def _letter(mention: Mention) -> str:
    if mention.sort != "entity":
        if mention.sort == "nominal":
            return "r" if mention.kinds & AUTHORITY else ("g" if "group" in mention.kinds else "c")
        return {"money": "M", "date": "D", "place": "L"}[mention.sort]
    if mention.kinds == frozenset({"person"}):
        return "P"
    if len(mention.kinds) > 2:
        return "U"
    return next((letter for kind, letter in _LETTERS if kind in mention.kinds), "X")
