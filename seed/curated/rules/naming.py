"""Names and aliases: which form belongs to whom, and which are ambiguous."""

from collections.abc import Iterator

from graph.text import fold
from seed.curated.captions import captions
from seed.curated.index import Index
from seed.curated.place import Problem
from seed.curated.records import AmbiguousName, Entity, Regulator


def form_of(name: str) -> str:
    """The form in which two names of the records are compared: as everywhere, and a leading "the" does not count."""
    return fold(name.strip()).removeprefix("the ")


def regulator_forms(index: Index) -> dict[str, dict[str, None]]:
    """Folded form to the ids of the regulators that carry it, in order."""
    forms: dict[str, dict[str, None]] = {}
    for _, record in index.all(Regulator):
        for name in record.names:
            forms.setdefault(form_of(name), {})[record.id] = None
    return forms


def check_names(index: Index) -> Iterator[Problem]:
    """Forms shared by regulators are listed as ambiguous; no other form belongs to two."""
    forms = regulator_forms(index)
    listed: dict[str, set[str]] = {}
    for placed, record in index.all(AmbiguousName):
        form = form_of(record.name)
        if form in listed:
            yield placed.problem("listed twice", "name")
        listed[form] = set(record.ids)
        for id_ in record.ids:
            if index.kind(id_) != "regulator":
                yield placed.problem(f"no such regulator {id_!r}", "ids")
            elif id_ not in forms.get(form, {}):
                yield placed.problem(f"{id_} does not carry this name", "ids")
    for form, ids in forms.items():
        left = set(ids) - listed.get(form, set())
        if len(ids) > 1 and left:
            for id_ in sorted(left):
                others = ", ".join(other for other in ids if other != id_)
                yield index.by_id[id_].problem(
                    f"{form!r} is shared with {others}, but is not listed as ambiguous for it"
                )
    yield from _entities(index, forms)
    yield from _captions(index)


def _captions(index: Index) -> Iterator[Problem]:
    """No two regulators go by one caption."""
    owner: dict[str, str] = {}
    named = captions(index)
    for placed, record in index.all(Regulator):
        first = owner.setdefault(form_of(named[record.id]), record.id)
        if first != record.id:
            yield placed.problem(f"caption {named[record.id]!r} is that of {first} already", "caption")


def _entities(index: Index, forms: dict[str, dict[str, None]]) -> Iterator[Problem]:
    owner: dict[tuple[str, str | None], str] = {}
    for placed, record in index.all(Entity):
        # Laws of two places may share a name.
        place = record.country if record.kind == "law" else None
        for form in sorted({form_of(name) for name in (record.name, *record.aliases)}):
            first = owner.setdefault((form, place), record.id)
            if first != record.id:
                yield placed.problem(f"name or alias {form!r} belongs to {first} already")
            if form in forms:
                yield placed.problem(f"name or alias {form!r} is also one of {', '.join(forms[form])}")
