"""Plain text and Markdown: one normal form, and what stands before the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidInput
from seed.ingest.rows import Source, to_read
from seed.reading import Given, Limits, Raw, read
from seed.reading.clean import clean, garbled
from seed.reading.decode import decode


def _read(text: str, name: str = "a.txt", about: Given | None = None) -> tuple[str, Given]:
    source = read(Raw(text.encode(), name), about)
    return source.text, Given(
        source.title, source.url, source.publisher, source.published, source.language, source.kind
    )


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """There is one normal form, it can be stored as UTF-8, and only line feeds end its lines."""
    once = clean(text)
    assert clean(once) == once
    assert once.encode().decode() == once
    assert not set(once) & set("\x00\r\x0b\x0c\x85\u2028\u2029\u202e\u2066")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    """Letters, digits, marks and spaces of every script keep their places, and so do offsets."""
    assert clean(text) == text


def test_line_ends_of_every_system_are_one() -> None:
    """Windows, old Macintosh and typesetters end lines in their own ways."""
    assert clean("a\r\nb\rc\u2028d\x0ce\x00f") == "a\nb\nc\nd\nef"


def test_what_turns_text_around_becomes_a_space() -> None:
    """An override could show a sum backwards."""
    assert clean("fine \u202e001\u202c now") == "fine  001  now"


def test_front_matter_says_where_a_text_is_from() -> None:
    """Title, address, publisher, day, language and kind are taken, the rest is left; the text begins after it."""
    head = "title: 'A  fine'\nurl: https://a.example/b\npublisher: The Paper\ndate: 2022-05-23T10:00:00\n"
    text, about = _read(
        f"---\n{head}language: EN-gb\nkind: official\nsources: [x]\nx: {{y: 1}}\n---\n\nIt fined.\n", "a.md"
    )
    assert text == "It fined.\n"
    assert about == Given("A fine", "https://a.example/b", "The Paper", "2022-05-23", "en-gb", "official")


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("date: 2022-13-01", "2022-13-01"),
        ("kind: gossip", "gossip"),
        ("url: javascript:alert(1)", "javascript"),
        ("url: https://a.example/x y", "https"),
        ("language: English language", "English"),
    ],
)
def test_a_wrong_field_is_named(field: str, names: str) -> None:
    """Metadata that a person wrote wrong is told with the file, not dropped in silence."""
    with pytest.raises(InvalidInput, match=names) as error:
        _read(f"---\n{field}\n---\nIt fined.")
    assert error.value.where == "a.txt"


@pytest.mark.parametrize(
    "text",
    [
        "---\nno mapping\n---\nIt fined.",
        "---\n[broken\n---\nIt fined.",
        "---\ntitle: never closed\nIt fined.",
        "---\n" + "[" * 5000 + "\n---\nIt fined.",
        "--- a rule\nIt fined.",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    """A rule of dashes may begin a text."""
    assert _read(text)[0] == text


def test_a_first_line_may_be_the_address() -> None:
    """Offsets count after it; an address of another kind is dropped."""
    text, about = _read("URL: https://a.example/2022/b\nIt fined.")
    assert (text, about.url) == ("It fined.", "https://a.example/2022/b")
    assert _read("URL: file:///etc/passwd\nIt fined.")[1].url is None


def test_an_address_with_spaces_is_one() -> None:
    """What may not stand in an address is written as its number; the day in it is read all the same."""
    text, about = _read("URL: https://a.example/blog posts/2022-05-18-<fine>.md (copy)\nIt fined.")
    assert about.url == "https://a.example/blog%20posts/2022-05-18-%3Cfine%3E.md%20(copy)"
    said = to_read(Source(text, url="https://a.example/list%20(event%202022-05-18)"), "a")
    assert said.url == "https://a.example/list (event 2022-05-18)"


def test_what_is_given_counts_before_what_the_text_says() -> None:
    """The options of the command line are said last."""
    about = _read("---\ntitle: A\nkind: press\n---\nIt fined.", about=Given(kind="official", publisher="B"))[
        1
    ]
    assert (about.title, about.kind, about.publisher) == ("A", "official", "B")


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("![](x.gif)\n\n# A *fine* #\n\nIt fined.", "a.md", "A *fine*"),
        ("A regulator fines\n\nIt fined.", "a.txt", "A regulator fines"),
        ("It fined.\n\nAnd more.", "a.txt", None),
        ("It fined a firm\nand more.", "a.txt", None),
    ],
)
def test_the_title_is_a_heading_or_a_line_that_stands_alone(text: str, name: str, title: str | None) -> None:
    """A sentence is no title."""
    assert _read(text, name)[1].title == title


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_found(encoding: str) -> None:
    """A byte order mark decides; what is no UTF-8 and says nothing is Windows-1252."""
    assert decode("Geldbuße: 7,5 Mio. €".encode(encoding)) == "Geldbuße: 7,5 Mio. €"


def test_a_declared_encoding_is_used_where_it_is_one() -> None:
    """By the server, else by the page; codecs that do not give text are not run."""
    assert decode("штраф".encode("koi8-r"), "text/plain; charset=KOI8-R") == "штраф"
    assert decode(b'<meta charset="koi8-r">' + "штраф".encode("koi8-r")).endswith("штраф")
    for name in ("zip", "unicode_escape", "nonsense", "utf-8"):
        assert decode(b"\xdf", f"text/plain; charset={name}") == "ß"


@pytest.mark.parametrize(
    "content", [b"", b" \n\t", b"\x00\x00\x00", "\ufeff".encode(), b"...", bytes(range(256)) * 9]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    """Nothing, blanks, marks and binary files each end with a clear error."""
    with pytest.raises(InvalidInput, match="no text"):
        read(Raw(content, "a"))


def test_limits_are_named() -> None:
    """Bytes are counted before anything is done, characters after."""
    with pytest.raises(InvalidInput, match="10 bytes"):
        read(Raw(b"a" * 11), limits=Limits(content=10))
    with pytest.raises(InvalidInput, match="10 characters"):
        read(Raw(b"a" * 11), limits=Limits(text=10))


def test_garbled_is_told_from_foreign() -> None:
    """Other scripts are text; a picture is not."""
    assert not garbled("罚款 штраф πρόστιμο")
    assert garbled("\x89PNG\x1a\x00\x00\x01\x02")
