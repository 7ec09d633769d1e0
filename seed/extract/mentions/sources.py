"""Who only tells the news: "as Reuters reported", "told The Record". Nothing is filled in from them."""

from collections.abc import Iterator
from typing import Final

from seed.extract.mentions.document import Text
from seed.extract.mentions.mention import Mention, Reading

_MEDIA: Final = frozenset({"media"})
_REPORTS: Final = frozenset("reports reported writes wrote".split())
_ADVERBS: Final = frozenset("first also has had earlier previously later".split())
_TOLD: Final = frozenset({"told", "tells"})
_BY: Final = (
    ["according", "to"],
    ["reported", "by"],
    ["shared", "with"],
    ["interview", "with"],
    ["statement", "to"],
)


def mark_sources(text: Text) -> None:
    """Give the kind of a paper to every mention of a name that no record has and that reports somewhere."""
    named = [
        (reading, m)
        for reading in text.readings
        for m in reading.mentions
        if m.sort == "entity" and not m.known and m.kinds >= _MEDIA
    ]
    papers = {m.id for reading, m in named if _reports(reading, m)}
    for _, mention in named:
        if mention.id in papers:
            mention.kinds = _MEDIA


def _reports(reading: Reading, mention: Mention) -> bool:
    after = next(_words_after(reading, mention), "")
    before = [word for word in reading.lower[max(0, mention.first - 3) : mention.first] if word != "the"]
    following = reading.lower[mention.last + 1 : mention.last + 2]
    told = before[-1:] and before[-1] in _TOLD and following not in (["to"], ["it"], ["they"], ["not"])
    return bool(told) or before[-2:] in _BY or (after in _REPORTS and _is_aside(reading, mention))


def _words_after(reading: Reading, mention: Mention) -> Iterator[str]:
    return (w for w in reading.lower[mention.last + 1 : mention.last + 4] if w not in _ADVERBS)


def _is_aside(reading: Reading, mention: Mention) -> bool:
    """Whether what somebody reports is the news, and no deed of theirs: "reported a profit", "reported Acme to"."""
    at = next(i for i in range(mention.last + 1, len(reading.lower)) if reading.lower[i] in _REPORTS)
    opened = reading.lower[mention.first - 1 : mention.first] in (["as"], [","], ["the"])
    ends = reading.lower[at + 1 : at + 2] in (["."], [","], ["that"], ["on"], [])
    dated = (after := reading.at(at + 1)) is not None and after.sort == "date"
    return ends or (dated and opened) or (opened and mention.first < 3 and reading.lower[0] == "as")
