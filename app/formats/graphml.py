"""GraphML: entities as nodes, facts as edges; opens in Gephi and networkx."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from app.answers.page import ListPage
from app.formats.form import Form, Json, Options
from app.formats.sources import sources

_NODE: Final = {"label": "string", "kind": "string", "country": "string"}
_EDGE: Final = {
    "relation": "string", "date": "string", "status": "string", "amount": "double", "currency": "string",
    "eur": "double", "summary": "string", "documents": "int", "source": "string",
}  # fmt: skip
_CONTROL: Final = dict.fromkeys((code for code in range(32) if code not in {9, 10, 13}), None)


class GraphMl:
    """Nodes stand before the edge that first names them; only ids of nodes are kept."""

    def __init__(self, page: ListPage, _: Options) -> None:
        self._revision = page.revision
        self._nodes: set[str] = set()

    def start(self) -> Iterable[bytes]:
        """The attributes that nodes and edges have."""
        keys = [
            f'<key id="{prefix}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>'
            for what, prefix, names in (("node", "n", _NODE), ("edge", "e", _EDGE))
            for name, kind in names.items()
        ]
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        graph = f'\n<graph id="whofined-{self._revision}" edgedefault="directed">\n'
        yield (head + "\n".join(keys) + graph).encode()

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """An edge for each fact, from who acts to who is acted on."""
        yield "".join(part for item in items for part in self._parts(item)).encode()

    def end(self) -> Iterable[bytes]:
        """The graph is closed."""
        yield b"</graph>\n</graphml>\n"

    def _parts(self, item: Json) -> Iterable[str]:
        for entity in (item["subject"], item["object"]):
            if entity["id"] not in self._nodes:
                self._nodes.add(entity["id"])
                values = {"label": entity["name"], "kind": entity["kind"], "country": entity["country"]}
                yield f"<node id={_quoted(entity['id'])}>{_data('n', values)}</node>\n"
        amount: Json = item["amount"] or {}
        best: Json = dict(next((one["document"] for one in sources(item)), ()))
        values: Json = {
            "relation": item["relation"],
            "date": item["date"],
            "status": item["status"],
            "amount": amount.get("value"),
            "currency": amount.get("currency"),
            "eur": amount.get("eur"),
            "summary": item["summary"],
            "documents": item["sources"]["documents"],
            "source": best.get("url"),
        }
        ends = f"source={_quoted(item['subject']['id'])} target={_quoted(item['object']['id'])}"
        yield f"<edge id={_quoted(item['id'])} {ends}>{_data('e', values)}</edge>\n"


def _quoted(text: str) -> str:
    return quoteattr(text.translate(_CONTROL))


def _data(prefix: str, values: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{prefix}_{name}">{escape(str(value).translate(_CONTROL))}</data>'
        for name, value in values.items()
        if value is not None
    )


GRAPHML = Form(
    name="graphml",
    media_type="application/graphml+xml",
    suffix="graphml",
    writer=GraphMl,
    lists=False,
    description="entities as nodes and facts as edges, for Gephi and networkx",
)
