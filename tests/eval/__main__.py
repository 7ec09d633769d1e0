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
from collections.abc import Iterable
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
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def predict(texts: Path, target: Path) -> None:
    """Write the claims of every text in a folder as NDJSON."""
    with target.open("w", encoding="utf-8") as out:
        for path in sorted(texts.glob("*.txt")):
            document = ndjson.document(path.stem, path.read_bytes().decode("utf-8"))
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in ndjson.rows(extract(document)))


def line(name: str, numbers: dict[str, Any]) -> str:
    """One row of the table: all relations, FINED, traps, money, dates, quotes."""
    traps = numbers["traps"]

    def rate(key: str) -> str:
        part = numbers[key]
        return "    -" if part["share"] is None else f"{part['share']:.3f}"

    whole, fined = numbers["relation"], numbers["fined"]
    return (
        f"{name:<10} P {whole['precision']:.3f} R {whole['recall']:.3f} F1 {whole['f1']:.3f} | FINED P {fined['precision']:.3f} "
        f"R {fined['recall']:.3f} F1 {fined['f1']:.3f} | traps {traps['traps_fallen_for']:>2} of {traps['of']:<3} | money {rate('money')} "
        f"| date {rate('date')} | quote {rate('quote_exact')} at gold {rate('quote_evidence')}"
    )


def by_relation(numbers: dict[str, Any]) -> Iterable[str]:
    """One row for each relation."""
    for name, r in numbers["per_relation"].items():
        yield f"    {name:<26} P {r['precision']:.3f} R {r['recall']:.3f} F1 {r['f1']:.3f}  tp {r['tp']:>3} fp {r['fp']:>3} fn {r['fn']:>3}"


def main() -> None:
    """Print the table; with ``--errors`` also what was missed and what was wrong, but never for the part set aside."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--relations", default="")
    parser.add_argument("--only", choices=SETS)
    options = parser.parse_args()
    shared = shared_folder()
    score = scorer(shared / "eval")
    relations = options.relations.split(",") if options.relations else score.VOCABULARY
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for part in SETS if options.only is None else (options.only,):
            if part == "weak":
                print(*score_weak(shared, options.errors), sep="\n")  # noqa: T201 - a command
                continue
            gold = shared / "eval" / "dev" if part == "dev" else work / part
            if part != "dev":
                corpus.export([p for p in corpus.load() if p.split == part], gold)
            predictions = work / f"{part}.ndjson"
            predict(gold, predictions)
            aliases = [] if part == "dev" else [gold / "aliases.json"]
            (gold / "aliases.json").exists() and part != "dev" and (gold / "aliases.json").rename(work / f"{part}-aliases.json")
            aliases = [] if part == "dev" else [work / f"{part}-aliases.json"]
            numbers, listing = score.evaluate(gold, predictions, aliases, relations)
            print(line(part, numbers))  # noqa: T201 - a command
            if part != "held_out":
                print(*by_relation(numbers), sep="\n")  # noqa: T201 - a command
            if options.errors and part != "held_out":
                print(listing(options.errors))  # noqa: T201 - a command


if __name__ == "__main__":
    main()
