"""Names that were taken out, known again by hashes alone: in texts, ids and whole plans."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import ClaimRow, DocumentRow, EntityRow, Plan
from graph.redaction import BLOCK, Redactions, mark, redacted

KEY = bytes(range(32))
ANN = mark(KEY, "redacted-1", ["ann-bolt"], ["Ann Bolt", "Ann-Marie Bolt", "A. Bolt"], "asked")
ONE = mark(KEY, "redacted-2", ["prince"], ["Prince"], "asked")
GUARD = Redactions(KEY, [ANN])


def test_a_mark_holds_no_name() -> None:
    """Nothing in it but hashes, the new id and the reason; another key gives other hashes."""
    assert "bolt" not in str(astuple(ANN)).casefold()
    other = mark(b"other", "redacted-1", ["ann-bolt"], ["Ann Bolt"], "asked")
    assert not other.names & ANN.names


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Ann Bolt said", "████████ said"),
        ("ÁNN  BOLT, ann-marie bolt.", f"{BLOCK * 9}, {BLOCK * 14}."),
        ("By A. Bolt's firm", "By ███████'s firm"),
        ("Mr Bolt and Ann met", "Mr Bolt and Ann met"),
        ("Anna Bolton", "Anna Bolton"),
        ("by ann bolt", "by ████████"),
        ("then a bolt fell", "then a bolt fell"),
        ("Ann. It is said that Bolt", "Ann. It is said that Bolt"),
        ("ann-bolt.sued.acme.2022", "redacted-1.sued.acme.2022"),
        ("target=ann-bolt", "target=redacted-1"),
        ("2022-05|ann-bolt-fined|x", "2022-05|redacted-1-fined|x"),
        ("https://g.example/Ann-Bolt", f"https://g.example/{BLOCK * 8}"),
        ("", ""),
    ],
)
def test_where_a_name_stands(text: str, clean: str) -> None:
    """Whole names, in any case and with any accents, in texts as blocks, in ids as the new id; parts alone stay."""
    assert GUARD.clean(text) == clean


def test_parts_go_where_the_whole_name_stands() -> None:
    """A surname alone is a name only beside the whole one, and only with a capital."""
    assert GUARD.prose("A story", "Ann Bolt came. Bolt left the bolt.") == (
        "A story",
        "████████ came. ████ left the bolt.",
    )
    assert GUARD.prose("Bolt left", None) == ("Bolt left", None)
    assert GUARD.prose("Bolt", "Ann Bolt") == ("████", "████████")


def test_a_name_of_one_word() -> None:
    """Who has no other name is known by that one."""
    guard = Redactions(KEY, [ONE])
    assert guard.clean("Then Prince sued a prince") == "Then ██████ sued a prince"
    assert guard.clean("prince.sued.prince-hotels") == "redacted-2.sued.prince-hotels"
    assert Redactions(KEY, [ANN, ONE]).clean("Ann Bolt sued Prince") == "████████ sued ██████"


@given(text=st.text(st.sampled_from("AnBolt annbolt-.É,\n "), max_size=60))
def test_texts_keep_their_length(text: str) -> None:
    """Prose is as long as before, line by line, and cleaning it again changes nothing."""
    (clean,) = GUARD.prose(text)
    assert clean is not None
    assert len(clean) == len(text)
    assert GUARD.prose(clean) == (clean,)
    assert not list(GUARD.runs(clean))


def test_a_plan_names_nobody() -> None:
    """The person becomes a bare one, claims that name them lose their words, other quotes follow the text."""
    text = "Ann Bolt left Acme."
    claim = ClaimRow(
        "c1", "d", "EMPLOYS", "acme", "ann-bolt", None, quote=text, start=0, end=19, object_text="Bolt"
    )
    other = ClaimRow("c2", "d", "SUED", "acme", "beta", None, quote="Bolt left Acme", start=4, end=18)
    plan = Plan(
        "p",
        (
            EntityRow("ann-bolt", "person", "Ann Bolt"),
            EntityRow("redacted-1", "person", "x"),
            EntityRow("b", "company", "B"),
        ),
        (DocumentRow("d", "press", "Told", "P", "p", text=text, text_sha256="h"),),
        claims=(claim, other),
    )
    clean = GUARD.plan(plan)
    assert clean.entities == (redacted("redacted-1"), EntityRow("b", "company", "B"))
    assert (clean.documents[0].text, clean.documents[0].redacted, clean.documents[0].text_sha256) == (
        "████████ left Acme.",
        True,
        "h",
    )
    assert (clean.claims[0].object, clean.claims[0].quote, clean.claims[0].object_text) == (
        "redacted-1",
        None,
        None,
    )
    assert clean.claims[1].quote == "████ left Acme"
    assert Redactions(b"", []).plan(plan) is plan


def test_who_is_meant() -> None:
    """By the old id, a name, or the new id; by nothing else."""
    assert GUARD.whole("ann-bolt") == GUARD.whole("Ann Bolt") == GUARD.whole("redacted-1") == ANN
    assert GUARD.whole("ann-bolt-ltd") is None
    assert GUARD.whole("") is None
    assert GUARD.whole("bolt") is None
