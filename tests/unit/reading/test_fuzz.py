"""Hostile content of every kind: a text that can be stored, or a reason, within a bound; never a crash."""

import bz2
import gzip
import time
import zlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.reading import Raw
from seed.reading.clean import clean
from tests.unit.reading.outcome import outcome

_TAGS = st.sampled_from(
    "<p> </p> <div> </div> <table> <tr> <td> <b> <!-- --> <script> </script> <a href=' <html> </body> <svg> <title> "
    "<meta charset= <br/> &amp; &#0; &#x202e; <![CDATA[ ]]> <?xml <article> </ > < \x00 <h1>".split(" ")
)
_WORDS = st.text(max_size=20)
_PAGES = st.lists(st.one_of(_TAGS, _WORDS), max_size=60).map("".join)
_MATTER = st.lists(
    st.one_of(
        _WORDS,
        st.sampled_from(["---\n", "title:", "&a ", "*a", "[", "{", "? ", "!!python/none ", "\n", "URL: "]),
    ),
    max_size=30,
).map(lambda parts: "---\n" + "".join(parts))
_NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "-"])
_LOOSE = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@given(st.binary(max_size=400), _NAMES)
@_LOOSE
def test_any_bytes(content: bytes, name: str) -> None:
    """Whatever comes, under whatever name."""
    _fits(content, name)


@given(_PAGES, st.sampled_from(["utf-8", "utf-16", "utf-7"]))
@_LOOSE
def test_any_tags(page: str, encoding: str) -> None:
    """Tags in every order, open, closed or broken, in whatever encoding."""
    _fits(page.encode(encoding, "replace"), "a.html")


@given(_MATTER, _NAMES)
@_LOOSE
def test_any_front_matter(text: str, name: str) -> None:
    """Front matter in which YAML has a say."""
    _fits(text.encode(errors="replace"), name)


def test_a_megabyte_without_a_space() -> None:
    """One word, and one of marks that are not seen, are read in little time."""
    start = time.process_time()
    for text in (
        "a" * 1_000_000,
        "a\u202e" * 500_000,
        "\u0301" * 1_000_000 + "a",
        "--- " * 250_000,
        "#" * 1_000_000 + "a",
    ):
        _fits(text.encode(), "a.md")
    assert time.process_time() - start < 15


_MARKS = "\x00\x01\x1b\x7f\x85\u200b\u200f\u202a\u202e\u2066\u2069\u2028\ufeff\ufffe\ufdd0"


_HARMLESS = frozenset("\u200b\u200f\ufeff")
"""Marks that join or part words, or stand inside a text without turning it."""


@given(
    st.lists(st.sampled_from(_MARKS) | st.sampled_from(["fined", "£5m", "\n", "<p>", " "]), max_size=80),
    _NAMES,
)
@_LOOSE
def test_controls_and_marks_that_turn_text_around(parts: list[str], name: str) -> None:
    """None of them is in the text; the words that they stood between are."""
    text = outcome(Raw("".join(["The ICO fined Acme. ", *parts]).encode(), name))
    assert not set(text) & (set(_MARKS) - _HARMLESS)
    assert "ICO" in text or name in text


_NAMED_ENCODINGS = st.sampled_from(
    "utf-7 utf-16 utf-32 unicode_escape raw_unicode_escape idna punycode hex bz2 zlib base64 rot13 uu undefined "
    "mbcs iso-2022-jp hz cp037 x-user-defined nonsense".split()
)


@given(_NAMED_ENCODINGS, st.binary(max_size=200), st.booleans())
@_LOOSE
def test_any_encoding_that_a_page_names(name: str, content: bytes, said: bool) -> None:
    """A codec that unpacks or runs what it reads is no encoding of a page, whoever names it."""
    page = f'<html><head><meta charset="{name}"></head><body><p>fined '.encode() + content
    _fits(page, "a.html")
    assert outcome(Raw(page, "a.html", f"text/html; charset={name}" if said else None))


def test_a_page_whose_entities_unfold_is_not_unfolded() -> None:
    """Ten letters that stand for a billion (the "billion laughs") cost no more than ten letters."""
    names = "abcdefghi"
    entities = "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("z" + names, names, strict=False)
    )
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY z "fined">{entities}]>'
    page = f"{head}<html><body><p>It fined &i;</p></body></html>"
    start = time.process_time()
    text = outcome(Raw(page.encode(), "a.xhtml"))
    assert len(text) < 10_000
    assert time.process_time() - start < 5


def test_bytes_that_unfold_in_decoding_are_bounded() -> None:
    """A packed file under a page's name is no page, and a page in wide characters is no larger than its bytes."""
    for content in (
        gzip.compress(bytes(50_000_000)),
        zlib.compress(bytes(50_000_000)),
        bz2.compress(bytes(50_000_000)),
    ):
        assert len(outcome(Raw(content, "a.html", "text/html; charset=zlib"))) < 1000
    wide = ("<p>fined " * 100_000).encode("utf-32")
    assert len(outcome(Raw(wide, "a.html"))) <= len(wide)


def _fits(content: bytes, name: str) -> None:
    text = outcome(Raw(content, name))
    assert text.encode().decode() == text
    assert clean(text) == text
