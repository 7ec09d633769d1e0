"""The alias index: what a question can call an entity, made once for each revision of the graph."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from rapidfuzz import fuzz, process
from rigour.names import remove_org_types

from app.ask import places
from app.ask.lexicon import GENERIC
from app.ask.tokens import tokens, words
from graph.reads import groups
from graph.reads.groups import Group, Step

Form = tuple[str, ...]

_DASH: Final = re.compile(r"\s[–—-]\s")
_SMALL: Final = frozenset("the a an of and for in on to de la le et des du di e".split())
_CLOSE: Final = 86
"""How alike a misspelled name must be, of 100; short names must be alike the more."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Whoever a question can name; ``office`` is the kind of authority, ``facts`` the number of its parts in facts."""

    id: str
    kind: str
    name: str
    caption: str
    country: str | None
    office: str | None
    short: str | None
    facts: int
    owners: tuple[str, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Entities by id and by form.

    ``brands`` are the first words of firms' names; ``plain`` are firms' names that need no legal form, for which no
    other firm of the brand is meant.
    """

    revision: int
    by_id: Mapping[str, Entity]
    forms: Mapping[Form, tuple[str, ...]] = field(repr=False)
    brands: Mapping[Form, tuple[str, ...]] = field(repr=False)
    owned: Mapping[str, tuple[Step, ...]] = field(repr=False)
    offices: tuple[str, ...] = field(repr=False)
    plain: frozenset[Form] = field(repr=False)
    longest: int = 1
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]], repr=False)
    postings: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]], repr=False)

    def ids(self, form: Form) -> tuple[str, ...]:
        """Everybody of that name; those with facts first."""
        whole = self.forms.get(form, ())
        if form in self.plain:
            return whole
        brand = self.brands.get(form, ())
        if whole:
            # A firm of another owner that only begins with the same word is another brand.
            owners = {self.top(id_) for id_ in whole}
            brand = tuple(id_ for id_ in brand if self.top(id_) in owners)
        return tuple(dict.fromkeys((*whole, *brand)))

    def top(self, id_: str) -> str:
        """The last owner of an entity."""
        seen: set[str] = set()
        while id_ not in seen and (owners := (*self.by_id[id_].owners, *self.by_id[id_].operators)):
            seen.add(id_)
            if owners[0] not in self.by_id:
                break
            id_ = owners[0]
        return id_

    def containing(self, form: Form) -> tuple[str, ...]:
        """Everybody whose names have all these words, wherever they stand."""
        found = self.postings.get(form[0], frozenset[str]())
        for word in form[1:]:
            found &= self.postings.get(word, frozenset[str]())
        return tuple(sorted(found))

    def group(self, id_: str) -> tuple[str, ...]:
        """An entity and all that it owns, down to the last."""
        return self.whole(id_).members

    def whole(self, id_: str) -> Group:
        """An entity and all that it owns, with the times in which it did."""
        return groups.of(groups.reach(self.owned, {id_: [groups.ALWAYS]}))

    def authorities(self, codes: frozenset[str], office: str | None = None) -> tuple[str, ...]:
        """Regulators of these places, and of one kind where one is given."""
        return tuple(
            id_
            for id_ in self.offices
            if places.within(self.by_id[id_].country, codes)
            and (office is None or office in (self.by_id[id_].office or ""))
        )

    def closest(self, form: Form) -> Form | None:
        """The name that a misspelled one most resembles; ``None`` where none is close."""
        text = " ".join(form)
        if len(text) < 4:
            return None
        near = self.near.get(text[0], ())
        limit = _CLOSE if len(text) > 6 else _CLOSE + 2
        found = process.extractOne(text, near, scorer=fuzz.ratio, score_cutoff=limit)
        return tuple(found[0].split(" ")) if found else None


def build(rows: Iterable[Mapping[str, Any]], revision: int) -> Index:
    """The index over rows of ``cypher/ask/names.cypher``."""
    entities: dict[str, Entity] = {}
    forms: dict[Form, dict[str, None]] = {}
    firsts: dict[Form, dict[str, None]] = {}
    owned: dict[str, list[Step]] = {}
    acronyms: dict[str, int] = {}
    plain: set[Form] = set()
    listed = list(rows)
    for row in listed:
        if row["acronym"]:
            acronyms[row["acronym"]] = acronyms.get(row["acronym"], 0) + 1
    for row in listed:
        entity = _entity(row, acronyms)
        entities[entity.id] = entity
        for step in (*row["owners"], *row["operators"]):
            window = groups.held(step["since"], step["until"])
            owned.setdefault(step["id"], []).append(Step(entity.id, window))
        for form in _forms(row):
            forms.setdefault(form, {})[entity.id] = None
        plain |= _plain(row)
        for form in _first_words(row):
            firsts.setdefault(form, {})[entity.id] = None
    ranked = {form: _ranked(ids, entities) for form, ids in forms.items()}
    return Index(
        revision=revision,
        by_id=entities,
        forms=ranked,
        brands={form: _ranked(ids, entities) for form, ids in firsts.items()},
        owned={owner: tuple(sorted(steps, key=lambda step: step.to)) for owner, steps in owned.items()},
        offices=_ranked([one.id for one in entities.values() if one.kind == "regulator"], entities),
        plain=frozenset(plain),
        longest=max((len(form) for form in ranked), default=1),
        near=_near([*ranked, *firsts]),
        postings=_postings(listed),
    )


def _entity(row: Mapping[str, Any], acronyms: Mapping[str, int]) -> Entity:
    acronym = row["acronym"]
    unique = row["kind"] == "regulator" and acronym and acronyms[acronym] == 1
    caption = acronym if unique and not row["caption"] else row["caption"] or row["name"]
    return Entity(
        row["id"],
        row["kind"],
        row["name"],
        caption,
        row["country"],
        row["office"],
        row["short"],
        row["facts"],
        tuple(step["id"] for step in row["owners"]),
        tuple(step["id"] for step in row["operators"]),
    )


def _ranked(ids: Iterable[str], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda id_: (-entities[id_].facts, id_)))


def _forms(row: Mapping[str, Any]) -> set[Form]:
    """Every way to write the names of one entity: without its legal form, without a bracket, a person's last name."""
    written: list[str | None] = [row["name"], *(row["names"] or []), row["acronym"], row["short"]]
    if row["kind"] == "country":
        return set()
    found: set[Form] = set()
    parts = [part for name in filter(None, written) for part in (name, *_DASH.split(name))]
    for name in parts:
        plain = name.split("(")[0]
        for text in {name, plain, plain.replace("'s", "s").replace("’s", "s")}:
            found.add(words(text))
            if row["kind"] in {"company", "platform", "media", "ngo"}:
                found.add(words(_bare(text)))
    # An id is a readable name, and often the short one.
    found.add(words(row["id"].replace("-", " ")))
    if row["kind"] == "regulator":
        found |= {form for name in filter(None, written) if (form := _homeless(name))}
    if row["kind"] == "court":
        found |= {form for name in filter(None, written) if (form := _of_circuit(name))}
    if row["kind"] == "law":
        found |= {form for name in filter(None, written) if (form := _undated(name))}
    if row["kind"] not in {"person", "law"}:
        found |= {_initials(name) for name in filter(None, written)}
    if row["kind"] == "person" and len(words(row["name"])) in {2, 3}:
        found.add(words(row["name"])[-1:])
    found = {form[1:] if form[:1] == ("the",) else form for form in found}
    own = words(row["name"])
    return {
        form
        for form in found
        if form
        and (
            len(form) > 2
            or (len(form) == 2 and (form == own or row["kind"] == "law"))
            or not all(word in GENERIC for word in form)
        )
    }


def _homeless(name: str) -> Form:
    """A name without the country that it begins with, where more is left than general words."""
    form = words(name)
    place = places.at(list(form), 0)
    rest = form[place[2] :] if place else ()
    return rest if len(rest) > 1 and not all(word in GENERIC for word in rest) else ()


def _of_circuit(name: str) -> Form:
    """``Fifth Circuit`` of a court of appeals for it; nothing of other courts."""
    rest = words(name.partition(" for the ")[2])
    return rest if len(rest) > 1 and rest[-1] == "circuit" else ()


def _undated(name: str) -> Form:
    """A law's name without its year: "Data Protection Act 2018"; nothing where one word would be left."""
    form = words(name.split("(", maxsplit=1)[0])
    if len(form) > 2 and form[-1].isdigit():
        form = form[:-2] if form[-2] == "of" else form[:-1]
        return form if len(form) > 1 else ()
    return ()


def _listed(row: Mapping[str, Any]) -> list[str]:
    return [row["name"], *(row["names"] or [])]


def _initials(name: str) -> Form:
    """``ACLU`` of American Civil Liberties Union; nothing of names of fewer than three words."""
    written = [token for token in tokens(name) if token.word not in _SMALL]
    if not all(token.capital for token in written):
        return ()
    first = [token.word[0] for token in written]
    return ("".join(first),) if len(first) > 2 else ()


def _plain(row: Mapping[str, Any]) -> set[Form]:
    if row["kind"] != "company":
        return set()
    return {words(name) for name in _listed(row) if _bare(name) == name}


@lru_cache(maxsize=65_536)
def _bare(name: str) -> str:
    return remove_org_types(name).strip(" ,.&-")


def _first_words(row: Mapping[str, Any]) -> set[Form]:
    """What a firm's name begins with, where that can be a brand."""
    if row["kind"] != "company":
        return set()
    found: set[Form] = set()
    for name in _listed(row):
        form = words(_bare(name))
        form = form[1:] if form[:1] == ("the",) else form
        for size in (1, 2):
            head = form[:size]
            if len(form) > size and len("".join(head)) > 2 and not _common(head):
                found.add(head)
    return found


def _common(head: Form) -> bool:
    return all(word in GENERIC for word in head) or places.at(list(head), 0) is not None


def _postings(rows: Sequence[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        if row["kind"] not in {"law", "country"}:
            for word in {word for name in _listed(row) for word in words(name)}:
                found.setdefault(word, set()).add(row["id"])
    return {word: frozenset(ids) for word, ids in found.items()}


def _near(forms: Sequence[Form]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for form in forms:
        text = " ".join(form)
        if len(text) >= 4:
            found.setdefault(text[0], set()).add(text)
    return {letter: tuple(sorted(texts)) for letter, texts in found.items()}
