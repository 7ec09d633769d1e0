"""Hostile content of every kind: a text that can be stored, or a reason, within a bound; never a crash."""

import time

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


def _fits(content: bytes, name: str) -> None:
    text = outcome(Raw(content, name))
    assert text.encode().decode() == text
    assert clean(text) == text
