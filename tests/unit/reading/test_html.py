"""Web pages: the main text and the metadata, and a bound for hostile ones."""

import time

import pytest

from graph.errors import InvalidInput
from seed.reading import Limits, Raw, read
from seed.reading.content import form
from tests.unit.reading.outcome import outcome

_PAGE = """<!doctype html><html lang="en-GB"><head><title>Regulator fines Acme | The Paper</title>
<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://paper.example/acme">
<meta property="og:title" content="Regulator fines Acme">
<meta property="article:published_time" content="2022-05-23T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport pages</a></nav><article>
<p>The regulator fined Acme 7.5 million pounds on Monday, because it had collected images of people.</p>
<p>It also ordered the company to delete the data of people in the country, after a long investigation.</p>
</article><footer>All rights reserved 1999</footer></body></html>"""


def test_the_main_text_stands_under_its_headline() -> None:
    """Navigation and footer are gone; title, publisher, day, address and language are known."""
    source = read(Raw(_PAGE.encode(), "a.html"))
    assert source.text.startswith("Regulator fines Acme\n\nThe regulator fined Acme 7.5 million pounds")
    assert "Sport" not in source.text
    assert "1999" not in source.text
    assert (source.title, source.publisher, source.published) == (
        "Regulator fines Acme",
        "The Paper",
        "2022-05-23",
    )
    assert (source.url, source.language) == ("https://paper.example/acme", "en-gb")


def test_a_headline_in_the_text_is_not_set_twice() -> None:
    """What the article begins with anyway is there once."""
    page = _PAGE.replace("<article>", "<article><h1>Regulator fines Acme</h1>")
    assert read(Raw(page.encode(), "a.html")).text.count("Regulator fines Acme") == 1


def test_the_address_of_the_fetch_counts_before_that_of_the_page() -> None:
    """A page can claim to be another one."""
    assert read(Raw(_PAGE.encode(), "x", "text/html", "https://b.example/")).url == "https://b.example/"


def test_a_piece_of_a_page_is_read_as_text() -> None:
    """Where no main part can be told, all text is taken, a line for each block, without scripts."""
    piece = "<p>The regulator fined <b>Acme</b>.</p><script>var x</script><div>It appealed.<!-- no --></div>"
    assert read(Raw(piece.encode(), "a.html")).text == "The regulator fined Acme.\nIt appealed."


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (Raw(b"<!DOCTYPE html><p>x"), "html"),
        (Raw(b"\n <?xml version='1.0'?> <!-- a --><html>", "a.txt"), "html"),
        (Raw(b"# x", "a.MD"), "markdown"),
        (Raw(b"x", "a.html", "text/plain; charset=x", "https://a.example/a.html"), "text"),
        (Raw(b"x", "https://a.example/a.html", "application/pdf", "https://a.example/a.html"), "pdf"),
        (Raw(b"\n%PDF-1.7", "a.txt", "text/html"), "pdf"),
        (Raw(b"x", "a.unknown"), "text"),
    ],
)
def test_the_form_is_what_the_bytes_show(raw: Raw, found: str) -> None:
    """Bytes count before the server's word, and that before the name."""
    assert form(raw) == found


_NEST = 100_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * _NEST + "fined",
        "<b><i>" * _NEST + "fined",
        "<table><tr><td>" * 30_000 + "fined",
        "<p>fined " * _NEST,
        "fined<br>" * _NEST,
        "<!--" * _NEST,
        "<" * 1_000_000,
        "<a " + "b " * 400_000 + ">fined",
        "<p>" + "fined" * 200_000,
        "&lt;" * 300_000,
        "<script>" * 900 + "fined",
        "<p>fined</p>" + "<svg>" * 500,
        "<ul>" + "<li><a href=x>fined</a></li>" * 40_000,
    ],
    ids=lambda page: page[:12],
)
def test_hostile_pages_end_within_a_bound(page: str) -> None:
    """Deep nesting, many tags, endless words: an error that says why, or a clean text, and never a long wait."""
    start = time.process_time()
    assert "\x00" not in outcome(Raw(f"<html><body>{page}".encode(), "a.html"))
    assert time.process_time() - start < 15


def test_a_page_over_the_limit_is_refused() -> None:
    """The limit of pages is lower than that of files."""
    with pytest.raises(InvalidInput, match="100 characters"):
        read(Raw(_PAGE.encode(), "a.html"), limits=Limits(html=100))


def test_a_page_that_breaks_the_library_is_read_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure in the search for the main part costs the metadata and not the text."""

    def fail(*_: object, **__: object) -> None:
        raise AttributeError("broken")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert "fined Acme" in read(Raw(_PAGE.encode(), "a.html")).text
