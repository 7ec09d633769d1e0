"""Score the extractor on four bodies of text, and list its misses by kind.

    python -m tests.eval [--errors N] [--relations FINED,…] [--only dev|seen|held_out|weak]

Development texts and the scorer are read from the shared folder; the corpus is the project's own. Of the part set aside
only the numbers are ever printed.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from seed.extract import extract, ndjson
from tests.corpus import corpus
from tests.eval.weak import score_weak
from tests.requirements import shared_folder

SETS: Final = ("dev", "seen", "held_out", "weak")


def scorer(folder: Path) -> ModuleType:
    """The scorer, loaded from the file that comes with the development texts."""
    spec = importlib.util.spec_from_file_location("score_extraction", folder / "score_extraction.py")
    if spec is None or spec.loader is None:
        message = f"no scorer in {folder}"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def predict(texts: Path, target: Path) -> None:
    """Write the claims of every text in a folder as NDJSON."""
    with target.open("w", encoding="utf-8") as out:
        for path in sorted(texts.glob("*.txt")):
            document = ndjson.document(path.stem, path.read_bytes().decode("utf-8"))
            out.writelines(
                json.dumps(row, ensure_ascii=False) + "\n" for row in ndjson.rows(extract(document))
            )


def line(name: str, numbers: dict[str, Any]) -> str:
    """One row of the table: all relations, FINED, traps, money, dates, quotes."""
    traps = numbers["traps"]

    def triple(key: str) -> str:
        part = numbers[key]
        return f"P {part['precision']:.3f} R {part['recall']:.3f} F1 {part['f1']:.3f}"

    def share(key: str) -> str:
        part = numbers[key]
        return "    -" if part["share"] is None else f"{part['share']:.3f}"

    return (
        f"{name:<10} {triple('relation')} | FINED {triple('fined')} "
        f"| traps {traps['traps_fallen_for']:>2} of {traps['of']:<3} | money {share('money')} | date {share('date')} "
        f"| quote {share('quote_exact')} at gold {share('quote_evidence')}"
    )


def by_relation(numbers: dict[str, Any]) -> Iterable[str]:
    """One row for each relation."""
    for name, r in numbers["per_relation"].items():
        rates = f"P {r['precision']:.3f} R {r['recall']:.3f} F1 {r['f1']:.3f}"
        yield f"    {name:<26} {rates}  tp {r['tp']:>3} fp {r['fp']:>3} fn {r['fn']:>3}"


def measure(part: str, score: ModuleType, work: Path, relations: Iterable[str]) -> tuple[dict[str, Any], Any]:
    """The numbers for the development texts or for one part of the corpus, and what lists the errors."""
    aliases: list[Path] = []
    gold = shared_folder() / "eval" / "dev"
    if part != "dev":
        gold = work / part
        corpus.export([p for p in corpus.load() if p.split == part], gold)
        aliases = [(gold / "aliases.json").rename(work / f"{part}-aliases.json")]
    predictions = work / f"{part}.ndjson"
    predict(gold, predictions)
    return score.evaluate(gold, predictions, aliases, relations)


def report(part: str, score: ModuleType, work: Path, relations: Iterable[str], errors: int) -> Iterator[str]:
    """The lines for the development texts or for one part of the corpus."""
    numbers, listing = measure(part, score, work, relations)
    yield line(part, numbers)
    if part != "held_out":
        yield from by_relation(numbers)
        if errors:
            yield listing(errors)


def main() -> None:
    """Print the table, and up to N of each kind of miss; but never for the part set aside."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", type=int, default=20, metavar="N")
    parser.add_argument("--relations", default="")
    parser.add_argument("--only", choices=SETS)
    options = parser.parse_args()
    shared = shared_folder()
    score = scorer(shared / "eval")
    relations = options.relations.split(",") if options.relations else score.VOCABULARY
    with tempfile.TemporaryDirectory() as name:
        for part in SETS if options.only is None else (options.only,):
            if part == "weak":
                lines = score_weak(shared, options.errors)
            else:
                lines = report(part, score, Path(name), relations, options.errors)
            print(*lines, sep="\n")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
