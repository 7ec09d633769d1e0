"""The day of publication of a page: its own, or none."""

import pytest

from seed.extract.engine import extract
from seed.extract.types import Document
from seed.reading import Raw, read

_BODY = (
    "<p>The Garante fined Brightloom SpA €2 million on Tuesday, the authority said in a statement on its website.</p>"
    "<p>The company said that it was studying the decision and would answer questions at a later time.</p>"
)


def _published(head: str = "", before: str = "", after: str = "", outside: str = "") -> str | None:
    page = (
        f'<!doctype html><html lang="en"><head><title>Fine</title>{head}</head><body><main><article><h1>Fine</h1>'
        f"{before}{_BODY}{after}</article></main>{outside}</body></html>"
    )
    return read(Raw(page.encode(), "a.html")).published


def _json(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"outside": "<footer>Last reviewed: 5 March 2025</footer>"},
        {"outside": '<footer><time datetime="2025-03-05">5 March 2025</time></footer>'},
        {"outside": '<aside><time datetime="2025-03-05">5 March</time> Another fine</aside>'},
        {
            "outside": '<div class="comments"><time datetime="2025-03-05" itemprop="datePublished">x</time></div>'
        },
        {
            "outside": '<section id="related-posts"><article><time datetime="2025-03-05">x</time></article></section>'
        },
        {"after": "<table><tr><td><time datetime='2021-01-02'>x</time></td><td>2021-05-03</td></tr></table>"},
        {
            "after": f"<p>{'It was told to stop, and on ' * 8} <time datetime='2021-01-02'>2 January</time> it did.</p>"
        },
        {
            "head": _json(
                '{"@type":"ItemList","itemListElement":[{"@type":"Article","datePublished":"2019-01-01"}]}'
            )
        },
        {"head": _json('{"@type":"Article","comment":[{"@type":"Comment","datePublished":"2023-09-09"}]}')},
        {"head": _json('{"@type":"Event","datePublished":"2019-01-01"}') + _json("{ no json")},
        {"head": '<meta property="article:modified_time" content="2025-01-01">'},
    ],
)
def test_a_day_of_something_else_is_none_of_the_page(elsewhere: dict[str, str]) -> None:
    """Footer, side column, comment, related article, table, running text, list, and the day of a change."""
    assert _published(**elsewhere) is None


@pytest.mark.parametrize(
    "own",
    [
        {"head": _json('{"@type":"NewsArticle","datePublished":"2022-05-18T10:00:00Z"}')},
        {
            "head": _json(
                '{"@graph":[{"@type":["Organization"]},{"@type":["Report"],"datePublished":"2022-05-18"}]}'
            )
        },
        {"head": _json('{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2022-05-18"}}')},
        {"head": '<meta name="DCTERMS.issued" content="2022-05-18">'},
        {"before": '<p class="byline">By A. Writer, <time datetime="2022-05-18">18 May</time></p>'},
        {"after": '<span itemprop="datePublished" content="2022-05-18">May</span>'},
    ],
)
def test_a_day_that_the_page_states_is_its_own(own: dict[str, str]) -> None:
    """Linked data, metadata and marked-up bylines, whatever stands beside them."""
    listed = _json(
        '{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2019-01-01"}]}'
    )
    assert (
        _published(**({"outside": "<footer><time datetime='2025-03-05'>x</time></footer>"} | own))
        == "2022-05-18"
    )
    assert _published(**(own | {"head": listed + own.get("head", "")})) == "2022-05-18"


@pytest.mark.parametrize(
    "line",
    [
        "| Garante | Beta | €1,000 | 2021-05-03 |",
        "Page last reviewed: 5 March 2025",
        "© 5 March 2025 The Paper",
    ],
)
def test_no_day_of_a_text_is_taken_from_a_table_or_a_foot(line: str) -> None:
    """Of a plain text too: "on Tuesday" stays without a date."""
    text = f"The Garante fined Brightloom SpA €2 million on Tuesday.\n\n{line}\n"
    extraction = extract(Document(text))
    assert extraction.published is None
    assert [claim.when for claim in extraction.claims if claim.subject.id.startswith("garante")] == [None]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Last updated: 5 March 2025\nPublished: 18 May 2022", "2022-05-18"),
        ("Updated 5 March 2025\n18 May 2022", "2022-05-18"),
        ("Modified on 5 March 2025\nBy Ann Writer, 18 May 2022", "2022-05-18"),
        ("Published 18 May 2022\nLast updated 5 March 2025", "2022-05-18"),
        ("Last updated: 5 March 2025", "2025-03-05"),
    ],
)
def test_the_day_of_a_change_gives_way_to_that_of_publication(head: str, day: str) -> None:
    """Whichever stands first; where no other day is stated, it is the best that is known."""
    text = (
        f"A fine for Brightloom\n\n{head}\n\nThe Garante fined Brightloom SpA two million euros on Tuesday.\n"
    )
    assert extract(Document(text)).published == day


def test_a_list_in_a_cell_stays_in_its_row() -> None:
    """Items and paragraphs of a cell are words of one line."""
    table = (
        "<table><tr><th>Firms</th><th>Fine</th></tr><tr><td><ul><li>Beta Ltd</li><li>Gamma Ltd</li></ul></td>"
        "<td><p>£5,000</p></td></tr></table>"
    )
    page = f"<!doctype html><html><body><main><article><h1>Fine</h1>{_BODY}{table}</article></main></body></html>"
    assert "| Beta Ltd, Gamma Ltd | £5,000 |" in read(Raw(page.encode(), "a.html")).text


def test_a_line_break_inside_a_sentence_does_not_end_it() -> None:
    """But one after a sentence, or before a capital, stays."""
    text = "The Garante fined Brightloom SpA<br>€2 million on Tuesday.<br>The firm, it is said,<br>Appeals at once."
    page = f"<!doctype html><html><body><main><article><h1>Fine</h1><p>{text}</p>{_BODY}</article></main></body></html>"
    found = read(Raw(page.encode(), "a.html")).text
    assert "Brightloom SpA €2 million on Tuesday.\nThe firm, it is said,\nAppeals" in found
