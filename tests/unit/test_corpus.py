"""The annotated passages keep the rules of their format, and the scorer reads what we export."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.corpus import corpus, weak_labels
from tests.requirements import require, shared_folder

LONG_FORMS = {"news_story", "blog", "press_release"}


@pytest.fixture(scope="module")
def passages() -> tuple[corpus.Passage, ...]:
    """The whole corpus, read once."""
    return corpus.load()


def shared(*parts: str) -> Path:
    """A path under the shared material, or a skipped test without it."""
    path = shared_folder().joinpath(*parts)
    require(path.exists(), "/".join(parts))
    return path


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module, from where it lies."""
    spec = importlib.util.spec_from_file_location("score_extraction", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


def test_there_are_enough_passages_of_every_kind(passages: tuple[corpus.Passage, ...]) -> None:
    """At least 300 passages, 60 of them long, 100 traps that count, and every relation kind in numbers."""
    counts = corpus.counts(passages)
    assert len(passages) >= 300
    assert sum(p.form in LONG_FORMS for p in passages) >= 60
    assert counts["trap"].total() >= 100
    assert all(counts["relation"][relation] >= 10 for relation in corpus.SCORED_RELATIONS), counts["relation"]
    assert all(counts["relation"][relation] >= 3 for relation in corpus.OTHER_RELATIONS), counts["relation"]
    assert set(counts["form"]) == corpus.FORMS


def test_a_third_is_set_aside_across_forms(passages: tuple[corpus.Passage, ...]) -> None:
    """The set-aside third is chosen by number, and each frequent form has its share of it."""
    held_out = [p for p in passages if p.split == "held_out"]
    assert 0.3 < len(held_out) / len(passages) < 0.37
    for form, count in corpus.counts(passages)["form"].items():
        share = sum(p.form == form for p in held_out) / count
        assert count < 15 or 0.15 < share < 0.55, form


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"evidence": "not there"}, "the evidence is not in the text"),
        ({"relation": "LIKED"}, "unknown relation"),
        ({"currency": "XYZ"}, "unknown currency"),
        ({"currency": None}, "amount and currency go together"),
        ({"date": "2022-13"}, "not a date"),
        ({"asserted": False}, "a trap without a reason"),
    ],
)
def test_a_wrong_annotation_is_named(change: dict[str, Any], complaint: str) -> None:
    """Each rule of an annotation has its own complaint."""
    right: dict[str, Any] = {
        "subject": "ICO", "relation": "FINED", "object": "Acme", "evidence": "fined Acme £5",
        "asserted": True, "amount": 5.0, "currency": "GBP", "date": "2022-05",
    }  # fmt: skip
    document = "The ICO fined Acme £5 in May."
    assert not list(corpus.annotation_problems(corpus.Annotation(**right), document))
    found = list(corpus.annotation_problems(corpus.Annotation(**(right | change)), document))
    assert any(complaint in f for f in found), found


def test_an_id_may_be_used_once(tmp_path: Path) -> None:
    """Two passages of one number would overwrite each other in the export."""
    entry = '- {id: "001", form: headline, split: seen, published: null, text: No, facts: [], traps: []}\n'
    (tmp_path / "a.yaml").write_text(entry * 2, encoding="utf-8")
    with pytest.raises(corpus.CorpusError, match="used twice"):
        corpus.load(tmp_path)


def test_the_export_puts_the_day_of_publication_in_the_address(
    passages: tuple[corpus.Passage, ...], tmp_path: Path
) -> None:
    """The scorer and the extractor both skip the first line; the evidence is found after it."""
    passage = next(p for p in passages if p.published and p.title)
    corpus.export([passage], tmp_path)
    first, rest = (tmp_path / f"{passage.id}.txt").read_text(encoding="utf-8").split("\n", 1)
    assert passage.published is not None
    assert passage.published.replace("-", "/") in first
    assert rest == passage.document
    assert all(a.evidence in rest for a in passage.annotations)


def test_the_annotations_themselves_score_full_marks(
    passages: tuple[corpus.Passage, ...], tmp_path: Path
) -> None:
    """Perfect predictions find every fact and fall for no trap: the scorer reads the export as meant."""
    scorer = load_scorer(shared("eval", "score_extraction.py"))
    corpus.export(passages, tmp_path)
    predictions = tmp_path / "predictions.ndjson"
    rows = (json.dumps(row, ensure_ascii=False) for row in corpus.perfect_predictions(passages))
    predictions.write_text("\n".join(rows), encoding="utf-8")
    numbers, errors = scorer.evaluate(tmp_path, predictions, [tmp_path / "aliases.json"])
    assert numbers["relation"]["f1"] >= 0.995, errors(20)
    assert numbers["money"]["share"] >= 0.995, errors(20)
    assert numbers["date"]["share"] >= 0.995, errors(20)
    assert numbers["quote_exact"]["share"] == 1
    assert numbers["traps"]["traps_fallen_for"] == 0, errors(20)


def test_registry_ids_of_the_names_exist() -> None:
    """The names of well-known regulators carry their id in the registry as an alias."""
    registry = shared("facts", "regulators.yaml").read_text(encoding="utf-8")
    names = corpus.read_yaml(corpus.NAMES)
    assert isinstance(names, dict)
    for name in ("ICO", "CNIL", "Irish DPC", "FTC", "PIPC", "OAIC"):
        assert any(f"id: {alias}\n" in registry for alias in names["aliases"][name]), name


def test_the_weak_labels_are_read_where_they_lie() -> None:
    """Several hundred rows; plans and empty rows are left out, and most name a firm."""
    labels = weak_labels.read(shared(*weak_labels.SOURCE.parts))
    assert len(labels) > 300
    assert all(label.amount > 0 and label.summary and label.authority for label in labels)
    assert len(weak_labels.answerable(labels)) > 80


def test_grouped_digits_are_one_number() -> None:
    """European and English groupings both read as thousands, a decimal comma does not."""
    assert list(weak_labels.numbers("40.000 PLN, 2,500 euro, 2,8 million")) == [40_000, 2_500, 2_800_000]
