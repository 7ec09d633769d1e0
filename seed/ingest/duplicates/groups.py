"""Near-duplicates among documents: all that hang together count as one source, whichever came first."""

from collections.abc import Mapping, Sequence

from graph.store import Transaction
from graph.writes.statements import Rows
from seed.ingest import statements as s


async def link_twins(tx: Transaction, bands: Mapping[str, Sequence[str]]) -> list[str]:
    """Put documents beside those that share a band of their fingerprints; returns facts whose sources may change.

    ``bands`` are those of each document; one without any stands for itself.
    """
    marked = [{"id": id_, "bands": list(own)} for id_, own in sorted(bands.items()) if own]
    if not marked:
        return []
    found = await tx.run(s.BANDS, Rows(marked))
    components = [{"least": min(one), "members": sorted(one)} for one in together(found)]
    return sorted({row.id for row in await tx.run(s.TWINS, Rows(components))})


def together(found: Sequence[s.Beside]) -> list[set[str]]:
    """The documents that hang together, over however many steps. A key is the smallest id of those known to do so."""
    components: list[set[str]] = []
    for row in found:
        whole = {row.id, *row.twins, *row.keys}
        apart: list[set[str]] = []
        for one in components:
            if one & whole:
                whole |= one
            else:
                apart.append(one)
        components = [*apart, whole]
    return components
