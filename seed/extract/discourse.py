"""Who is meant: coreference of the simple kinds that news uses, and the parties that a document is about."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from seed.extract import lexicon
from seed.extract.gazetteer import Gazetteer
from seed.extract.mentions import AUTHORITY, Mention
from seed.extract.places import within
from seed.extract.reader import Text
from seed.extract.syntax import Word

_REACH: Final = 8
_PRONOUNS: Final = frozenset("it they he she them him her its his their we our".split())
_PERSONAL: Final = frozenset("he she him her his".split())


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that takes part in a claim: its entity, and the words and place at which the claim names it."""

    id: str
    name: str
    kinds: frozenset[str]
    known: bool
    text: str
    place: str | None
    sentence: int
    token: int
    explicit: bool

    def may_be(self, kinds: frozenset[str]) -> bool:
        """Whether it can be of one of these kinds."""
        return bool(self.kinds & kinds)


@dataclass(slots=True)
class Discourse:
    """All entity mentions of a document in order, with lookups for what is not said outright."""

    text: Text
    gazetteer: Gazetteer
    mentions: list[tuple[int, Mention]]
    counts: Counter[str]

    def actor(self, mention: Mention, sentence: int, *, text: str | None = None, explicit: bool = True) -> Actor:
        """The actor that a resolved mention names."""
        return Actor(
            mention.id or "", mention.name, mention.kinds, mention.known, text or mention.text, mention.place, sentence,
            mention.first, explicit,
        )  # fmt: skip

    def who(self, word: Word, kinds: frozenset[str], sentence: int) -> Actor | None:
        """The actor that a word of a tree means, if it can be one of these kinds."""
        mention = word.mention
        if mention is None:
            if word.lower in _PRONOUNS:
                return self.before(kinds, sentence, word.token, person=word.lower in _PERSONAL, text=word.text)
            return None
        if mention.sort == "entity":
            return self.actor(mention, sentence) if mention.id and mention.may_be(kinds) else None
        if mention.sort == "place":
            return self.metonym(mention, sentence) if kinds & AUTHORITY else None
        if mention.sort == "nominal" and mention.may_be(kinds | ({"group"} if "person" in kinds else frozenset())):
            return self.nominal(mention, kinds, sentence)
        return None

    def metonym(self, mention: Mention, sentence: int) -> Actor | None:
        """The authority that a place stands for: "Turkey fines …", "British Columbia, Alberta and Quebec directed …"."""
        entry = self.gazetteer.authority_of(mention.place or "")
        if entry is None or mention.name == "seat":
            return None
        return Actor(entry.id, entry.name, AUTHORITY, True, mention.text, entry.country, sentence, mention.first, True)

    def nominal(self, mention: Mention, kinds: frozenset[str], sentence: int) -> Actor | None:
        """The entity that "the regulator" or "the company" goes back to, else forward to."""
        if "group" in mention.kinds:
            return Actor("plaintiffs", "class action plaintiffs", frozenset({"group"}), False, mention.text, None, sentence, mention.first, True)
        wanted = mention.kinds & kinds
        found = self.before(wanted, sentence, mention.first, place=mention.place, text=mention.text, heads=mention.heads)
        return found or self.after(wanted, sentence, mention.last, text=mention.text)

    def before(
        self, kinds: frozenset[str], sentence: int, token: int, *, place: str | None = None, person: bool = False,
        text: str | None = None, heads: frozenset[str] = frozenset(),
    ) -> Actor | None:  # fmt: skip
        """The likeliest earlier mention: recent, leading its sentence, often named, of the right place."""
        best: tuple[float, Mention, int] | None = None
        for index, mention in reversed(self.mentions):
            if index > sentence or (index == sentence and mention.first >= token):
                continue
            if sentence - index > _REACH and best is not None:
                break
            if not mention.may_be(kinds) or (person and "regulator" not in mention.kinds and "person" not in mention.kinds):
                continue
            score = self._score(mention, sentence - index, place, heads)
            if best is None or score > best[0]:
                best = (score, mention, index)
        return self.actor(best[1], best[2], text=text, explicit=False) if best else None

    def _score(self, mention: Mention, distance: int, place: str | None, heads: frozenset[str]) -> float:
        lead = next((m for m in self.text.readings[0].mentions if m.sort == "entity"), None)
        score = -1.0 * distance + 0.12 * min(self.counts[mention.id or ""], 6) + 0.4 * mention.known
        score += 0.3 * (lead is not None and lead.id == mention.id)
        if place and mention.place:
            score += 2.0 if within(mention.place, place) or within(place, mention.place) else -2.0
        names = {word.lower() for word in mention.text.split()}
        if heads & names & (lexicon.COMPANY_HEADS | lexicon.PUBLIC_HEADS):
            score += 2.0
        if heads & lexicon.PLATFORM_HEADS and "platform" in mention.kinds:
            score += 0.5
        if heads & {"company", "firm", "business"} and mention.kinds == {"public_body"}:
            score -= 2.0
        return score

    def after(self, kinds: frozenset[str], sentence: int, token: int, *, text: str | None = None, reach: int = 3) -> Actor | None:
        """The next mention of these kinds, at most a few sentences on: the lead often names nobody."""
        for index, mention in self.mentions:
            if index > sentence + reach:
                return None
            if (index, mention.first) > (sentence, token) and mention.may_be(kinds):
                return self.actor(mention, index, text=text, explicit=False)
        return None

    def nearest(self, kinds: frozenset[str], sentence: int, token: int, exclude: frozenset[str] = frozenset()) -> Actor | None:
        """The mention of these kinds that is closest to a token within its sentence; nominals count."""
        reading = self.text.readings[sentence]
        found = [m for m in reading.mentions if m.sort in {"entity", "nominal"} and m.may_be(kinds) and "group" not in m.kinds]
        for mention in sorted(found, key=lambda m: min(abs(m.first - token), abs(m.last - token))):
            actor = self.actor(mention, sentence) if mention.id else self.nominal(mention, kinds, sentence)
            if actor is not None and actor.id not in exclude:
                return actor
        return None


def discourse(text: Text, gazetteer: Gazetteer) -> Discourse:
    """The discourse of a text that has been read."""
    mentions = [(i, m) for i, reading in enumerate(text.readings) for m in reading.mentions if m.sort == "entity" and m.id and "law" not in m.kinds]
    return Discourse(text, gazetteer, mentions, Counter(m.id or "" for _, m in mentions))
