"""Offsets: pieces cover the text, and whatever a model says, a quote is the text at its offsets."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.extract.claims.assemble import finish
from seed.extract.mentions.gazetteer import shipped
from seed.llm.checks import Scene, check
from seed.llm.errors import AnswerUnusable
from seed.llm.parties import cast_of
from seed.llm.pieces import halves, pieces
from seed.llm.shape import parse
from seed.llm.wording import LONGEST, locate
from tests.unit.llm.stub import party, row

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For machines that do other things meanwhile."""

SAMPLE = "Clearview AI CNIL ICO fined €20 million in 2022 . Acme Ltd “quoted” naïve 罰金 \n\n \t \x00 \u202e \ud800 '"
WORDS = st.sampled_from(SAMPLE.split(" "))
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@given(TEXTS, st.integers(1, 50))
@CALM
def test_pieces_cover_the_text(text: str, longest: int) -> None:
    """In order, none too long, nothing between them but what is only space."""
    at = 0
    for piece in pieces(text, longest):
        assert text[at : piece.start].strip() == ""
        assert text[piece.start : piece.end] == piece.text
        assert 0 < len(piece.text) <= longest
        at = piece.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one two.\n\nthree four. five six seven", "one two.\n\nthree four. "),
        ("one two. three\n\nfour five six seven", "one two. three\n\n"),
        ("one two three four five six seven eight", "one two three four five "),
        ("onetwothreefourfivesixseveneightnine", "onetwothreefourfivesixsev"),
    ],
)
def test_a_piece_ends_where_a_reader_would_pause(text: str, first: str) -> None:
    """Between paragraphs of its second half, else between sentences, else at a space, else anywhere."""
    parts = list(pieces(text, 25))
    assert parts[0].text == first
    assert [part.text for part in pieces("short\n\ntext", 25)] == ["short\n\ntext"]


@given(TEXTS.filter(lambda text: len(text) > 1 and not text.isspace()))
@CALM
def test_halves_are_shorter_and_lose_nothing(text: str) -> None:
    """Also for a piece that does not start the document."""
    [whole] = pieces(f"{'.' * 9}{text}", 1000)
    parts = halves(whole)
    assert all(len(part.text) < len(whole.text) for part in parts)
    joined = "".join(whole.text[part.start : part.end] for part in parts)
    assert "".join(joined.split()) == "".join(whole.text.split())


@given(TEXTS, TEXTS)
@CALM
def test_words_are_found_where_they_stand(words: str, text: str) -> None:
    """What is found is the words with the text's own white space; what is there is found."""
    place = locate(words, text)
    if place is not None:
        assert text[slice(*place)].split() == words.split()
    spread = "\n ".join(words.split())
    found = locate(words, f"{text} {spread}")
    assert (found is None) == (not words.split() or len(words) > LONGEST)


PARTIES = st.builds(
    party,
    st.one_of(TEXTS, WORDS),
    st.sampled_from(["regulator", "company", "country", "person"]),
    st.one_of(TEXTS, WORDS, st.none()),
)
DATES = st.tuples(st.sampled_from(["2022", "2022-05", "x"]), TEXTS)
SUMS = st.tuples(st.sampled_from(["20000000", "1e9", "NaN"]), st.sampled_from(["EUR", "??"]), TEXTS)


@given(
    st.one_of(
        st.text(), st.text().map(lambda text: json.dumps({"claims": [text]})), TEXTS.map("```\n{}```".format)
    )
)
def test_whatever_is_no_answer_is_told_apart(content: str) -> None:
    """No content of a message leads to another error than that it cannot be read."""
    with pytest.raises(AnswerUnusable):
        parse(content)


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    """A text, and rows about it that are right, wrong or in between."""
    text = draw(TEXTS)
    start, size = draw(st.integers(0, len(text))), draw(st.integers(1, 60))
    quotes = st.one_of(TEXTS, st.just(" ".join(text[start : start + size].split())))
    relations = st.sampled_from(["FINED", "WITHDREW_FROM", "SUED", "ORDERED"])
    amounts, dates = st.one_of(st.none(), SUMS), st.one_of(st.none(), DATES)
    rows = st.builds(row, quotes, PARTIES, PARTIES, relations, st.just("asserted"), amounts, dates)
    return text, draw(st.lists(rows, min_size=1, max_size=4))


@given(readings())
@settings(CALM, max_examples=60)
def test_every_quote_is_the_text_at_its_offsets(made: tuple[str, list[dict[str, Any]]]) -> None:
    """For any text and any rows, in any number of pieces, and no row is lost uncounted."""
    text, said = made
    rows, wrong = parse(json.dumps({"claims": said}, ensure_ascii=False).encode(errors="replace").decode())
    parts = list(pieces(text, 80))
    cast = cast_of(text, None, "2022-05-18", parts, shipped())
    assert wrong == 0
    for piece in parts:
        found, report = check(rows, Scene(piece, cast, "2022-05-18"))
        dropped = report.dropped_quotes + report.dropped_names + report.dropped_triples
        assert len(found) + dropped == len(rows)
        for claim in (one.claim for one in finish(found, text)):
            assert claim.quote == text[claim.start : claim.end]
            assert piece.start <= claim.start < claim.end <= piece.end
            assert claim.quote.split() in [one.quote.split() for one in rows]
