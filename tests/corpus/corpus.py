"""The project's own annotated passages: read, checked, and exported in the layout of the extraction scorer.

    python tests/corpus/corpus.py FOLDER [--split seen|held_out]

writes NNN.txt, NNN.json, aliases.json and manifest.json to FOLDER. README.md here has the format.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml
from babel.numbers import list_currencies

HERE = Path(__file__).parent
PASSAGES = HERE / "passages"
NAMES = HERE / "names.yaml"

SCORED_RELATIONS = frozenset({
    "FINED", "ORDERED", "INVESTIGATED", "INVESTIGATED_JOINTLY_WITH", "SUED", "SETTLED_WITH", "APPEALED",
    "COMPLAINED_ABOUT", "SCRAPED", "ACQUIRED_OR_OWNS", "EMPLOYS",
})  # fmt: skip
OTHER_RELATIONS = frozenset({
    "PROPOSED_FINE", "REPRIMANDED", "FOUND_BREACH", "ANNULLED", "REVERSED", "UPHELD", "INTERVENED_IN",
    "SENT_CEASE_AND_DESIST_TO", "COOPERATED_WITH", "WITHDREW_FROM", "INVESTED_IN",
})  # fmt: skip
FORMS = frozenset({
    "news_lead", "news_story", "notice", "ruling", "law_firm_note", "fines_list", "headline",
    "question_answer", "translated", "bullet_list", "table", "press_release", "blog",
})  # fmt: skip
CURRENCIES = frozenset(list_currencies())  # with those that are no longer in use, such as the lev
SPLITS = ("seen", "held_out")
LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader  # the first is ten times as fast
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
ACCEPT = ("accept_subject", "accept_relation", "accept_object", "accept_amount", "accept_date")
PLAIN = ("subject", "relation", "object", "amount", "currency", "date", "evidence", "trap")
THIRD_PARTIES = ("target", "addressed_to", "status")
ANNOTATION_KEYS = frozenset((*PLAIN, *ACCEPT, *THIRD_PARTIES, "converted"))
PASSAGE_KEYS = frozenset(("id", "form", "split", "published", "title", "text", "facts", "traps"))


class CorpusError(ValueError):
    """A passage that breaks a rule of the format; the message names the file, the passage and the rule."""


@dataclass(frozen=True)
class Annotation:
    """One relation in one passage: a fact that its words state, or (not asserted) a trap."""

    subject: str
    relation: str
    object: str
    evidence: str
    asserted: bool
    amount: float | None = None
    currency: str | None = None
    date: str | None = None
    trap: str | None = None
    accept: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    converted: tuple[tuple[float, str], ...] = ()
    third_parties: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def counts(self) -> bool:
        """Whether the scorer counts it as a hit, a miss or a trap: not `optional`, and a relation it knows."""
        return self.relation in SCORED_RELATIONS and "optional" not in (self.trap or "")


@dataclass(frozen=True)
class Passage:
    """A text with all that a careful reader finds in it."""

    id: str
    form: str
    split: str
    published: str | None
    title: str | None
    text: str
    annotations: tuple[Annotation, ...]
    file: str

    @property
    def document(self) -> str:
        """Title and text as one string: what an extractor reads and what offsets refer to."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text

    @property
    def url(self) -> str:
        """An address whose path carries the day of publication, where there is one."""
        day = f"{self.published.replace('-', '/')}/" if self.published else ""
        return f"https://example.org/{day}{self.id}"

    @property
    def facts(self) -> tuple[Annotation, ...]:
        """The annotations that the text asserts."""
        return tuple(a for a in self.annotations if a.asserted)

    @property
    def traps(self) -> tuple[Annotation, ...]:
        """The annotations that only look like facts."""
        return tuple(a for a in self.annotations if not a.asserted)


def split_of(identifier: str) -> str:
    """Each third passage is set aside, by number, so that every form and topic gives its share."""
    return "held_out" if int(identifier) % 3 == 0 else "seen"


# --- reading ------------------------------------------------------------------------------------------


def load(folder: Path = PASSAGES) -> tuple[Passage, ...]:
    """All passages by id; a CorpusError tells the first rule that one of them breaks."""
    passages = [
        parse_passage(row, path.name)
        for path in sorted(folder.glob("*.yaml"))
        for row in cast("list[dict[str, Any]]", read_yaml(path))
    ]
    repeated = [i for i, n in Counter(p.id for p in passages).items() if n > 1]
    if repeated:
        message = f"ids used twice: {', '.join(repeated)}"
        raise CorpusError(message)
    for passage in passages:
        for problem in problems(passage):
            message = f"{passage.file}, {passage.id}: {problem}"
            raise CorpusError(message)
    return tuple(sorted(passages, key=lambda p: p.id))


def read_yaml(path: Path) -> object:
    """The content with every scalar a string: dates, ids and the country code NO stay as written."""
    return cast("object", yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER))  # noqa: S506 - strings only


def parse_passage(row: dict[str, Any], file: str) -> Passage:
    """One YAML entry; a missing or unknown key is a CorpusError."""
    if unknown := set(row) - PASSAGE_KEYS:
        message = f"{file}: unknown keys {sorted(unknown)}"
        raise CorpusError(message)
    try:
        annotations = [parse_annotation(a, asserted=True) for a in row["facts"]]
        annotations += [parse_annotation(a, asserted=False) for a in row["traps"]]
        published = None if row["published"] == "null" else str(row["published"])
        return Passage(
            row["id"], row["form"], row["split"], published, row.get("title"), row["text"],
            tuple(annotations), file,
        )  # fmt: skip
    except (KeyError, ValueError) as error:
        message = f"{file}, {row.get('id')}: {error!r}"
        raise CorpusError(message) from error


def parse_annotation(row: dict[str, Any], *, asserted: bool) -> Annotation:
    """One flow mapping under `facts` or `traps`."""
    if unknown := set(row) - ANNOTATION_KEYS:
        message = f"unknown keys {sorted(unknown)}"
        raise ValueError(message)
    return Annotation(
        subject=row["subject"],
        relation=row["relation"],
        object=row["object"],
        evidence=row["evidence"],
        asserted=asserted,
        amount=float(row["amount"]) if "amount" in row else None,
        currency=row.get("currency"),
        date=row.get("date"),
        trap=row.get("trap"),
        accept={key: tuple(row[key]) for key in ACCEPT if key in row},
        converted=tuple((float(value), code) for value, code in row.get("converted", ())),
        third_parties={key: row[key] for key in THIRD_PARTIES if key in row},
    )


# --- rules --------------------------------------------------------------------------------------------


def problems(passage: Passage) -> Iterator[str]:
    """Every rule of the format that the passage breaks, in words."""
    if not re.fullmatch(r"\d{3}", passage.id):
        yield "the id is not three digits"
    elif passage.split != split_of(passage.id):
        yield f"the split of this id is {split_of(passage.id)}"
    if passage.form not in FORMS:
        yield f"unknown form {passage.form}"
    if passage.published and not (DATE.fullmatch(passage.published) and passage.published.count("-") == 2):
        yield f"published is not a day: {passage.published}"
    for annotation in passage.annotations:
        yield from (
            f"{annotation.evidence[:60]!r}: {p}" for p in annotation_problems(annotation, passage.document)
        )


def annotation_problems(annotation: Annotation, document: str) -> Iterator[str]:
    """Every rule that one annotation breaks."""
    if not annotation.evidence or annotation.evidence not in document:
        yield "the evidence is not in the text"
    if annotation.relation not in SCORED_RELATIONS | OTHER_RELATIONS:
        yield f"unknown relation {annotation.relation}"
    if (annotation.amount is None) != (annotation.currency is None):
        yield "amount and currency go together"
    codes = [c for c in (annotation.currency, *(code for _, code in annotation.converted)) if c]
    yield from (f"unknown currency {c}" for c in codes if c not in CURRENCIES)
    dates = [d for d in (annotation.date, *annotation.accept.get("accept_date", ())) if d]
    yield from (f"not a date: {d}" for d in dates if not DATE.fullmatch(d))
    if not annotation.asserted and not annotation.trap:
        yield "a trap without a reason"


# --- exporting ----------------------------------------------------------------------------------------


def gold(annotation: Annotation) -> dict[str, Any]:
    """The annotation as the scorer's JSON has it."""
    row: dict[str, Any] = {
        "subject": annotation.subject,
        "relation": annotation.relation,
        "object": annotation.object,
        "amount": annotation.amount,
        "currency": annotation.currency,
        "date": annotation.date,
        "evidence_quote": annotation.evidence,
        "asserted": annotation.asserted,
        "trap": annotation.trap,
        **annotation.third_parties,
        **{key: list(values) for key, values in annotation.accept.items()},
    }
    if annotation.converted:
        row["converted"] = [list(pair) for pair in annotation.converted]
    return row


def export(passages: Iterable[Passage], folder: Path) -> None:
    """Write texts, annotations, names, and a manifest with each form as kind and each split as tag."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest: list[dict[str, Any]] = []
    for passage in passages:
        with (folder / f"{passage.id}.txt").open("w", encoding="utf-8", newline="\n") as text:
            text.write(f"URL: {passage.url}\n{passage.document}")
        write_json(folder / f"{passage.id}.json", [gold(a) for a in passage.annotations])
        manifest.append({"id": passage.id, "kind": passage.form, "tags": [passage.split]})
    write_json(folder / "manifest.json", manifest)
    write_json(folder / "aliases.json", read_yaml(NAMES))


def perfect_predictions(passages: Iterable[Passage]) -> Iterator[dict[str, Any]]:
    """What an extractor without errors would print: each fact asserted, each trap under another modality."""
    for passage in passages:
        for annotation in passage.annotations:
            start = passage.document.index(annotation.evidence)
            yield {
                "document": passage.id,
                "subject": {"name": annotation.subject},
                "relation": annotation.relation,
                "object": {"name": annotation.object},
                "modality": "asserted" if annotation.asserted else "hypothetical",
                "amount": annotation.amount,
                "currency": annotation.currency,
                "date": annotation.date,
                "quote": annotation.evidence,
                "start": start,
                "end": start + len(annotation.evidence),
            }


def write_json(path: Path, content: object) -> None:
    """JSON in UTF-8, without escapes."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def counts(passages: Iterable[Passage]) -> dict[str, Counter[str]]:
    """Passages by form and split, facts by relation, traps by relation; without the optional ones."""
    chosen = list(passages)
    return {
        "form": Counter(p.form for p in chosen),
        "split": Counter(p.split for p in chosen),
        "relation": Counter(a.relation for p in chosen for a in p.facts if "optional" not in (a.trap or "")),
        "trap": Counter(a.relation for p in chosen for a in p.traps if a.counts),
    }


def main() -> None:
    """Export all passages or one split, and print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=SPLITS)
    options = parser.parse_args()
    passages = [p for p in load() if options.split in (None, p.split)]
    export(passages, options.folder)
    for title, counter in counts(passages).items():
        rows = ", ".join(f"{key} {n}" for key, n in counter.most_common())
        print(f"{title}: {counter.total()}  {rows}")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
