"""Which evidence may be named as a source: what was published, never a case note of our own."""

from collections.abc import Mapping
from typing import Any

from graph.vocabulary import UNCOUNTED_KINDS

Json = dict[str, Any]


def sources(item: Mapping[str, Any]) -> list[Json]:
    """The evidence of a fact that stands in a source, in the order of the fact."""
    return [one for one in item["evidence"] if one["document"].get("kind") not in UNCOUNTED_KINDS]
