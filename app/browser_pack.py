"""The pack for Neo4j Browser: saved queries, a style, and a guide in two forms, all made from files and the vocabulary.

Queries are the files of ``cypher/browser/saved``: a title and what it shows in comment lines, then the statement. The
guide walks through one story with them. ``python -m app.docs`` writes the pack into ``docs/browser``.
"""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Final
from urllib.parse import quote

from graph.statement import FOLDER
from graph.vocabulary import KINDS, RELATIONS

SAVED: Final = FOLDER / "browser" / "saved"
STYLE: Final = "style.grass"
FAVOURITES: Final = "favourites.cypher"
GUIDE: Final = "guide.html"
ASCIIDOC: Final = "guide.adoc"

_LADDER: Final = {
    "Fact": ("#111827", "60px", "caption"),
    "Stage": ("#b45309", "50px", "caption"),
    "Claim": ("#6b7280", "40px", "caption"),
    "Document": ("#9ca3af", "45px", "caption"),
    "Case": ("#374151", "70px", "caption"),
}
"""Colour, size and caption of what stands between bodies."""
_SIZES: Final = {"regulator": "70px", "company": "70px", "person": "50px", "country": "40px", "law": "45px"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved query: its name, what it is called, what it shows, and the statement."""

    name: str
    title: str
    shows: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the guide: a heading, what to see, and the query that shows it."""

    title: str
    text: str
    query: str


STEPS: Final = (
    Step(
        "A firm and its authorities",
        "Clearview AI collected billions of pictures of faces from the open web. Six European authorities fined it. "
        "Each relationship is one fine, with its sum and year; click one for its status, its currency and its source.",
        "01_who_fined_clearview",
    ),
    Step(
        "Not only fines",
        "Orders, investigations, suits and settlements stand beside them, each a relation of its own. What was only "
        "proposed is PROPOSED_FINE and is never counted as a fine.",
        "02_all_that_happened_to_clearview",
    ),
    Step(
        "A fine has a life",
        "The British one was proposed with 17 million pounds in 2021, imposed with 7.6 million in 2022, annulled in "
        "2023, and sent back to be decided again in 2025. Each stage is a node with its year, and with who brought it.",
        "03_life_of_the_uk_fine",
    ),
    Step(
        "What changed it",
        "Appeals and rulings are facts too; CHANGES leads from each to the one that it changes.",
        "04_what_changed_the_uk_fine",
    ),
    Step(
        "Who says so",
        "No fact stands without a claim, and no claim without a document. Click a claim for its words.",
        "05_who_says_so",
    ),
    Step(
        "Whose pictures they were",
        "SCRAPED leads to the platforms, and SENT_CEASE_AND_DESIST_TO back from those who protested.",
        "06_whom_clearview_scraped",
    ),
    Step(
        "Who worked together",
        "The British and the Australian authority opened one investigation: one case, two authorities.",
        "07_who_worked_together",
    ),
    Step(
        "How two are connected",
        "The shortest chains of facts between Clearview AI and Meta. Change the two ids to ask about others.",
        "11_how_two_are_connected",
    ),
)
"""The Clearview saga in eight steps."""


@cache
def queries() -> dict[str, Saved]:
    """The saved queries by name, in order."""
    return {
        path.stem: _read(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(SAVED.glob("*.cypher"))
    }


def _read(name: str, text: str) -> Saved:
    lines = text.splitlines()
    said = [line.removeprefix("// ") for line in lines if line.startswith("//")]
    statement = "\n".join(line for line in lines if not line.startswith("//")).strip()
    return Saved(name, said[0], " ".join(said[1:]), statement)


def favourites() -> str:
    """All saved queries as one file; Browser names a saved query by its first line."""
    return "\n\n".join(f"// {one.title}\n{one.text};" for one in queries().values()) + "\n"


def style() -> str:
    """Colours, sizes and captions (GraSS), as the legend of the pages has them."""
    nodes = [
        _node(kind.label, kind.color, _SIZES.get(kind.name, "60px"), "caption") for kind in KINDS.values()
    ]
    ladder = [_node(label, *look) for label, look in _LADDER.items()]
    relations = [_relation(name, relation.money) for name, relation in RELATIONS.items()]
    general = (
        "node {\n  diameter: 50px;\n  color: #e5e7eb;\n  border-color: #9ca3af;\n  border-width: 2px;\n"
        "  text-color-internal: #111827;\n  font-size: 10px;\n  caption: '{caption}';\n}\n"
        "relationship {\n  color: #9ca3af;\n  shaft-width: 1px;\n  font-size: 8px;\n  padding: 3px;\n"
        "  text-color-external: #111827;\n  text-color-internal: #ffffff;\n  caption: '<type>';\n}"
    )
    return "\n".join([general, *nodes, *ladder, *relations]) + "\n"


def _node(label: str, color: str, diameter: str, caption: str) -> str:
    return (
        f"node.{label} {{\n  diameter: {diameter};\n  color: {color};\n  border-color: {color};\n"
        f"  text-color-internal: #ffffff;\n  caption: '{{{caption}}}';\n}}"
    )


def _relation(name: str, money: bool) -> str:  # noqa: FBT001 - a row of the vocabulary
    caption = "{caption}" if money else "<type>"
    width, color = ("3px", "#b91c1c") if money else ("1px", "#6b7280")
    return f"relationship.{name} {{\n  color: {color};\n  shaft-width: {width};\n  caption: '{caption}';\n}}"


def guide_html() -> str:
    """The guide for the classic Browser (`:play`): slides, each with a query that a click puts into the editor."""
    slides = [
        '<slide class="row-fluid">\n<div class="col-sm-5">\n'
        f"<h3>{number}. {escape(step.title)}</h3>\n<p class='lead'>{escape(step.text)}</p>\n</div>\n"
        '<div class="col-sm-7">\n<figure>\n'
        f'<pre class="pre-scrollable code runnable">{escape(queries()[step.query].text)}</pre>\n'
        f"<figcaption>{escape(queries()[step.query].title)}</figcaption>\n</figure>\n</div>\n</slide>"
        for number, step in enumerate(STEPS, 1)
    ]
    first = (
        '<slide class="row-fluid">\n<div class="col-sm-12">\n<h3>The Clearview AI saga in eight steps</h3>\n'
        "<p class='lead'>Who fined whom, what became of it, and who says so. Click a query to put it into the editor, "
        "then run it.</p>\n</div>\n</slide>"
    )
    body = "\n".join([first, *slides])
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>The Clearview AI saga</title></head>\n'
        f'<body>\n<article class="guide">\n<carousel class="deck container-fluid">\n{body}\n</carousel>\n</article>\n'
        "</body>\n</html>\n"
    )


def guide_adoc() -> str:
    """The guide for the newer Browser: AsciiDoc, a section for each step."""
    steps = "\n".join(
        f"== {number}. {step.title}\n\n{step.text}\n\n[source,cypher]\n----\n{queries()[step.query].text}\n----\n"
        for number, step in enumerate(STEPS, 1)
    )
    return (
        "= The Clearview AI saga in eight steps\n:neo4j-version: 5\n\n"
        f"Who fined whom, what became of it, and who says so.\n\n{steps}"
    )


def files() -> dict[str, str]:
    """Every file of the pack by name."""
    return {STYLE: style(), FAVOURITES: favourites(), GUIDE: guide_html(), ASCIIDOC: guide_adoc()}


def link(browser: str, text: str) -> str:
    """The address of Neo4j Browser with a statement in its editor."""
    return f"{browser}{'&' if '?' in browser else '?'}cmd=edit&arg={quote(text, safe='')}"
