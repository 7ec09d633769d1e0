"""What is weak in the graph: names under which such facts and entities are listed, and what each means."""

from typing import Final

FACT_FLAGS: Final[dict[str, str]] = {
    "unsourced": "no independent source was seen for it",
    "single_source": "it rests on one independent source",
    "disputed": "a source says otherwise",
    "stale": "pending, proposed or under appeal, and nothing was heard of it for three years",
    "unknown_outcome": "no source says what became of it",
    "unchecked": "no page that it is cited from has been visited",
    "not_found": "pages that it is cited from were visited, and none says it",
    "says_otherwise": "a page that it is cited from gives another sum",
}
ENTITY_FLAGS: Final[dict[str, str]] = {
    "orphan": "no fact names it, and nothing belongs to it",
    "unregistered": "a machine has read of it, and no record knows it",
}
