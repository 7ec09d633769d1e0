"""Score the extractor on four bodies of text, and list its misses by kind.

    python -m tests.eval [--errors N] [--relations FINED,…] [--only PART]

Development texts and the scorer are read from the shared folder; the corpus is the project's own. Of the part set aside
only the numbers are ever printed.
"""

import argparse
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from tests.eval.measured import Reading, read_all
from tests.eval.weak import score_weak
from tests.requirements import shared_folder

SETS: Final = ("real", "dev", "wide", "own", "seen", "held_out", "weak")


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


def report(reading: Reading, part: str, relations: Iterable[str], errors: int) -> Iterator[str]:
    """The lines of one part."""
    numbers, listing = reading.numbers(part, relations)
    yield line(part, numbers)
    if part in {"real", "seen"}:
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
    parts = SETS if options.only is None else (options.only,)
    with tempfile.TemporaryDirectory() as name:
        if parts == ("weak",):
            print(*score_weak(shared, options.errors), sep="\n")  # noqa: T201 - a command
            return
        reading = read_all(shared, Path(name))
        relations = options.relations.split(",") if options.relations else reading.score.VOCABULARY
        for part in parts:
            lines = (
                score_weak(shared, options.errors)
                if part == "weak"
                else report(reading, part, relations, options.errors)
            )
            print(*lines, sep="\n")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
