"""Descriptions given their entity: "the regulator", "the company", back to what was named, else forward."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from seed.extract.coreference.actor import Actor
from seed.extract.coreference.discourse import Discourse
from seed.extract.coreference.elsewhere import only_authority
from seed.extract.lexicon import word_classes
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.lexicon.places import within
from seed.extract.mentions.document import Text
from seed.extract.mentions.gazetteer import Entry, Gazetteer
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.nominals import call_unnamed, singular
from seed.extract.mentions.roles import defined
from seed.extract.text.tokens import slug

_LAST: Final = 12
_NEAR: Final = 2
_CLOSE: Final = 4
_INDEFINITE: Final = frozenset({"a", "an"})


def discourse(text: Text, gazetteer: Gazetteer) -> Discourse:
    """The discourse of a text that has been read."""
    mentions = [
        (i, m)
        for i, reading in enumerate(text.readings)
        for m in reading.mentions
        if m.sort == "entity" and m.id and "law" not in m.kinds
    ]
    talk = Discourse(text, gazetteer, [], Counter(m.id or "" for _, m in mentions))
    roles = defined(text.readings)
    ahead = Discourse(text, gazetteer, mentions, talk.counts)
    for index, reading in enumerate(text.readings):
        for mention in reading.mentions:
            if mention.sort == "nominal" and (meant := _by_role(mention, roles)) is not None:
                mention.id, mention.name, mention.kinds, mention.known = (
                    meant.id,
                    meant.name,
                    meant.kinds,
                    meant.known,
                )
            elif mention.sort == "nominal" and "group" not in mention.kinds and not mention.unnamed:
                _resolve(mention, index, talk, ahead)
            if mention.sort in {"entity", "nominal"} and mention.id and "law" not in mention.kinds:
                talk.mentions.append((index, mention))
    talk.only_authority = only_authority(talk)
    return talk


def _by_role(mention: Mention, roles: Mapping[str, Mention]) -> Mention | None:
    """Whom a description means by the text's own definition; the fitting kind of party only."""
    meant = roles.get(" ".join(word for word in mention.text.lower().split() if word != "the"))
    return meant if meant is not None and meant.kinds & mention.kinds else None


def _resolve(mention: Mention, index: int, talk: Discourse, ahead: Discourse) -> None:
    """Give a nominal the entity that it goes back to, else forward to."""
    if mention.kinds == AUTHORITY and (entry := _body(mention, index, talk)):
        mention.id, mention.name, mention.known, mention.place = entry.id, entry.name, True, entry.country
        return
    if (beside := _beside(mention, talk.text.readings[index])) is not None:
        mention.id, mention.name, mention.kinds, mention.known = (
            beside.id,
            beside.name,
            beside.kinds,
            beside.known,
        )
        return
    found = talk.before(mention.kinds, index, mention.first, place=mention.place, heads=mention.heads)
    found = found or ahead.after(mention.kinds, index, _from(mention, talk.text.readings[index]))
    other = any(word_classes.AUTHORITY_QUALIFIERS.get(word) for word in mention.text.lower().split())
    if (
        found is None
        and mention.kinds == AUTHORITY
        and not other
        and (entry := talk.authority_at(talk.text.country))
    ):
        mention.id, mention.name, mention.known = entry.id, entry.name, True
    if found is not None and _are_several(found, mention):
        found = None
    if found is None and "company" in mention.kinds:
        call_unnamed(mention, talk.text.fuller(mention))
    if found is None and mention.id is None and mention.kinds == AUTHORITY:
        _call_by_title(mention)
    if found is not None:
        mention.unnamed = found.id.startswith("unnamed-")
        mention.id, mention.name, mention.kinds, mention.known = (
            found.id,
            found.name,
            found.kinds,
            found.known,
        )


def _of_sort(mention: Mention, talk: Discourse) -> Entry | None:
    """The authority of the text's country that oversees what a title says: "the Competition Commission"."""
    sort = next(
        (s for w in mention.text.lower().split() if (s := word_classes.AUTHORITY_QUALIFIERS.get(w))), None
    )
    country = talk.text.country
    named = any(m.kinds == AUTHORITY and m.sort == "entity" for _, m in talk.mentions)
    return talk.gazetteer.authority_of(country, (sort,)) if sort and country and not named else None


def _body(mention: Mention, index: int, talk: Discourse) -> Entry | None:
    """The authority that a description says by itself: of its place, by its title, by what it oversees, the author."""
    of_place = talk.authority_at(mention.place) if mention.place else None
    return of_place or _titled(mention, index, talk) or _of_sort(mention, talk) or _own(mention, index, talk)


def _call_by_title(mention: Mention) -> None:
    """Let an authority whose country nobody says be called by its title: "the Information Commissioner"."""
    words = mention.text.removeprefix("the ").removeprefix("The ").split()
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        mention.name, mention.known = " ".join(words), False
        mention.id = slug(mention.name)


def _from(mention: Mention, reading: Reading) -> int:
    """The token from which a description may go forward: "A bank in Leeds pays the State" names nobody by the State."""
    if mention.first or reading.lower[0] not in _INDEFINITE:
        return mention.last
    near = any(m.sort == "entity" and 0 < m.first - mention.last <= _CLOSE for m in reading.mentions)
    return mention.last if near else len(reading.tokens)


def _beside(mention: Mention, reading: Reading) -> Mention | None:
    """The name that is set beside a description: "its maker, Acme Inc., has …", "Acme Inc. (the processor)"."""
    at = mention.last + 1
    owner = reading.at(mention.first - 2) if mention.first > 1 else None
    bracketed = reading.lower[mention.first - 1] == "(" and reading.lower[at : at + 1] == [")"]
    if bracketed and owner is not None and owner.sort == "entity" and owner.kinds & mention.kinds:
        return owner
    named = reading.at(at + 1) if reading.lower[at : at + 1] == [","] else None
    if named is None or named.sort != "entity" or named.first != at + 1 or not named.kinds & mention.kinds:
        return None
    following = reading.lower[named.last + 1 : named.last + 2]
    listed = {"and", "or"} & set(reading.lower[named.last + 2 : named.last + 3])
    return named if following in ([","], ["."], [";"], [")"], []) and not listed else None


def _are_several(found: Actor, mention: Mention) -> bool:
    """Whether "the company" would go back to a group without a name: "two websites"."""
    noun, own = found.name.split()[-1], mention.text.lower().split()[-1]
    return found.id.startswith("unnamed-") and singular(noun) != noun and singular(own) == own


def _own(mention: Mention, index: int, talk: Discourse) -> Entry | None:
    """The author of the text, where it speaks of itself: "the Authority", or "the regulator" with no other one near."""
    author = talk.text.author
    if author is None:
        return None
    head = mention.text.split()[-1]
    near = {m.id for i, m in talk.mentions[-_LAST:] if index - i <= _NEAR and m.kinds == AUTHORITY}
    return author if head[:1].isupper() or not near - {author.id} else None


def _titled(mention: Mention, index: int, talk: Discourse) -> Entry | None:
    """Of the authorities that share a title, the one whose country the sentence or the document names."""
    entries = talk.gazetteer.titles.get(mention.text.lower().removeprefix("the "), [])
    if not entries or any(m.id in {e.id for e in entries} for _, m in talk.mentions):
        return None
    here = {m.place for m in talk.text.readings[index].mentions if m.place}

    def score(entry: Entry) -> int:
        country = entry.country or "-"
        return 5 * any(within(place or "", country) for place in here) + talk.text.places[country]

    best = max(entries, key=score)
    return best if score(best) else None
