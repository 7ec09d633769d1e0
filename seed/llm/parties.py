"""From the names that a model gives to parties: known ones by the gazetteer, as the document uses them, or new ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from seed.curated.index import country_id
from seed.extract.lexicon import word_classes
from seed.extract.lexicon.places import NAMES
from seed.extract.mentions import reader
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Mention
from seed.extract.mentions.unknown_names import kind_of
from seed.extract.text import view
from seed.extract.text.tokens import fold, slug, tokenize
from seed.extract.types import Party
from seed.extract.values import dating
from seed.llm.pieces import Piece
from seed.llm.shape import NamedParty
from seed.llm.wording import locate

CLASS: Final = "class action plaintiffs"
"""The name under which a group of people without a name stands in the graph."""

_LONGEST: Final = 200
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in a document: its text with its title, what its names mean, and all known names."""

    text: str
    mentions: dict[str, Mention]
    ids: frozenset[str]
    gazetteer: Gazetteer

    def party(self, given: NamedParty, piece: Piece) -> Party | None:
        """The party that is meant; ``None`` where its wording is not in the piece, or its name not in the document."""
        place = locate(given.text, piece.text)
        if place is None or place[1] - place[0] > _LONGEST:
            return None
        text = piece.text[place[0] : place[1]]
        given = given.model_copy(update={"name": _BRACKETS.sub("", given.name)})
        if _key(given.name) == CLASS:
            return Party(CLASS, "plaintiffs", "person", text, registered=False)
        if given.kind == "country":
            return self._country(given.name, text)
        return self._mentioned(given, text) or self._recorded(given, text) or self._new(given, text)

    def _country(self, name: str, text: str) -> Party | None:
        code = NAMES.get(tuple(_key(name).split())) or NAMES.get(tuple(_key(text).split()))
        return Party(name, country_id(code), "country", text) if code else None

    def _mentioned(self, given: NamedParty, text: str) -> Party | None:
        """By a name that the document uses, with the meaning that it has there."""
        for wording in (given.name, text):
            found = self.mentions.get(_key(wording))
            if found is None:
                continue
            if found.sort == "place":
                authority = (
                    self.gazetteer.authority_of(found.place or "") if given.kind == "regulator" else None
                )
                if authority is not None:
                    return Party(authority.name, authority.id, "regulator", text)
            elif found.id:
                kind = given.kind if given.kind in found.kinds else min(found.kinds, default=given.kind)
                return Party(found.name, found.id, kind, text, found.known)
        return None

    def _recorded(self, given: NamedParty, text: str) -> Party | None:
        """By another name of somebody whom the document names."""
        meant = _ids(given.name, self.gazetteer) & self.ids & self.gazetteer.entries.keys()
        if len(meant) != 1:
            return None
        entry = self.gazetteer.entries[meant.pop()]
        return Party(entry.name, entry.id, entry.kind, text)

    def _new(self, given: NamedParty, text: str) -> Party | None:
        """Somebody whom no record has: the name must be one, and stand in the document."""
        for wording in (given.name, text):
            name = " ".join(wording.split())
            if len(name) > _LONGEST or not any(c.isupper() or c.isdigit() for c in name):
                continue
            kinds = kind_of(name)
            if locate(name, self.text) is None or not kinds:
                continue
            if {word.lower().strip(".,") for word in name.split()} <= word_classes.GENERIC_AUTHORITY:
                continue
            identifier = slug(name)
            taken = identifier in self.gazetteer.entries
            kind = min(kinds) if len(kinds) == 1 else given.kind
            return Party(name, f"{identifier}-new" if taken else identifier, kind, text, registered=False)
        return None


def cast_of(
    text: str, title: str | None, published: str | None, parts: Iterable[Piece], gazetteer: Gazetteer
) -> Cast:
    """Everybody whom a document names, found without a model; the first meaning of a name stands."""
    mentions: dict[str, Mention] = {}
    calendar = dating.Calendar(published)
    for part in (title or "", *(piece.text for piece in parts)):
        for reading in reader.read(view.clean(part), calendar, gazetteer).readings:
            for mention in reading.mentions:
                if mention.id or mention.sort == "place":
                    mentions.setdefault(_key(mention.text), mention)
    ids = frozenset(mention.id for mention in mentions.values() if mention.id)
    return Cast(f"{title or ''}\n{text}", mentions, ids, gazetteer)


def _ids(name: str, gazetteer: Gazetteer) -> set[str]:
    """All whom a name may mean, read without the document; other words beside it make it another name."""
    tokens = tokenize(name[:_LONGEST])
    hits = [hit for hit in gazetteer.find(tokens) if (hit.first, hit.last) == (0, len(tokens) - 1)]
    read = reader.read(view.clean(name[:_LONGEST]), dating.Calendar(None), gazetteer)
    mentions = [mention for reading in read.readings for mention in reading.mentions]
    return {identifier for hit in hits for identifier in hit.ids} | {
        mention.id for mention in mentions if mention.id and _key(mention.text) == _key(name)
    }


def _key(wording: str) -> str:
    """The folding under which wordings are the same: case, accents, white space, a leading article, a possessive."""
    words = [fold(word) for word in wording.replace("’s", "").replace("'s", "").split()]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
