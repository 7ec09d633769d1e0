"""Which id a new firm gets: one for each legal form of its name, for forms tell firms apart. Pure."""

from collections import defaultdict
from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from typing import Final

from graph.legal_forms import form_of, plain_name
from graph.text import slug
from seed.extract.types import Claim, Extraction, Party

_FIRMS: Final = frozenset({"company", "platform", "media", "ngo"})


def settled(extraction: Extraction, registered: Container[str]) -> Extraction:
    """The extraction with the ids of new firms: one for each legal form of a name, however it is abbreviated.

    "Acme Inc" and "Acme GmbH" may be two firms, and a person is asked; where one text says both "Acme" and "Acme Ltd",
    and no other form, it means the same. An id that a record has stays with the record: a new firm gets another one.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        for party in (claim.subject, claim.object, *(party for _, party in claim.roles)):
            if _new_firm(party):
                named[plain_name(party.name)].add(form_of(party.name))

    def formed(party: Party) -> Party:
        if not _new_firm(party):
            return party
        plain = plain_name(party.name)
        forms = named[plain] - {""}
        form = form_of(party.name) or (next(iter(forms)) if len(forms) == 1 else "")
        id_ = slug(f"{plain} {form}".strip())
        return replace(party, id=f"{id_}-new" if id_ in registered else id_)

    return replace(extraction, claims=tuple(_claim(claim, formed) for claim in extraction.claims))


def without_form(extraction: Extraction) -> dict[str, tuple[str, str]]:
    """Ids of new firms that end with a legal form, each with the id without it, and the form.

    Such an id without a form is one that an older version gave to the firm with it.
    """
    found: dict[str, tuple[str, str]] = {}
    for claim in extraction.claims:
        for party in (claim.subject, claim.object, *(party for _, party in claim.roles)):
            form = form_of(party.name)
            plain = plain_name(party.name)
            if not party.registered and form and party.id == slug(f"{plain} {form}"):
                found[party.id] = slug(plain), form
    return found


def renamed(extraction: Extraction, ids: Mapping[str, str]) -> Extraction:
    """The extraction with other ids of parties."""

    def changed(party: Party) -> Party:
        return replace(party, id=ids[party.id]) if party.id in ids else party

    if not ids:
        return extraction
    return replace(extraction, claims=tuple(_claim(claim, changed) for claim in extraction.claims))


def _claim(claim: Claim, changed: Callable[[Party], Party]) -> Claim:
    return replace(
        claim,
        subject=changed(claim.subject),
        object=changed(claim.object),
        roles=tuple((role, changed(party)) for role, party in claim.roles),
    )


def _new_firm(party: Party) -> bool:
    """Whether its id was made from its name, as that of a firm which no record knows."""
    return not party.registered and party.kind in _FIRMS and slug(party.name) == party.id
