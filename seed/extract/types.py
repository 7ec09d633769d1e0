"""What goes into extraction and what comes out of it: frozen data, no behaviour beyond small readings of itself."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read. ``published`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; offsets of claims refer to ``text``."""

    text: str
    id: str = "-"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: the canonical name and id where the gazetteer knows it, else the name as written and a new id.

    ``text`` is the wording at the place of the claim ("the regulator"). ``registered`` is false for a new entity.
    """

    name: str
    id: str
    kind: str
    text: str
    registered: bool = True


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of money in units of ``currency`` (ISO 4217), and how it is written."""

    amount: Decimal
    currency: str
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """A date with its precision in its length (``2022``, ``2022-05``, ``2022-05-18``), and how it is written."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation that one document states, proposes, denies or imagines, with the words that say so.

    ``quote == text[start:end]`` of the document's text. ``rule`` names the rule that fired.
    """

    relation: str
    subject: Party
    object: Party
    modality: str
    quote: str
    start: int
    end: int
    rule: str
    sum: Sum | None = None
    when: When | None = None
    articles: tuple[str, ...] = ()
    roles: tuple[tuple[str, Party], ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All claims of one document, in the order of the text, and the version of the extractor that found them."""

    document: str
    claims: tuple[Claim, ...]
    published: str | None
    extractor: str
    version: str
