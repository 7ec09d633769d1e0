"""Names are compared, searched and made into ids by one set of rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text import fold, forms, slug, spans, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C.N.I.L.", "cnil"),
        ("McDonald’s", "McDonalds"),
        ("Information Commissioner's Office", "information commissioners office"),
        ("Commissioners’ Office", "COMMISSIONERS OFFICE"),
        ("Libertés", "Liberte\u0301s"),
        ("Łuxmed", "luxmed"),
        ("Сбер", "Sber"),
        ("H&M", "h m"),
        ("l’Informatique", "l Informatique"),
    ],
)
def test_spelling_that_no_reader_minds_makes_no_difference_to_search(one: str, other: str) -> None:
    """Case, accents, dots of initials, genitives and scripts."""
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Сбер Bank", "ВТБ Bank"),
        ("Ærgaard", "Ørgaard"),
        ("Øslithy", "Oslithy"),
        ("Уффиш", "Uffish"),
        ("Łuxmed", "Luxmed"),
        ("北京银行", "背景银行"),
        ("word " * 30 + "one", "word " * 30 + "two"),
        ("!!!", "???"),
    ],
)
def test_names_of_different_letters_never_share_an_id(one: str, other: str) -> None:
    """Letters that are written in others keep the name apart by a digest."""
    assert slug(one) != slug(other)


def test_a_name_in_plain_letters_has_a_plain_id() -> None:
    """Accents and punctuation leave no trace, and long names are cut at a word."""
    assert slug("JPMorgan Chase & Co.") == "jpmorgan-chase-and-co"
    assert slug("Société Générale") == slug("Societe Generale") == "societe-generale"
    assert slug("Сбер Bank").startswith("sber-bank-")
    assert slug("an office of many words", 12).startswith("an-office-of-")


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_names_with_one_id_are_spelled_alike(one: str, other: str) -> None:
    """What is one id folds to the same letters."""
    if slug(one) == slug(other) and not slug(one).startswith("x-"):
        letters = ("".join(filter(str.isalnum, slug(fold(name)))) for name in (one, other))
        assert len(set(letters)) == 1


@given(st.text(max_size=60))
def test_words_stand_where_they_were_read(text: str) -> None:
    """Offsets grow, and words are plain."""
    found = spans(text)
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word, _, _ in found)
    assert all(0 <= start < end <= len(text) for _, start, end in found)
    assert [start for _, start, _ in found] == sorted(start for _, start, _ in found)


def test_an_entity_is_indexed_by_words_and_initials() -> None:
    """Small words give no letter."""
    assert forms(["Hennes & Mauritz", "H&M"]) == ["hennes mauritz", "hennesmauritz", "hm", "h m"]
    assert "cnil" in forms(["Commission Nationale de l'Informatique et des Libertés"])
