"""Boxes: a run of lines "Authority: …", "Controller: …", "Fine: …" that tell a decision by their labels alone.

Three labels make a box, two of which must be known; what it leaves out stands in the heading above it.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.coreference.actor import Actor
from seed.extract.coreference.discourse import Discourse
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.mentions.mention import Mention
from seed.extract.text.tokens import slug

_LABEL: Final = re.compile(r"^\W*(?P<label>[A-Z][\w /()&'’-]{2,45}?)\s*:\s*(?P<value>\S.{0,300})$", re.DOTALL)
_SORTS: Final = (
    ("authority", re.compile(r"(?:(?:supervisory|data protection|deciding) )?(?:authority|regulator|dpa|body)|(?:decided|imposed|issued|taken) by", re.IGNORECASE)),
    ("party", re.compile(r"part(?:y|ies)|(?:data )?(?:controller|processor)s?|defendants?|respondents?|compan(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|addressees?|recipients?|fined (?:entity|company|organi[sz]ation)|against", re.IGNORECASE)),
    ("fine", re.compile(r"(?:administrative |total |monetary )?(?:fines?|penalt(?:y|ies)|sanctions?)(?: amount| imposed)?|amount(?: of (?:the )?fine)?", re.IGNORECASE)),
    ("date", re.compile(r"decided(?: on)?|(?:date of (?:the )?)?decision(?: date)?|date(?: of adoption)?|adopted(?: on)?|imposed on", re.IGNORECASE)),
    ("appeal", re.compile(r"appeal(?:ed|s)?(?: status)?", re.IGNORECASE)),
    ("type", re.compile(r"type(?: of (?:case|procedure|proceedings))?|procedure", re.IGNORECASE)),
)  # fmt: skip
_KNOWN: Final = 2
_FEWEST: Final = 3
_PENDING: Final = re.compile(
    r"\b(?:pending|yes|filed|lodged|appealed|under appeal)\b(?!.*\bnot\b)", re.IGNORECASE
)
_NEVER: Final = re.compile(r"\b(?:no|not|none|unknown)\b", re.IGNORECASE)
_INQUIRY: Final = re.compile(r"\b(?:investigation|inquiry|audit|inspection)\b", re.IGNORECASE)
_DASH: Final = re.compile(r"\s[—–-]\s|\s\|\s")
_NAMELESS: Final = re.compile(
    r"(?:n/?a|none|unknown|anonym\w*|not disclosed|private person|-+)\W*", re.IGNORECASE
)
_FIRM: Final = frozenset({"company", "public_body", "person"})


@dataclass(frozen=True, slots=True)
class _Field:
    """A line of a box: which reading, and its value as written."""

    index: int
    value: str


def boxes(discourse: Discourse) -> tuple[list[Draft], frozenset[int]]:
    """The drafts of all boxes of a document, and the readings that are lines of a box: nobody else's labels."""
    drafts: list[Draft] = []
    lines: set[int] = set()
    for first, fields in _found(discourse):
        lines |= {index for index, _ in fields}
        drafts += _told(discourse, first, _sorted(fields))
    return drafts, frozenset(lines)


def _found(discourse: Discourse) -> Iterator[tuple[int, list[tuple[int, re.Match[str]]]]]:
    """Each run of labelled lines with the reading at which it starts."""
    run: list[tuple[int, re.Match[str]]] = []
    for index, reading in enumerate(discourse.text.readings):
        match = _LABEL.match(reading.sentence.text)
        if match is not None and reading.sentence.kind != "body":
            run.append((index, match))
            continue
        if _is_box(run):
            yield run[0][0], run
        run = []
    if _is_box(run):
        yield run[0][0], run


def _is_box(run: list[tuple[int, re.Match[str]]]) -> bool:
    return len(run) >= _FEWEST and len(_sorted(run)) >= _KNOWN


def _sorted(run: list[tuple[int, re.Match[str]]]) -> Mapping[str, _Field]:
    fields: dict[str, _Field] = {}
    for index, match in run:
        for sort, words in _SORTS:
            if words.fullmatch(match["label"].strip()):
                fields.setdefault(sort, _Field(index, match["value"].strip()))
    return fields


def _told(discourse: Discourse, first: int, fields: Mapping[str, _Field]) -> Iterator[Draft]:
    subject, obj = _authority(discourse, first, fields), _party(discourse, first, fields)
    if subject is None or obj is None or subject.id == obj.id:
        return
    date = _mention(discourse, fields.get("date"), "date")
    if (
        (fine := fields.get("fine"))
        and (money := _mention(discourse, fine, "money"))
        and not _is_nothing(money)
    ):
        yield Draft(
            "FINED", "box-fined", fine.index, money.first, subject, obj, money=money, date=date, undated=True
        )
    kind, appeal = fields.get("type"), fields.get("appeal")
    if kind and _INQUIRY.search(kind.value):
        yield Draft("INVESTIGATED", "box-investigated", kind.index, 0, subject, obj, undated=True)
    if appeal and _PENDING.search(appeal.value) and not _NEVER.search(appeal.value):
        yield Draft("APPEALED", "box-appealed", appeal.index, 0, obj, subject, undated=True)


def _is_nothing(money: Mention) -> bool:
    return money.money is None or money.money.vague or money.money.amount == 0


def _mention(discourse: Discourse, line: _Field | None, sort: str) -> Mention | None:
    if line is None:
        return None
    reading = discourse.text.readings[line.index]
    return next((m for m in reading.mentions if m.sort == sort and (m.money or m.date)), None)


def _authority(discourse: Discourse, first: int, fields: Mapping[str, _Field]) -> Actor | None:
    """The authority of the box, else of the heading above it, else the author."""
    for index in (*([fields["authority"].index] if "authority" in fields else []), *_above(discourse, first)):
        for mention in discourse.text.readings[index].mentions:
            if mention.sort == "entity" and mention.id and mention.kinds == AUTHORITY:
                return discourse.actor(mention, index)
    return discourse.author(first, 0, "")


def _party(discourse: Discourse, first: int, fields: Mapping[str, _Field]) -> Actor | None:
    """Whom the box is about, else the name after the dash of the heading above it."""
    if (line := fields.get("party")) and not _NAMELESS.fullmatch(line.value):
        for mention in discourse.text.readings[line.index].mentions:
            if mention.sort == "entity" and mention.id and mention.may_be(TARGET):
                return discourse.actor(mention, line.index)
        return called(line.value, line.index)
    for index in _above(discourse, first):
        reading = discourse.text.readings[index]
        dash = _DASH.search(reading.sentence.text)
        at = reading.sentence.start + dash.end() if dash else None
        for mention in reading.mentions:
            if (
                at is not None
                and mention.start >= at
                and mention.sort == "entity"
                and mention.id
                and mention.may_be(TARGET)
            ):
                return discourse.actor(mention, index)
    return None


def _above(discourse: Discourse, first: int) -> list[int]:
    """The headings right above a box, the nearest first."""
    return [
        i
        for i in range(first - 1, max(first - 4, -1), -1)
        if discourse.text.readings[i].sentence.kind == "heading"
    ]


def called(text: str, index: int) -> Actor | None:
    """The party that a whole line names, without its quotation marks and what stands before them."""
    quoted = re.search(r"[\"“„«]([^\"”“»]{1,60})[\"”“»]", text)
    name = (quoted[1] if quoted else text).strip(" -–—:#*")
    if not any(c.isalpha() for c in name) or not any(
        w[:1].isupper() or w[:1].isdigit() for w in name.split()
    ):
        return None
    return Actor(slug(name), name, _FIRM, False, name, None, index, 0, True)
