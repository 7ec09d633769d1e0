"""Known names: every entity of the curated records, found in a text by its words.

An alias may belong to several entities; which one is meant is decided by ``seed.extract.identity``.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import urlsplit

import yaml

from seed.extract.lexicon.authorities import AUTHORITIES
from seed.extract.lexicon.word_classes import COMPANY_SUFFIXES
from seed.extract.mentions.spellings import acronym, variants
from seed.extract.text.pipeline import is_common
from seed.extract.text.tokens import Token, fold, tokenize

RECORDS: Final = Path(__file__).parents[2] / "records"
_WORDS_TOO: Final = frozenset(
    "free match ring brave orange apple oracle target discord signal snap shell gap sky three cerebral edison alphabet wind tim eos "
    "alexa premium next capital hermes ip ap pdp dpa oic ppc ocr aic hhs now visa chase block zoom slack bounty carnival clubhouse "
    "compete grab mermaids oath path plaid root ruby saga turn voodoo".split()
)
"""Names that are words, or acronyms of something else, too: at the start of a sentence or alone they need another sign."""
_CONTEXT_ONLY: Final = frozenset(
    "mas acm pts cci pra kcc cma asa samr ap ip dpa ppc ocr aic dpo pdp ipc cdp".split()
)
_NEVER: Final = frozenset({
    "the commission", "the agency", "the commissioner", "the information commissioner", "consumer watchdog", "information commission",
    "ombudsman", "information commissioner", "nitda", "hhs", "federal privacy commissioner", "federal court", "administrative tribunal",
    "privacy act", "the board", "supreme administrative court", "federal administrative court", "supreme court", "litigation chamber",
})  # fmt: skip
"""Aliases that are descriptions: read by ``descriptions``, which weighs the context."""
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST_ACRONYM: Final = 8
_LONG_ACRONYM: Final = 4
"""Letters of an acronym that some papers write as a name: "the Cnil"."""
_SHORTEST_HOST: Final = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One known entity; ``sort`` is the kind of a regulator (a data protection authority, a sector regulator …)."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sort: str | None = None
    aliases: tuple[str, ...] = ()
    short: str | None = None
    operator: str | None = None
    parent: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias at a run of tokens, with all entities that carry it."""

    first: int
    last: int
    ids: tuple[str, ...]
    weak: bool


@dataclass(slots=True)
class Gazetteer:
    """All entries by id, and their aliases by first word."""

    entries: dict[str, Entry]
    index: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(
        default_factory=dict[str, list[tuple[tuple[str, ...], str, str]]]
    )
    firsts: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    titles: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])
    regulators: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])
    hosts: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])

    def by_address(self, url: str) -> Entry | None:
        """The authority on whose website an address lies; on a host that several share, the first part of the path tells."""
        host, first = _site(url)
        labels = host.split(".")
        for at in range(len(labels) - 1):
            found = self.hosts.get(".".join(labels[at:]), [])
            if len(found) == 1 and (at == 0 or len(labels) - at > _SHORTEST_HOST):
                return found[0] if not _is_shared(host) or _site(found[0].website or "")[1] == first else None
            for entry in found:
                if _site(entry.website or "")[1] == first:
                    return entry
        return None

    def find(self, tokens: list[Token]) -> Iterator[Hit]:
        """The longest aliases from left to right, without overlaps."""
        folded = [fold(token.text) for token in tokens]
        at = 0
        while at < len(tokens):
            hit = self._at(tokens, folded, at)
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit.last + 1

    def _at(self, tokens: list[Token], folded: list[str], at: int) -> Hit | None:
        best: dict[int, list[str]] = defaultdict(list)
        for words, form, identifier in self.index.get(folded[at], ()):
            size = len(words)
            if tuple(folded[at : at + size]) == words and _written_like(form, tokens[at : at + size]):
                best[size].append(identifier)
        if not best:
            return None
        size = max(best)
        ids = tuple(dict.fromkeys(best[size]))
        loose = folded[at] in _WORDS_TOO | _CONTEXT_ONLY or len(folded[at]) == 1
        return Hit(at, at + size - 1, ids, weak=size == 1 and loose)

    def operators(self, identifier: str) -> frozenset[str]:
        """Who runs a service: its operator, and the parent that carries the operator's name; nobody for a firm."""
        entry = self.entries.get(identifier)
        runs = entry.operator if entry is not None and entry.kind == "platform" else None
        running = self.entries.get(runs or "")
        if running is None:
            return frozenset()
        parent = self.entries.get(running.parent or "", running)
        same = fold(parent.name).split()[:1] == fold(running.name).split()[:1]
        return frozenset({running.id, parent.id} if same else {running.id})

    def called(self, ids: Iterable[str]) -> frozenset[str]:
        """The first words of the names of some entities, and of those of whoever runs or owns them."""
        seen: set[str] = set()
        words: set[str] = set()
        for identifier in ids:
            entry = self.entries.get(identifier)
            while entry is not None and entry.id not in seen:
                seen.add(entry.id)
                words |= {fold(name.split()[0]).strip(",") for name in (entry.name, *entry.aliases)}
                entry = self.entries.get(entry.operator or entry.parent or "")
        return frozenset(words)

    def by_first_word(self, word: str) -> Entry | None:
        """The only company whose name starts with a word, if there is just one and the word is distinctive."""
        found = self.firsts.get(fold(word), set())
        return self.entries[next(iter(found))] if len(found) == 1 and fold(word) not in _WORDS_TOO else None

    def authority_of(self, place: str, sorts: tuple[str, ...] = ()) -> Entry | None:
        """The authority that a place's name stands for: its data protection authority, else its attorney general."""
        here = self.regulators.get(place, [])
        for sort in sorts or ("data protection authority", "state data protection authority", "regional data protection authority",
                              "state attorney general", "consumer protection regulator"):  # fmt: skip
            for entry in here:
                if entry.sort == sort:
                    return entry
        return None


def _written_like(form: str, tokens: list[Token]) -> bool:
    """Acronyms must be in capitals; other names must start with one where the alias does."""
    text = tokens[0].text
    if form.isupper() and len(form) <= _LONGEST_ACRONYM and form.isalpha():
        plain = text.replace(".", "")
        titled = len(form) >= _LONG_ACRONYM and text == form.capitalize() and not is_common(form.lower())
        return len(tokens) == 1 and (form in {text, plain} or titled)
    if form[:1].isupper():
        return text[:1].isupper() or not text[:1].isalpha()
    return True


def _site(url: str) -> tuple[str, str]:
    """The host of an address without "www", and the first part of its path."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    return host, parts.path.strip("/").partition("/")[0].casefold()


def _is_shared(host: str) -> bool:
    """Whether a host is that of a whole government."""
    return (
        host in {"europa.eu", "ec.europa.eu"}
        or re.fullmatch(r"gov\.\w+|gob\.\w+|government\.\w+|gov", host) is not None
    )


def build(entries: Iterable[Entry]) -> Gazetteer:
    """A gazetteer over entries; aliases are extended by the forms that texts use."""
    gazetteer = Gazetteer({entry.id: entry for entry in entries})
    seen: set[tuple[tuple[str, ...], str]] = set()
    for entry in gazetteer.entries.values():
        if entry.kind == "regulator":
            gazetteer.regulators.setdefault(entry.country or "", []).append(entry)
            if entry.website and (host := _site(entry.website)[0]):
                gazetteer.hosts.setdefault(host, []).append(entry)
            for title in {
                fold(name).removeprefix("the ")
                for name in entry.aliases
                if fold(name) in _NEVER and "information" in fold(name)
            }:
                gazetteer.titles.setdefault(title, []).append(entry)
        if entry.kind in {"company", "public_body"}:
            gazetteer.firsts.setdefault(fold(entry.name.split()[0].strip(",")), set()).add(entry.id)
        for form in forms(entry):
            words = tuple(fold(token.text) for token in tokenize(form))
            if words and (words, entry.id) not in seen:
                seen.add((words, entry.id))
                gazetteer.index.setdefault(words[0], []).append((words, form, entry.id))
    return gazetteer


def forms(entry: Entry) -> Iterator[str]:
    """Every way in which a text may write the name of an entry."""
    for name in (entry.name, *entry.aliases, *([entry.short] if entry.short else [])):
        for form in variants(name, firm=entry.kind in {"company", "platform", "ngo", "media"}):
            letter = len(form) == 1 and form.isupper()
            if fold(form) not in _NEVER and (len(form) > 1 or letter) and fold(form) not in COMPANY_SUFFIXES:
                yield form
    if entry.kind in {"ngo", "public_body"} and (letters := acronym(entry.name)):
        yield letters
    if entry.kind == "court" and (match := re.search(r"(\w+) Circuit$", entry.name)):
        yield f"{match[1]} Circuit"


def _rows(folder: Path, key: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.yaml")):
        content = cast(
            "dict[str, Any]",
            yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER),  # noqa: S506 - a safe loader,
        )
        yield from content[key]


def read(folder: Path = RECORDS) -> Iterator[Entry]:
    """The entries of the curated records: regulators first, then all other entities."""
    seen: set[str] = set()
    for row in _rows(folder / "regulators", "regulators"):
        names = [row.get("name_native"), row.get("acronym"), *row.get("aliases", ())]
        aliases = tuple(str(name) for name in names if name)
        seen |= {row["id"], fold(row["name_en"])}
        yield Entry(
            row["id"],
            row["name_en"],
            "regulator",
            row["country"],
            row["kind"],
            aliases,
            website=row.get("website"),
        )
    for other in AUTHORITIES:
        if not {other.id, fold(other.name)} & seen:
            yield Entry(other.id, other.name, "regulator", other.country, other.sort, other.aliases)
    for row in _rows(folder / "entities", "entities"):
        yield Entry(
            row["id"], row["name"], row["kind"], row.get("country"), None, tuple(map(str, row.get("aliases", ()))),
            row.get("short"), row.get("operator"), row.get("parent"),
        )  # fmt: skip


@cache
def shipped() -> Gazetteer:
    """The gazetteer of the records that come with the package."""
    return build(read())


def needs_context(form: str) -> bool:
    """Whether an acronym clashes with a common word, so that it counts only beside another sign of the authority."""
    return fold(form) in _CONTEXT_ONLY
