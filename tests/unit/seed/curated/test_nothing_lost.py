"""The records carry everything that the shared facts hold. Needs the shared folder; skipped where there is none."""

from decimal import Decimal
from typing import Any, cast

import pytest
import yaml

from seed.addresses import canonical
from seed.curated import Checked
from seed.curated.records import Action, AmbiguousName, Entity, Record, Regulator, Relation, Source, Total
from tests.requirements import shared_folder


class _Text(yaml.CSafeLoader):
    """Dates stay text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


Facts = dict[str, list[dict[str, Any]]]

_RENAMED = {"from_memory", "sources", "object"}

_MENDED: dict[str, set[str]] = {
    # Appeals that were known without a day, or not at all.
    "spotify-2023": {"status_now", "status_as_written", "stages"},
    "klarna-2022": {"status_as_written", "status_from_memory", "stages"},
    "grindr-2021": {"status_as_written", "status_from_memory", "stages"},
    "bkr-2020": {"status_now", "status_as_written", "stages"},
    "bbva-2020": {"status_now", "status_as_written", "status_from_memory", "stages"},
    # Sums and days that a better source gives.
    "lastpass-uk-2025": {"amount"},
    "south-staffs-water-2026": {"amount", "amount_note", "decision_date", "stages"},
    # Opinions, and what the relation of the same decision says already.
    "clearview-au-2021": {"summary"},
    "clearview-uk-2022": {"summary"},
    "anthem-ocr-2018": {"summary"},
    "facebook-ftc-2019": {"summary"},
    "meta-transfers-2023": {"summary"},
    "cv-028": {"summary"},
    "cv-030": {"summary"},
    # Names that are in use, and names that are too wide to stand alone.
    "british-airways": {"aliases"},
    "x-corp": {"aliases", "note"},
    "twitter": {"aliases"},
    "twitter-inc": {"note"},
    "doj-us": {"aliases"},
    "fcc-us": {"aliases"},
    "ftc-us": {"aliases"},
    "pdpc-sg": {"aliases"},
    "edpb": {"aliases"},
}
"""Fields of the first collection that were wrong and say something else now."""

_OTHER_SOURCE = {"south-staffs-water-2026"}
"""Actions whose source was about another firm."""


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shared fact files, by the key of each list."""
    found: dict[str, Any] = {}
    for name in ("regulators", "entities", "actions", "clearview"):
        text = (shared_folder() / "facts" / f"{name}.yaml").read_text(encoding="utf-8")
        found |= {key: value for key, value in yaml.safe_load(text).items() if key != "meta"}
    return cast("Facts", found)


def _records(checked: Checked, model: type[Record]) -> dict[str, Any]:
    return {
        placed.id: placed.record for placed in checked.index.read.records if isinstance(placed.record, model)
    }


def _plain(value: object) -> object:
    """A value as both sides can be compared: sums as decimals, tuples as lists, models as mappings."""
    if isinstance(value, Record):
        return {
            key: _plain(part) for key, part in value.model_dump(by_alias=True, exclude_unset=True).items()
        }
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value))
    return value


def _same(mine: Record, theirs: dict[str, Any], *, but: set[str] = _RENAMED) -> None:
    own = cast("dict[str, object]", _plain(mine))
    for key in set(theirs) - but - _MENDED.get(str(theirs["id"]), set()):
        assert own[key] == _plain(theirs[key]), (theirs.get("id"), key)


def test_regulators_and_their_ambiguous_names(shipped: Checked, facts: Facts) -> None:
    """Every field of every regulator; the sources are ids now, at least one for each that had one."""
    mine = _records(shipped, Regulator)
    assert set(mine) >= {record["id"] for record in facts["regulators"]}
    for record in facts["regulators"]:
        _same(mine[record["id"]], record, but={"sources"})
        assert bool(mine[record["id"]].sources) == bool(record["sources"])
    names = _records(shipped, AmbiguousName)
    assert {name: set(one.ids) for name, one in names.items()} == {
        one["alias"]: set(one["ids"])
        for one in facts["ambiguous_aliases"]
        if one["alias"] != "the Commission"
    }


def test_entities(shipped: Checked, facts: Facts) -> None:
    """Every field of every entity."""
    mine = _records(shipped, Entity)
    for record in facts["entities"]:
        _same(mine[record["id"]], record, but=set())


def test_actions_and_totals(shipped: Checked, facts: Facts) -> None:
    """Every field of every action: amounts, dates, stages, parts, notes, traps; and the address of every source."""
    mine, sources = _records(shipped, Action), _records(shipped, Source)
    for record in facts["actions"]:
        action = mine[record["id"]]
        _same(action, record)
        assert action.from_memory == record["from_memory"]
        urls = {canonical(sources[cited.source].url) for cited in action.cited}
        listed = {canonical(source["url"]) for source in record["sources"]}
        assert record["id"] in _OTHER_SOURCE or urls >= listed
        titles = {source["title"].replace("  ", " ") for source in record["sources"] if "title" in source}
        assert record["id"] in _OTHER_SOURCE or titles <= {
            sources[cited.source].title for cited in action.cited
        }
    totals = _records(shipped, Total)
    for record in facts["groups"]:
        _same(totals[record["id"]], record, but=set())


def test_relations(shipped: Checked, facts: Facts) -> None:
    """Every field of every relation of the Clearview saga, with its sources by id."""
    mine = _records(shipped, Relation)
    assert set(mine) == {record["id"] for record in facts["relations"]}
    for record in facts["relations"]:
        relation = mine[record["id"]]
        _same(relation, record)
        assert [cited.source for cited in relation.cited] == record["sources"]
        assert relation.object.removeprefix("country-").upper() == record["object"].upper()


def test_sources(shipped: Checked, facts: Facts) -> None:
    """Every source of the Clearview saga keeps its id and its address."""
    mine = _records(shipped, Source)
    theirs = cast("dict[str, dict[str, str]]", facts["sources"])
    assert {id_: mine[id_].url for id_ in theirs} == {id_: source["url"] for id_, source in theirs.items()}


def test_the_second_collection(shipped: Checked) -> None:
    """Every field of every record of the second collection, but for the marks of doubt that came later."""
    for kind, model in (
        ("actions", Action), ("entities", Entity), ("regulators", Regulator), ("sources", Source)
    ):  # fmt: skip
        mine = _records(shipped, model)
        for path in sorted((shared_folder() / "records" / kind).glob("*.yaml")):
            for record in yaml.load(path.read_text(encoding="utf-8"), Loader=_Text)[kind]:  # noqa: S506
                _same(mine[record["id"]], record, but=set())
