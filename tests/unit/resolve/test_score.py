"""How likely two entities are one: explained, symmetric, and never surer than the names allow."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.resolve.pairs import candidates
from seed.resolve.score import UNSURE_FROM, Named, compare, words_of


def named(name: str, id_: str = "", **more: Any) -> Named:
    """A firm of this name."""
    return Named(id_ or name.lower().replace(" ", "-"), more.pop("kind", "company"), (name,), **more)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("Acme Biscuits Ltd", "Acme Biscuits Limited", "sure"),
        ("Société Générale", "SOCIETE GENERALE S.A.", "sure"),
        ("Smith & Sons", "Smith and Sons", "sure"),
        ("The Acme Shop", "Acme Shop", "sure"),
        ("Acme Biscuits Ltd", "Acme Biscuits GmbH", "unsure"),
        ("Acme Biscuits", "Acme Biscuit", "unsure"),
        ("Clearview AI", "Clearvew AI", "unsure"),
        ("Acme Biscuits", "Acme Foods", "new"),
        ("Fund 3 Partners", "Fund 4 Partners", "new"),
        ("Acme", "Acme Worldwide", "new"),
    ],
)
def test_what_a_name_tells(left: str, right: str, outcome: str) -> None:
    """Legal form, accents, signs and case never distinguish; other letters leave a doubt; other words do."""
    assert compare(named(left), named(right)).outcome == outcome


def test_context_counts() -> None:
    """A short name and shared counterparties make a doubt; another country or kind takes it away."""
    around = frozenset({"ico-uk", "cnil-fr"})
    short, long = (
        named("Acme", around=around, country="GB"),
        named("Acme Worldwide", around=around, country="GB"),
    )
    found = compare(short, long)
    assert found.outcome == "unsure"
    assert {one.feature: one.points for one in found.features} == {
        "contained": 35,
        "kind": 5,
        "country": 10,
        "counterparties": 16,
    }
    assert found.score == sum(one.points for one in found.features)
    assert (
        compare(named("Acme Bank", country="GB"), named("Acme Bank", "x", country="FR")).outcome == "unsure"
    )
    assert compare(named("Ann Acme", kind="person"), named("Ann Acme", "x", kind="court")).outcome == "new"
    assert compare(named("Ann Acme", kind="media"), named("Ann Acme", "x")).outcome == "unsure"


def test_initials_may_stand_for_a_name() -> None:
    """An acronym and the words that it is made of, with a counterpart that they share."""
    long = named("National Biscuit Council", around=frozenset({"ico-uk"}))
    assert compare(named("NBC", around=frozenset({"ico-uk"})), long).outcome == "unsure"


NAMES = st.lists(
    st.sampled_from("acme biscuit biscuits of north the 3 4 ltd gmbh".split()), min_size=1, max_size=4
)


@given(left=NAMES, right=NAMES, order=st.randoms())
def test_scores_do_not_depend_on_order(left: list[str], right: list[str], order: Any) -> None:
    """The same whichever comes first, and pairs are the same in whatever order entities are read."""
    one, other = named(" ".join(left), "one"), named(" ".join(right), "other")
    assert compare(one, other).score == compare(other, one).score
    assert compare(one, other).outcome == compare(other, one).outcome
    everyone = [one, other, named("Acme Biscuit", "third"), named("Acme Biscuits", "fourth", registered=True)]
    found = candidates(everyone, [])
    order.shuffle(everyone)
    assert [pair for pair, _ in candidates(everyone, [])] == [pair for pair, _ in found]


def test_pairs_worth_a_look() -> None:
    """Near names of which one is new; never two records, nor a pair on which somebody has decided."""
    everyone = [
        named("Acme Biscuits", registered=True),
        named("Acme Biscuit Ltd", registered=True),
        named("Acme Biscuts"),
        named("Gamma plc"),
    ]
    found = [pair for pair, _ in candidates(everyone, [])]
    assert sorted(found) == [("acme-biscuit-ltd", "acme-biscuts"), ("acme-biscuits", "acme-biscuts")]
    assert [pair for pair, _ in candidates(everyone, found[:1])] == found[1:]


def test_the_words_that_tell() -> None:
    """A name of nothing but a form keeps it."""
    assert words_of("The Acme, Ltd.") == words_of("ACME S.A.")
    assert words_of("Ltd") == ("ltd",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("JPMorgan Chase & Co.", "JPMorgan Chase"),
        ("Mimsy & Co.", "Mimsy"),
        ("Borog Company", "Borog Co"),
        ("Tulgey Corp", "Tulgey Corporation"),
        ("Brillig A/S", "Brillig"),
        ("Kallooh K.K.", "Kallooh"),
        ("Уффиш", "Uffish"),
        ("Øslithy", "Oslithy"),
        ("Xandor Inc", "Xandor GmbH"),
        ("Vorpal EOOD", "Vorpal"),
        ("Vorpal Sdn", "Vorpal"),
    ],
)
def test_forms_of_one_name_are_asked_about(one: str, other: str) -> None:
    """Legal forms, scripts and letters without a plain form."""
    left, right = Named("left", "company", (one,)), Named("right", "company", (other,))
    assert compare(left, right).score >= UNSURE_FROM
    assert [pair for pair, _ in candidates([left, right], [])] == [("left", "right")]
