"""The refused rows of a list as a table in the list's own form, to be corrected and brought again."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from seed.import_.entry import Refused
from seed.import_.mapping import Table

ADDED: Final = ("refused_row", "refused_because")
"""Columns behind those of the list, which no mapping reads."""
_TAB: Final = "\t"


def write_refused(path: Path, refused: Iterable[Refused], table: Table) -> None:
    """Write the rows with their reasons; corrected, the file is brought with the mapping of the list.

    They are gone through twice.
    """
    heads = list(dict.fromkeys(head for one in refused for head in one.row.values))
    delimiter = table.delimiter or (_TAB if table.format == "tsv" else ",")
    scratch = path.with_name(f"{path.name}.part")
    with scratch.open("w", encoding=table.encoding, errors="xmlcharrefreplace", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([*heads, *ADDED])
        for one in refused:
            writer.writerow([*(one.row.values.get(head, "") for head in heads), one.row.number, one.reason])
    scratch.replace(path)
