"""Nothing is kept that nobody calls."""

import vulture

from tests.requirements import CHECKOUT

LAYERS = ("app", "graph", "seed")
KINDS = {"class", "function", "import", "method", "property", "unreachable_code"}
CALLED_BY_OTHERS = ["@router.*", "@*app.*", "@*validator*", "@*serializer*", "@computed_field"]
"""Decorators that hand a function over to a library, which then calls it."""


def test_every_function_and_class_is_used() -> None:
    """What only exists is dead; what only tests use counts as used. Fields are left out: rows are read by name."""
    search = vulture.Vulture(ignore_decorators=CALLED_BY_OTHERS)
    search.scavenge([str(CHECKOUT / folder) for folder in (*LAYERS, "tests")])
    unused = [item for item in search.get_unused_code(min_confidence=60) if item.typ in KINDS]
    places = [(item.filename.relative_to(CHECKOUT), item) for item in unused]
    assert [
        f"{path.as_posix()}:{item.first_lineno}: {item.typ} {item.name}"
        for path, item in places
        if path.parts[0] in LAYERS
    ] == []
