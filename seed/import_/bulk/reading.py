"""A long list, read once: what grows with its rows is in files, but for the numbers of refused rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.bulk.shelf import Shelf
from seed.import_.authorities import Authorities
from seed.import_.batch import Batch
from seed.import_.bulk.spool import Spool
from seed.import_.entry import Entry, Refused
from seed.import_.linking import Known, Link, Pair, assigned, take
from seed.import_.parties import Parties
from seed.import_.planning import action_key, key_of
from seed.import_.run import read
from seed.import_.source import Limits
from seed.import_.table import form_of
from seed.ingest.registry import registry

_TOLD: Final = 1_000
_WHOLE: Final = frozenset({"json", "xlsx"})
"""Forms that are read as a whole, and keep the limits of any import."""
LIMITS: Final = Limits(bytes=8_000_000_000, rows=20_000_000)
Said = tuple[Entry, str, bool, str]
"""An entry, the id of its target, whether that is named, and the key of the row."""
ROWS: Final = "rows"
"""The folder beside the tables for what is not needed once these are whole."""
OnProgress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list, its batch, an empty folder for its tables, and who hears of steps and of rows done."""

    path: Path
    batch: Batch
    folder: Path
    on_progress: OnProgress
    authorities: Authorities | None = None


@dataclass(slots=True)
class Told:
    """What a list says: its rows in files, and which facts of the graph they may tell of.

    ``actions`` counts the rows of each decision, ``met`` has the decisions of the rows in ``pairs``.
    """

    folder: Path
    said: Spool[Said]
    refused: Spool[Refused]
    parties: Parties
    actions: Shelf[int]
    met: dict[int, str] = field(default_factory=dict[int, str])
    pairs: dict[str, list[Pair]] = field(default_factory=dict[str, list[Pair]])
    reasons: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    rows: int = 0
    filtered: int = 0

    def links(self) -> dict[int, Link]:
        """By the place of a row the fact that it tells of; such rows are no facts of their decision."""
        found: dict[int, Link] = {}
        taken: set[str] = set()
        for _, pairs in sorted(self.pairs.items()):
            take(found, taken, assigned(pairs))
        for at, link in found.items():
            if link.verdict == "same":
                self.actions[self.met[at]] -= 1
        return found


def read_list(wanted: Wanted, near: Known) -> Told:
    """Read a list into files; ``near`` are the facts that its rows are compared with."""
    folder, columns = wanted.folder / ROWS, wanted.batch.columns
    parties = Parties.of(registry().values())
    parties.by_form = Shelf(folder / "forms.db", parties.by_form)
    parties.kinds = Shelf(folder / "kinds.db", parties.kinds)
    parties.added = Shelf(folder / "added.db")
    told = Told(
        folder, Spool(folder / "said"), Spool(folder / "refused"), parties, Shelf(folder / "actions.db")
    )
    seen: Shelf[int] = Shelf(folder / "keys.db")
    form = columns.table.format or form_of(wanted.path)
    for found in read(wanted.path, columns, None if form in _WHOLE else LIMITS, wanted.authorities):
        told.rows += 1
        if isinstance(found, Refused):
            told.refused.add(found)
            told.filtered += found.filtered
            told.reasons.setdefault(found.reason, []).append(found.row.number)
        else:
            for one in found:
                _take_in(told, one, key_of(one, seen), near)
        if told.rows % _TOLD == 0:
            wanted.on_progress("Reading rows", told.rows)
    seen.close()
    return told


def _take_in(told: Told, one: Entry, key: str, near: Known) -> None:
    target = told.parties.target(one.target, one.country, {})
    action, at = action_key(one, key), told.said.size
    pairs = near.pairs(at, one, target.id, named=target.named)
    if pairs:
        told.pairs.setdefault(one.authority, []).extend(pairs)
        told.met[at] = action
    told.said.add((one, target.id, target.named, key))
    told.actions[action] = told.actions.get(action, 0) + 1
