"""The alias index: what a question can call an entity, made once for each revision of the graph."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rapidfuzz import fuzz, process

from app.ask import places, spellings
from app.ask.spellings import Form
from app.ask.tokens import words
from graph.reads import groups
from graph.reads.groups import Group, Step

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

    Where ``partial``, it knows whom one question can name, and learns who else is in the facts that it reads.
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
    partial: bool = False
    learned: dict[str, Entity] = field(default_factory=dict[str, Entity], repr=False)
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

    def learn(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Know these entities too, though no question named them."""
        self.learned.update((row["id"], _entity(row, {})) for row in rows)

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
        for form in spellings.forms(row):
            forms.setdefault(form, {})[entity.id] = None
        plain |= spellings.plain(row)
        for form in spellings.first_words(row):
            firsts.setdefault(form, {})[entity.id] = None
    ranked = {form: by_facts(ids, entities) for form, ids in forms.items()}
    return Index(
        revision=revision,
        by_id=entities,
        forms=ranked,
        brands={form: by_facts(ids, entities) for form, ids in firsts.items()},
        owned={owner: tuple(sorted(steps, key=lambda step: step.to)) for owner, steps in owned.items()},
        offices=by_facts([one.id for one in entities.values() if one.kind == "regulator"], entities),
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


def by_facts(ids: Iterable[str], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """These entities, those with most facts first."""
    return tuple(sorted(ids, key=lambda id_: (-entities[id_].facts, id_)))


def _postings(rows: Sequence[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        if row["kind"] not in {"law", "country"}:
            for word in {word for name in spellings.listed(row) for word in words(name)}:
                found.setdefault(word, set()).add(row["id"])
    return {word: frozenset(ids) for word, ids in found.items()}


def _near(forms: Sequence[Form]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for form in forms:
        text = " ".join(form)
        if len(text) >= 4:
            found.setdefault(text[0], set()).add(text)
    return {letter: tuple(sorted(texts)) for letter, texts in found.items()}
