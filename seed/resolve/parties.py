"""Which name stands for which new entity: the same firm with and without its legal form is one. Pure."""

import re
from collections.abc import Container
from dataclasses import replace
from typing import Final

from rigour.names import remove_org_types

from seed.extract.tokens import slug
from seed.extract.types import Claim, Extraction, Party

_FIRMS: Final = frozenset({"company", "platform", "media", "ngo"})
_MARKS: Final = re.compile(r"[\s,.]+")


def plain_name(name: str) -> str:
    """A firm's name in lower case without its legal form; the name itself where nothing else would be left."""
    whole = _MARKS.sub(" ", name.casefold()).strip()
    # Twice: a form such as S.A. is known by its dots, one such as ", Inc." without its signs.
    plain = _MARKS.sub(" ", remove_org_types(name.casefold())).strip()
    return _MARKS.sub(" ", remove_org_types(plain)).strip() or whole


def settled(extraction: Extraction, registered: Container[str]) -> Extraction:
    """The extraction with one id for each new firm, whatever legal form a text gives it.

    An id that a record has stays with the record: a new firm of that name gets another one.
    """
    return replace(extraction, claims=tuple(_claim(claim, registered) for claim in extraction.claims))


def _claim(claim: Claim, registered: Container[str]) -> Claim:
    return replace(
        claim,
        subject=_party(claim.subject, registered),
        object=_party(claim.object, registered),
        roles=tuple((role, _party(party, registered)) for role, party in claim.roles),
    )


def _party(party: Party, registered: Container[str]) -> Party:
    if party.registered or party.kind not in _FIRMS or slug(party.name) != party.id:
        return party
    id_ = slug(plain_name(party.name))
    return replace(party, id=f"{id_}-new" if id_ in registered else id_)
