"""A script of Cypher that rebuilds the facts on an empty Neo4j: constraints, nodes, relationships, in batches."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.answers.page import ListPage
from app.formats.form import Form, Json, Options
from app.formats.property_graph import ENDS, LABELS, Link, Node, PropertyGraph
from graph import script
from graph.vocabulary import KINDS


class CypherScript:
    """Each page adds a statement for each label and each kind of relationship; nodes stand before what joins them."""

    def __init__(self, _: ListPage, __: Options) -> None:
        self._graph = PropertyGraph()

    def start(self) -> Iterable[bytes]:
        """Ids are unique, so that the script may be run again."""
        yield script.constraints([*LABELS, *(kind.label for kind in KINDS.values())]).encode()

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """Nodes and relationships of a page."""
        nodes, links = self._graph.parts(items)
        yield from _nodes(nodes)
        yield from _links(links)

    def end(self) -> Iterable[bytes]:
        """Nothing."""
        return ()


def _nodes(nodes: Sequence[Node]) -> Iterable[bytes]:
    by_label: dict[str, list[Json]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(
            {"id": node.id, "label": node.kind, "properties": node.properties}
            if node.label == "Entity"
            else {"id": node.id, "properties": node.properties}
        )
    for label in LABELS:
        if rows := by_label[label]:
            template = script.ENTITIES if label == "Entity" else script.NODES[label]
            yield script.filled(template, rows).encode()


def _links(links: Sequence[Link]) -> Iterable[bytes]:
    by_ends: dict[str, list[Json]] = defaultdict(list)
    for link in links:
        by_ends[link.ends].append(
            {"from": link.start, "to": link.end, "type": link.type, "properties": link.properties}
        )
    for ends in ENDS:
        if rows := by_ends[ends]:
            yield script.filled(script.LINKS[ends], rows).encode()


CYPHER = Form(
    name="cypher",
    media_type="application/x-cypher-query",
    suffix="cypher",
    writer=CypherScript,
    lists=False,
    description="a script that rebuilds the facts on an empty Neo4j",
)
