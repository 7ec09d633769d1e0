"""Who is meant: coreference of the simple kinds that news uses, and the parties that a document is about."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from seed.extract import lexicon
from seed.extract.gazetteer import Entry, Gazetteer
from seed.extract.mentions import AUTHORITY, PARTY, Mention
from seed.extract.places import within
from seed.extract.pronouns import is_other, subject_above
from seed.extract.reader import Text
from seed.extract.syntax import Word
from seed.extract.tokens import slug

_REACH: Final = 8
_NEAR: Final = 2
_HEAD: Final = 2
_TOPIC: Final = 0.9
_LEADS: Final = 0.3
"""Sentences that say what a text is about; what that is worth to "the company", and to whoever else is meant."""
_FIRMS: Final = frozenset({"company", "platform", "public_body"})
_WALK: Final = 300
"""Mentions that a search goes back at most: time stays linear where nobody of the wanted kind was ever named."""
_GENERIC: Final = frozenset(
    "agency company firm group bank giant corporation app platform service chain retailer airline network".split()
)
"""Nouns that add nothing to the name before them: "the Equifax credit reporting agency"."""
_BODIES: Final = frozenset("chamber officials authorities panel inspectors supervisors".split())
"""Parts of an authority that a place stands before: "Belgium's Litigation Chamber"."""
_QUANTITIES: Final = frozenset(
    "group number dozens hundreds thousands millions scores pair state commonwealth".split()
)
"""Words whose "of" says who is meant."""
_OPENING: Final = 4
_PRONOUNS: Final = frozenset("it they he she them him her its his their we our".split())
_PERSON: Final = frozenset({"person"})
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


@dataclass
class Discourse:
    """All entity mentions of a document in order, with lookups for what is not said outright."""

    text: Text
    gazetteer: Gazetteer
    mentions: list[tuple[int, Mention]]
    counts: Counter[str]
    offices: dict[str, Actor] = field(default_factory=dict[str, Actor])
    plaintiff: Actor | None = None
    acts: dict[str, Actor] = field(default_factory=dict[str, Actor])

    @cached_property
    def topic(self) -> str | None:
        """The firm that the head of the text is about: the first one that it names."""
        return next(
            (
                m.id
                for reading in self.text.readings[:_HEAD]
                for m in reading.mentions
                if m.sort == "entity" and m.id and m.kinds & _FIRMS
            ),
            None,
        )

    def actor(
        self, mention: Mention, sentence: int, *, text: str | None = None, explicit: bool = True
    ) -> Actor:
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
                return self._pronoun(word, kinds, sentence)
            if word.lower in _QUANTITIES:
                return self._counted(word, kinds, sentence)
            if word.lower in _BODIES and kinds & AUTHORITY:
                seat = next(
                    (c.mention for c in word.child("poss", "amod", "compound", "nmod") if c.mention), None
                )
                if seat is not None and seat.sort == "place":
                    return self.metonym(seat, sentence)
                return self._counted(word, kinds, sentence)
            mention = next(
                (
                    c.mention
                    for c in word.child("compound")
                    if c.mention is not None and c.mention.sort == "entity"
                ),
                None,
            )
            if mention is None or word.lower not in _GENERIC:
                return None
        if mention.sort == "place":
            return self.metonym(mention, sentence) if kinds & AUTHORITY else None
        office = self.office(mention, sentence) if "person" in mention.kinds and kinds & AUTHORITY else None
        if office is not None:
            return replace(office, text=mention.text, sentence=sentence, token=mention.first)
        return self.named(mention, kinds, sentence)

    def _counted(self, word: Word, kinds: frozenset[str], sentence: int) -> Actor | None:
        """The group of "a group of parents" and the authority of "the state of Arizona"."""
        for preposition in word.child("prep"):
            for inner in preposition.child("pobj"):
                mention = inner.mention
                if preposition.lower == "of" and mention is not None:
                    if mention.sort == "place":
                        return self.metonym(mention, sentence) if kinds & AUTHORITY else None
                    if "group" in mention.kinds or (word.lower in _BODIES and mention.kinds == AUTHORITY):
                        return self.named(mention, kinds, sentence)
        return None

    def office(self, mention: Mention, sentence: int) -> Actor | None:
        """The authority for which a person acts: named right before ("Attorney General Ken Paxton") or known by now."""
        reading = self.text.readings[sentence]
        before = reading.at(mention.first - 1) if mention.first else None
        if before is not None and before.id and before.kinds == AUTHORITY:
            return self.actor(before, sentence)
        return self.offices.get(mention.id or "")

    def _pronoun(self, word: Word, kinds: frozenset[str], sentence: int) -> Actor | None:
        """The party that a pronoun goes back to: the subject of the clause above, else the likeliest one before."""
        above = subject_above(word)
        if above is not None and is_other(word, above):
            above = None
        if above is not None and above.mention is not None and word.lower not in _PERSONAL:
            found = self.named(above.mention, kinds, sentence) if above.mention.sort != "place" else None
            return replace(found, text=word.text, explicit=False) if found else None
        person = word.lower in _PERSONAL
        thing = word.lower in {"it", "its"}
        found = self.before(PARTY, sentence, word.token, person=person, thing=thing, text=word.text)
        if found is None or found.may_be(kinds):
            return found
        other = self.before(kinds, sentence, word.token, person=person, thing=thing, text=word.text)
        return other if other is not None and sentence - other.sentence <= _NEAR else None

    def named(self, mention: Mention, kinds: frozenset[str], sentence: int) -> Actor | None:
        """The actor of a name or of a resolved nominal; a group is whoever stands against a company."""
        if "group" in mention.kinds:
            if "group" not in kinds:
                return None
            return Actor(
                "plaintiffs",
                "class action plaintiffs",
                frozenset({"group"}),
                False,
                mention.text,
                None,
                sentence,
                mention.first,
                True,
            )
        return (
            self.actor(mention, sentence, explicit=mention.sort == "entity")
            if mention.id and mention.may_be(kinds)
            else None
        )

    def metonym(self, mention: Mention, sentence: int) -> Actor | None:
        """The authority that a place stands for: "Turkey fines …", "Alberta and Quebec directed …"."""
        entry = self.gazetteer.authority_of(mention.place or "")
        if entry is None and (mention.place or "").startswith("US-") and mention.name == "name":
            name = f"{mention.text} Attorney General"
            return Actor(
                slug(name), name, AUTHORITY, False, mention.text, mention.place, sentence, mention.first, True
            )
        if entry is None or mention.name == "seat" or mention.place == "EU":
            return None
        return Actor(
            entry.id, entry.name, AUTHORITY, True, mention.text, entry.country, sentence, mention.first, True
        )

    def authority_at(self, place: str | None) -> Entry | None:
        """The data protection authority of a place, or of the country that it lies in."""
        return self.gazetteer.authority_of(place or "") or self.gazetteer.authority_of((place or "")[:2])

    def before(  # noqa: PLR0913 - what narrows the search
        self, kinds: frozenset[str], sentence: int, token: int, *, place: str | None = None, person: bool = False,
        thing: bool = False,
        text: str | None = None, heads: frozenset[str] = frozenset(),
    ) -> Actor | None:  # fmt: skip
        """The likeliest earlier mention: recent, leading its sentence, often named, of the right place."""
        best: tuple[float, Mention, int] | None = None
        last = self._until(sentence)
        for at in range(last - 1, max(last - _WALK, 0) - 1, -1):
            index, mention = self.mentions[at]
            if index == sentence and mention.first >= token:
                continue
            if sentence - index > _REACH and best is not None:
                break
            if (
                not mention.may_be(kinds)
                or (thing and mention.kinds == _PERSON)
                or (person and "regulator" not in mention.kinds and "person" not in mention.kinds)
            ):
                continue
            score = self._score(mention, sentence - index, place, heads)
            if best is None or score > best[0]:
                best = (score, mention, index)
        return self.actor(best[1], best[2], text=text, explicit=False) if best else None

    def _until(self, sentence: int) -> int:
        """How many mentions stand in a sentence or before it."""
        return bisect_right(self.mentions, sentence, key=lambda pair: pair[0])

    def _score(self, mention: Mention, distance: int, place: str | None, heads: frozenset[str]) -> float:
        score = -1.0 * distance + 0.12 * min(self.counts[mention.id or ""], 6) + 0.4 * mention.known
        score += (_TOPIC if heads else _LEADS) * (mention.id == self.topic) + 0.3 * (
            mention.first <= _OPENING
        )
        if place and mention.place:
            score += 2.0 if within(mention.place, place) or within(place, mention.place) else -2.0
        names = {word.lower() for word in mention.text.split()}
        if heads & names & (lexicon.COMPANY_HEADS | lexicon.PUBLIC_HEADS):
            score += 2.0
        if heads & lexicon.PLATFORM_HEADS and "platform" in mention.kinds:
            score += 0.5
        if heads & {"company", "firm", "business"} and mention.kinds == frozenset({"public_body"}):
            score -= 2.0
        if (
            heads & {"company", "firm", "business"}
            and "ngo" in mention.kinds
            and "platform" not in mention.kinds
        ):
            score -= 1.5
        return score

    def after(
        self, kinds: frozenset[str], sentence: int, token: int, *, text: str | None = None, reach: int = 3
    ) -> Actor | None:
        """The next mention of these kinds, at most a few sentences on: the lead often names nobody."""
        for at in range(self._until(sentence - 1), len(self.mentions)):
            index, mention = self.mentions[at]
            if index > sentence + reach:
                return None
            if (index, mention.first) > (sentence, token) and mention.may_be(kinds):
                return self.actor(mention, index, text=text, explicit=False)
        return None

    def nearest(
        self, kinds: frozenset[str], sentence: int, token: int, exclude: frozenset[str] = frozenset()
    ) -> Actor | None:
        """The mention of these kinds that is closest to a token within its sentence; nominals count."""
        reading = self.text.readings[sentence]
        found = [
            m
            for m in reading.mentions
            if m.sort in {"entity", "nominal"} and m.may_be(kinds) and "group" not in m.kinds
        ]
        for mention in sorted(found, key=lambda m: min(abs(m.first - token), abs(m.last - token))):
            actor = self.named(mention, kinds, sentence)
            if actor is not None and actor.id not in exclude:
                return actor
        return None
