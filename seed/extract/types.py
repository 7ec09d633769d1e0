"""What goes into extraction and what comes out of it: frozen data, no behaviour beyond small readings of itself."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

NAME: Final = "rules"
"""The extractor of this package, as claims and documents name it."""
VERSION: Final = "11"
"""Raised with each change of what it finds, so that documents are read anew."""


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

    ``text`` is the wording at the place of the claim ("the regulator"). ``registered`` is false for a new entity, and
    ``unnamed`` says that the text only describes it: then the id is one of this document alone.
    """

    name: str
    id: str
    kind: str
    text: str
    registered: bool = True

    @property
    def unnamed(self) -> bool:
        """Whether the text gives no name: "unnamed bank"."""
        return self.id.startswith("unnamed-")


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

    ``quote == text[start:end]`` of the document's text. ``rule`` names the rule that fired. ``confidence``, 0 to 1, is
    how often a claim like it is right; ``None`` where nobody reckoned it. ``stage`` is ``withdrawn`` where the sentence
    says that whoever decided took it back.
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
    confidence: float | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All claims of one document, in the order of the text, and the version of the extractor that found them.

    ``unread`` says what of the text was not read and why, such as a language; ``None`` where all was.
    """

    document: str
    claims: tuple[Claim, ...]
    published: str | None
    extractor: str
    version: str
    unread: str | None = None
