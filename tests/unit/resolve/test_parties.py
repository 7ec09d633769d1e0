"""The id of a new firm: one for each legal form of its name."""

import pytest

from graph.legal_forms import plain_name
from graph.text import slug
from seed.extract.types import Claim, Extraction, Party
from seed.resolve.parties import settled

_ICO = Party("Information Commissioner's Office", "ico-uk", "regulator", "the ICO")


def _settled(party: Party, *registered: str) -> Party:
    claim = Claim("FINED", _ICO, party, "asserted", "x", 0, 1, "test", roles=(("target", party),))
    found = settled(Extraction("-", (claim,), None, "rules", "1"), registered).claims[0]
    assert found.subject == _ICO
    assert found.roles == (("target", found.object),)
    return found.object


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Acme Biscuits Ltd", "acme biscuits"),
        ("Acme Biscuits Limited", "acme biscuits"),
        ("ACME Biscuits, Inc.", "acme biscuits"),
        ("Acme Biscuits S.p.A.", "acme biscuits"),
        ("Acme Group plc", "acme group"),
        ("JPMorgan Chase & Co.", "jpmorgan chase"),
        ("Tulgey Corporation", "tulgey"),
        ("Kallooh K.K.", "kallooh"),
        ("Brillig A/S", "brillig"),
        ("Acme", "acme"),
        ("Ltd", "ltd"),
        ("Company", "company"),
    ],
)
def test_the_legal_form_is_no_part_of_the_name(name: str, plain: str) -> None:
    """A group is another firm; of a form alone nothing is taken away."""
    assert plain_name(name) == plain


def _id(name: str, *others: str) -> str:
    """The id of a firm in a text that names others too."""
    parties = [Party(one, slug(one), "company", one, registered=False) for one in (name, *others)]
    claims = tuple(Claim("FINED", _ICO, party, "asserted", "x", 0, 1, "test") for party in parties)
    return settled(Extraction("-", claims, None, "rules", "1"), ()).claims[0].object.id


def test_firms_of_one_name_and_different_forms_are_two() -> None:
    """Forms tell firms apart; how a form is abbreviated does not."""
    assert _id("Xandor Inc") == "xandor-inc" != _id("Xandor GmbH")
    assert _id("Xandor Limited") == _id("Xandor Ltd.") == "xandor-ltd"
    assert _id("Tulgey Corp") == _id("Tulgey Corporation") == "tulgey-corp"


def test_within_one_text_the_bare_name_is_the_firm_of_the_only_form() -> None:
    """With two forms, it stays open which of them is meant."""
    assert _id("Xandor") == "xandor"
    assert _id("Xandor", "Xandor Ltd") == "xandor-ltd"
    assert _id("Xandor", "Xandor Ltd", "Xandor SA") == "xandor"


def test_an_id_of_a_record_is_never_taken() -> None:
    """A firm that is only called like a known one stays apart."""
    party = Party("Acme GmbH", "acme-gmbh", "company", "Acme", registered=False)
    assert _settled(party, "acme").id == "acme-gmbh"
    assert _settled(party, "acme-gmbh").id == "acme-gmbh-new"


@pytest.mark.parametrize(
    "party",
    [
        Party("Acme Ltd", "acme", "company", "Acme"),
        Party("Ann Lee SE", "ann-lee-se", "person", "Ann Lee", registered=False),
        Party("Acme Ltd", "acme-new", "company", "Acme", registered=False),
    ],
)
def test_others_stay_as_they_are(party: Party) -> None:
    """Known entities, people, and ids that are made in another way."""
    assert _settled(party, "acme") == party
