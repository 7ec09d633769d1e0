"""The bodies of annotated text, read once: every candidate with its features, and whether it is right."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit

from seed.extract import engine, report
from seed.extract.decide.features import together
from seed.extract.types import Extraction
from seed.extract.values import publication
from seed.language import languages
from tests.corpus import corpus

Json = dict[str, Any]
_WORKERS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate of one text: as a row of the exchange format, with its features.

    ``right`` is whether the annotations hold it, ``None`` where it counts neither way.
    """

    row: Json
    features: dict[str, float]
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its candidates. ``group`` is its publisher: no fold may hold a part of one."""

    body: str
    id: str
    group: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A folder of texts with annotations, and the files of names that go with it."""

    name: str
    folder: Path
    aliases: tuple[Path, ...] = ()


def bodies(shared: Path, work: Path, parts: Iterable[str]) -> list[Body]:
    """The bodies with these names; the project's own corpus is exported to ``work`` for the scorer."""
    found: list[Body] = []
    for part in parts:
        folder = shared / "eval" / part
        if part in corpus.SPLITS:
            folder = work / part
            corpus.export([p for p in corpus.load() if p.split == part], folder)
            names = (folder / "aliases.json").rename(work / f"{part}-aliases.json")
            found.append(Body(part, folder, (names,)))
        else:
            found.append(Body(part, folder))
    return found


def read(body: Body, scorer: ModuleType, workers: int = _WORKERS) -> list[Text]:
    """All texts of a body with their candidates, judged by the scorer."""
    paths = sorted(body.folder.glob("*.txt"))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        texts = list(pool.map(_read, [(body.name, path) for path in paths], chunksize=8))
    return _judged(texts, body, scorer)


def _read(asked: tuple[str, Path]) -> Text:
    body, path = asked
    document = report.document(path.stem, path.read_bytes().decode("utf-8"))
    published = publication.published(document.text, document.url)
    found = engine.candidates(document, published) if languages(document.text).is_read else []
    extraction = Extraction(document.id, tuple(one.claim for one in found), published, "rules", "0")
    rows = report.rows(extraction)
    candidates = tuple(
        Candidate(row, together(one.features, one.times, len(one.rules)))
        for row, one in zip(rows, found, strict=True)
    )
    group = document.id if body in corpus.SPLITS else publisher(document.url or document.id)
    return Text(body, document.id, f"{body}:{group}" if body in corpus.SPLITS else group, candidates)


def publisher(url: str) -> str:
    """Whose text it is: the host; of a mirror of decisions, the folder of the authority in it."""
    parts = urlsplit(url)
    if mirrored := re.search(r"/(?:authorities|courts)/([^/]+)/MT_([A-Za-z]+)", unquote(parts.path)):
        return f"{mirrored[1]} {mirrored[2]}"
    return (parts.hostname or url).removeprefix("www.")


def _judged(texts: Sequence[Text], body: Body, scorer: ModuleType) -> list[Text]:
    names = scorer.Names([Path(scorer.__file__ or "").with_name("aliases.json"), *body.aliases])
    gold = scorer.read_gold(body.folder, names)
    judged: list[Text] = []
    for text in texts:
        verdicts = _verdicts(text, gold, names, scorer)
        candidates = tuple(
            Candidate(one.row, one.features, verdicts.get(line))
            for line, one in enumerate(text.candidates, 1)
        )
        judged.append(Text(text.body, text.id, text.group, candidates))
    return judged


def _verdicts(text: Text, gold: dict[str, Any], names: Any, scorer: ModuleType) -> dict[int, bool]:
    guesses = [
        scorer.predicted(one.row, line, gold)
        for line, one in enumerate(text.candidates, 1)
        if one.row["relation"] in scorer.VOCABULARY
    ]
    outcome = scorer.match(gold[text.id], guesses, names)
    right = [guess for _, guess in outcome.matched] + outcome.duplicates
    return {guess.line: True for guess in right} | {guess.line: False for guess, _ in outcome.wrong}


def predictions(texts: Iterable[Text], keep: Iterator[bool] | None = None) -> Iterator[Json]:
    """The rows of all candidates, or of those that ``keep`` says."""
    for text in texts:
        for one in text.candidates:
            if keep is None or next(keep):
                yield one.row


def write(rows: Iterable[Json], path: Path) -> Path:
    """Rows as NDJSON, for the scorer."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
