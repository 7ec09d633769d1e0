"""What sort of party the words of a new name allow."""

import re
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.courts import is_court
from seed.extract.text.tokens import fold

UNKNOWN: Final = frozenset({"company", "person", "ngo", "platform", "media"})
"""What a bare name may be; its place in a relation decides."""
PAPERS: Final = frozenset(
    "report decision notice statement press letter guidance opinion ruling judgment".split()
)
"""What a text calls by a name of its own: "the Report of Findings"."""
_NUMBERS: Final = frozenset("nif cif cuit nip regon krs cvr vat iban siren siret rcs ein crn uid ico".split())
"""Registers whose numbers stand beside a name: "NIF B12345678"."""


def kind_of(name: str) -> frozenset[str]:
    """The kinds that the words of a name allow; empty for what is no party (a law, a product of law)."""
    words = [fold(word).strip(",") for word in name.replace(".", ". ").split()]
    plain = {word.rstrip(".") for word in words}
    law = bool(plain & {"act", "regulation", "directive", "gdpr", "rule"}) and len(words) > 1
    if words[0] in _NUMBERS and any(c.isdigit() for c in words[-1]):
        return frozenset()
    if words[0] in PAPERS and (len(words) == 1 or words[1] in {"of", "on"}):
        return frozenset()
    last = words[-1].rstrip(".")
    if law or last in word_classes.LAW_WORDS or last in word_classes.NO_PARTIES:
        return frozenset()
    if plain & word_classes.COURT_WORDS or is_court(name):
        return frozenset({"court"})
    if {fold(w) for w in re.split(r"[\s,]+", name)} & word_classes.COMPANY_SUFFIXES and len(words) > 1:
        return frozenset({"company"})
    ends = [word for word in words if word != "the"]
    authority = plain & word_classes.REGULATOR_WORDS and plain & word_classes.REGULATOR_TOPICS
    authority |= {last} & word_classes.REGULATOR_ENDS and plain & word_classes.REGULATOR_FIELDS
    sorts = (
        (bool(authority), frozenset({"regulator"})),
        (bool({*ends[:1], *ends[-1:]} & word_classes.STATE_WORDS), frozenset({"public_body"})),
        (bool(plain & word_classes.NGO_WORDS), frozenset({"ngo", "company"})),
        (bool(plain & word_classes.PUBLIC_WORDS), frozenset({"public_body", "company"})),
        (bool(plain & word_classes.COMPANY_WORDS), frozenset({"company"})),
    )
    return next((kinds for fits, kinds in sorts if fits), UNKNOWN)
