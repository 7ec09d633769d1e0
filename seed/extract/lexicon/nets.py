"""The rows of the net under all rules, ``data/net.yaml``."""

from dataclasses import dataclass
from typing import Final, cast

from seed.extract.lexicon import kinds, tables


@dataclass(frozen=True, slots=True)
class Net:
    """Words of a deed, the kinds of its parties, and what must stand near: a word, both parties, a sum."""

    relation: str
    words: frozenset[str]
    subjects: frozenset[str]
    objects: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    rejects: frozenset[str]
    unlike: frozenset[str]
    side: str
    reach: int
    both: bool
    money: bool


def _row(row: dict[str, str]) -> Net:
    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, "").split())

    return Net(
        row["relation"], words("words"), kinds.of(row["subjects"]), kinds.of(row["objects"]), words("before"),
        words("after"), words("rejects"), words("unlike"), row.get("side", ""), int(row["reach"]),
        row.get("both") == "true", row.get("money") == "true",
    )  # fmt: skip


ROWS: Final = tuple(_row(row) for row in cast("list[dict[str, str]]", tables.read("net")["rows"]))
