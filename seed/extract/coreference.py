"""Descriptions given their entity: "the regulator", "the company", back to what was named, else forward."""

from collections import Counter

from seed.extract.discourse import Discourse
from seed.extract.gazetteer import Entry, Gazetteer
from seed.extract.mentions import AUTHORITY, Mention
from seed.extract.places import within
from seed.extract.reader import Text


def discourse(text: Text, gazetteer: Gazetteer) -> Discourse:
    """The discourse of a text that has been read."""
    mentions = [
        (i, m)
        for i, reading in enumerate(text.readings)
        for m in reading.mentions
        if m.sort == "entity" and m.id and "law" not in m.kinds
    ]
    talk = Discourse(text, gazetteer, [], Counter(m.id or "" for _, m in mentions))
    ahead = Discourse(text, gazetteer, mentions, talk.counts)
    for index, reading in enumerate(text.readings):
        for mention in reading.mentions:
            if mention.sort == "nominal" and "group" not in mention.kinds:
                _resolve(mention, index, talk, ahead)
            if mention.sort in {"entity", "nominal"} and mention.id and "law" not in mention.kinds:
                talk.mentions.append((index, mention))
    return talk


def _resolve(mention: Mention, index: int, talk: Discourse, ahead: Discourse) -> None:
    """Give a nominal the entity that it goes back to, else forward to."""
    if mention.kinds == AUTHORITY and mention.place and (entry := talk.authority_at(mention.place)):
        mention.id, mention.name, mention.known = entry.id, entry.name, True
        return
    if mention.kinds == AUTHORITY and (entry := _titled(mention, index, talk)):
        mention.id, mention.name, mention.known, mention.place = entry.id, entry.name, True, entry.country
        return
    found = talk.before(mention.kinds, index, mention.first, place=mention.place, heads=mention.heads)
    found = found or ahead.after(mention.kinds, index, mention.last)
    if found is None and mention.kinds == AUTHORITY and (entry := talk.authority_at(talk.text.country)):
        mention.id, mention.name, mention.known = entry.id, entry.name, True
    if found is not None:
        mention.id, mention.name, mention.kinds, mention.known = (
            found.id,
            found.name,
            found.kinds,
            found.known,
        )


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
