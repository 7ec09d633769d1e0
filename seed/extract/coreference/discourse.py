"""Who is meant: coreference of the simple kinds that news uses, and the parties that a document is about."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from seed.extract.coreference import likelihood
from seed.extract.coreference.actor import Actor, registered
from seed.extract.coreference.nouns import BODIES, FIRMS_OF, GENERIC, QUANTITIES
from seed.extract.coreference.pronouns import is_other, subject_above
from seed.extract.lexicon.kinds import AUTHORITY, PARTY
from seed.extract.lexicon.wording import is_excepted
from seed.extract.mentions.document import Text
from seed.extract.mentions.gazetteer import Entry, Gazetteer
from seed.extract.mentions.mention import Mention
from seed.extract.syntax.tree import Word
from seed.extract.text.tokens import slug

_REACH, _NEAR = 8, 2
_HEAD: Final = 2
"""Sentences that say what a text is about."""
_FIRMS: Final = frozenset({"company", "platform", "public_body"})
_WALK: Final = 300
"""Mentions that a search goes back at most: time stays linear."""
_COMPLAINS: Final = frozenset({"ngo", "person", "regulator"})
"""What whoever has complained is: it is no firm that a decision is about."""
_ATTORNEY: Final = ("state attorney general",)
_SERVICE: Final = frozenset({"platform"})
_SINGLE: Final = frozenset({"subject", "claimant"})
"""Words for one person who goes to court without a name."""
_PRONOUNS: Final = frozenset("it they he she them him her its his their".split())
_SELVES: Final = frozenset("i we us our my".split())
"""Words by which an author speaks of itself."""
_PERSON: Final = frozenset({"person"})
_PERSONAL: Final = frozenset("he she him her his".split())


@dataclass
class Discourse:
    """All entity mentions of a document in order, with lookups for what is not said outright."""

    text: Text
    gazetteer: Gazetteer
    mentions: list[tuple[int, Mention]]
    counts: Counter[str]
    offices: dict[str, Actor] = field(default_factory=dict[str, Actor])
    suits: dict[str, Actor] = field(default_factory=dict[str, Actor])
    acts: dict[str, Actor] = field(default_factory=dict[str, Actor])
    inquiries: dict[str, Actor] = field(default_factory=dict[str, Actor])
    complained: set[str] = field(default_factory=set[str])
    only_authority: Actor | None = None

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

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that the text writes with a small letter somewhere: what is among them is hardly a name."""
        return frozenset(t.text for reading in self.text.readings for t in reading.tokens if t.text.islower())

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
            if word.lower in _SELVES | _PRONOUNS | QUANTITIES | BODIES:
                return self._by_word(word, kinds, sentence)
            compounds = (c.mention for c in word.child("compound") if c.mention is not None)
            mention = next((m for m in compounds if m.sort == "entity"), None)
            if mention is None or word.lower not in GENERIC:
                return None
        if mention.kinds == _SERVICE and (maker := self._maker(word, kinds, sentence)) is not None:
            return maker
        if mention.sort == "place":
            # A country settles and sues through many bodies; it fines through one.
            broad = bool(kinds & _PERSON) and "-" not in (mention.place or "")
            return self.metonym(mention, sentence) if kinds & AUTHORITY and not broad else None
        office = self.office(mention, sentence) if "person" in mention.kinds and kinds & AUTHORITY else None
        if office is not None:
            return replace(office, text=mention.text, sentence=sentence, token=mention.first)
        return self.named(mention, kinds, sentence)

    def _maker(self, word: Word, kinds: frozenset[str], sentence: int) -> Actor | None:
        """The firm whose service a word names: "fined OpenAI's ChatGPT" is about the firm."""
        owners = (c.mention for c in word.child("poss") if c.mention is not None)
        owner = next((m for m in owners if m.sort == "entity" and "company" in m.kinds), None)
        return self.named(owner, kinds, sentence) if owner is not None else None

    def _by_word(self, word: Word, kinds: frozenset[str], sentence: int) -> Actor | None:
        """Whom a pronoun, a quantity or a part of an authority means."""
        if word.lower in _SELVES:
            return self.author(sentence, word.token, word.text) if kinds & AUTHORITY else None
        if word.lower in _PRONOUNS:
            return self._pronoun(word, kinds, sentence)
        if word.lower in BODIES and kinds & AUTHORITY:
            owners = (c.mention for c in word.child("poss", "amod", "compound", "nmod") if c.mention)
            seat = next(owners, None)
            if seat is not None and seat.sort == "place":
                return self.metonym(seat, sentence)
            if seat is not None and seat.sort == "entity" and seat.kinds == AUTHORITY:
                return self.named(seat, kinds, sentence)
        return self._counted(word, kinds, sentence)

    def author(self, sentence: int, token: int, text: str) -> Actor | None:
        """The authority whose own text this is, as the one who acts at a place of it."""
        entry = self.text.author
        if entry is None:
            return None
        return registered(entry, text, sentence, token, explicit=False)

    def _counted(self, word: Word, kinds: frozenset[str], sentence: int) -> Actor | None:
        """The group of "a group of parents" and the authority of "the state of Arizona"."""
        for preposition in word.child("prep"):
            for inner in preposition.child("pobj"):
                mention = inner.mention
                if preposition.lower == "of" and mention is not None:
                    if mention.sort == "place":
                        return self.metonym(mention, sentence) if kinds & AUTHORITY else None
                    several = word.lower in FIRMS_OF and mention.sort == "entity"
                    if (
                        several
                        or "group" in mention.kinds
                        or (word.lower in BODIES and mention.kinds == AUTHORITY)
                    ):
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
            if found is not None or kinds & AUTHORITY or above.mention.may_be(kinds):
                return replace(found, text=word.text, explicit=False) if found else None
        # Translations call a company "she"; an authority's own text is seldom about a person.
        person = word.lower in _PERSONAL and not (self.text.author is not None and kinds & _FIRMS)
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
            single = mention.heads & _SINGLE
            name = f"unnamed {mention.text.lower()}" if single else "class action plaintiffs"
            kind, at = frozenset({"group"}), mention.first
            return Actor("plaintiffs", name, kind, False, mention.text, None, sentence, at, True)
        return (
            self.actor(mention, sentence, explicit=mention.sort == "entity")
            if mention.id and mention.may_be(kinds)
            else None
        )

    def metonym(self, mention: Mention, sentence: int) -> Actor | None:
        """The authority that a place stands for: "Turkey fines …", "Alberta and Quebec directed …"."""
        state = (mention.place or "").startswith("US-")
        entry = self.gazetteer.authority_of(mention.place or "", _ATTORNEY if state else ())
        if entry is None and state and mention.name == "name":
            name = f"{mention.text} Attorney General"
            return Actor(
                slug(name), name, AUTHORITY, False, mention.text, mention.place, sentence, mention.first, True
            )
        if entry is None or mention.name == "seat" or mention.place == "EU":
            return None
        return registered(entry, mention.text, sentence, mention.first, explicit=True)

    def authority_at(self, place: str | None) -> Entry | None:
        """The data protection authority of a place, or of the country that it lies in."""
        return self.gazetteer.authority_of(place or "") or self.gazetteer.authority_of((place or "")[:2])

    def before(  # noqa: PLR0913 - what narrows the search
        self, kinds: frozenset[str], sentence: int, token: int, *, place: str | None = None, person: bool = False,
        thing: bool = False,
        text: str | None = None, heads: frozenset[str] = frozenset(), but: str | None = None,
    ) -> Actor | None:  # fmt: skip
        """The likeliest earlier mention: recent, leading its sentence, often named, of the right place."""
        best: tuple[float, Mention, int] | None = None
        entry = self.text.entry(sentence)
        last = self._until(sentence)
        for at in range(last - 1, max(last - _WALK, 0) - 1, -1):
            index, mention = self.mentions[at]
            if index == sentence and mention.first >= token:
                continue
            if entry and self.text.readings[index].sentence.line != entry:
                break
            if sentence - index > _REACH and best is not None:
                break
            if (
                not mention.may_be(kinds)
                or (but is not None and mention.id == but)
                or (mention.id in self.complained and not kinds & _COMPLAINS)
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
        often, topical = self.counts[mention.id or ""], mention.id is not None and mention.id == self.topic
        return likelihood.score(mention, distance, place, heads, often, topical=topical)

    def after(
        self, kinds: frozenset[str], sentence: int, token: int, *, text: str | None = None, reach: int = 3,
        but: str | None = None,
    ) -> Actor | None:  # fmt: skip
        """The next mention of these kinds, at most a few sentences on: the lead often names nobody."""
        entry = self.text.entry(sentence)
        for at in range(self._until(sentence - 1), len(self.mentions)):
            index, mention = self.mentions[at]
            if (
                index > sentence + reach
                or self._is_of_another(sentence, index)
                or (entry and self.text.readings[index].sentence.line != entry)
            ):
                return None
            if (
                (index, mention.first) > (sentence, token)
                and mention.may_be(kinds)
                and not is_excepted(self.text.readings[index].lower, mention.first)
                and mention.id != (but or "")
            ):
                return self.actor(mention, index, text=text, explicit=False)
        return None

    def _is_of_another(self, sentence: int, index: int) -> bool:
        """Whether a heading stands between a sentence of the body and what comes after it."""
        kinds = [r.sentence.kind for r in self.text.readings[sentence : index + 1]]
        return kinds[0] == "body" and "heading" in kinds

    def another(
        self, kinds: frozenset[str], sentence: int, token: int, taken: frozenset[str]
    ) -> Actor | None:
        """The nearest of these kinds in a sentence, else the last before it; none that is taken."""
        found = self.nearest(kinds, sentence, token, taken) or self.before(kinds, sentence, 0)
        return found if found is not None and found.id not in taken else None

    def nearest(
        self, kinds: frozenset[str], sentence: int, token: int, exclude: frozenset[str] = frozenset()
    ) -> Actor | None:
        """The mention of these kinds that is closest to a token within its sentence; nominals count."""
        here = self.text.readings[sentence]
        found = [
            m
            for m in here.mentions
            if m.sort in {"entity", "nominal"} and m.may_be(kinds) and "group" not in m.kinds
            if not is_excepted(here.lower, m.first)
        ]
        found.sort(key=lambda m: (m.unnamed, min(abs(m.first - token), abs(m.last - token))))
        for mention in found:
            actor = self.named(mention, kinds, sentence)
            if actor is not None and actor.id not in exclude:
                return actor
        return None
