"""One id for a new firm, whatever legal form a text gives it."""

import pytest

from seed.extract.types import Claim, Extraction, Party
from seed.resolve.parties import plain_name, settled

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
        ("Acme", "acme"),
        ("Ltd", "ltd"),
    ],
)
def test_the_legal_form_is_no_part_of_the_name(name: str, plain: str) -> None:
    """A group is another firm; of a form alone nothing is taken away."""
    assert plain_name(name) == plain


def test_a_new_firm_has_one_id() -> None:
    """The name stays as it is written, for it becomes an alias."""
    with_form = _settled(Party("Acme Ltd", "acme-ltd", "company", "Acme Ltd", registered=False))
    without = _settled(Party("Acme", "acme", "company", "Acme", registered=False))
    assert (with_form.id, with_form.name) == ("acme", "Acme Ltd")
    assert without.id == "acme"


def test_an_id_of_a_record_is_never_taken() -> None:
    """A firm that is only called like a known one stays apart."""
    party = Party("Acme GmbH", "acme-gmbh", "company", "Acme", registered=False)
    assert _settled(party, "acme").id == "acme-new"


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
