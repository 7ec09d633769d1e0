"""How a question was understood, as the filters of the list of facts, with the address of that list."""

from typing import Any, Final
from urllib.parse import urlencode

from app.ask.names import Index
from app.ask.query import Query
from app.ask.understanding import Named, Understanding
from graph.money import units

Json = dict[str, Any]

_MANY: Final = 50
"""Values of one filter that an address can hold."""


def described(asked: Understanding, made: Query, index: Index) -> Json:
    """The form, the filters of ``/v1/facts``, the names as they were linked, what no filter can say, and the link."""
    filters = _filters(made)
    beyond = _beyond(asked, made)
    return {
        "form": asked.form,
        "filters": filters,
        "names": [_name(one, index) for one in _named(asked)],
        "beyond": beyond,
        "url": f"/v1/facts?{urlencode(filters, doseq=True)}" if filters else "/v1/facts",
    }


def _filters(made: Query) -> Json:
    wanted = made.wanted
    found: Json = {
        "relation": wanted.asked_relations,
        "subject": wanted.asked_subjects,
        "object": wanted.asked_objects,
        "party": made.parties,
        "country": wanted.asked_countries,
        "law": wanted.asked_laws,
        "date_from": wanted.asked_day_from,
        "date_to": wanted.asked_day_to,
        "currency": wanted.asked_currency,
        "amount_min": _units(wanted.asked_amount_min, wanted.asked_currency),
        "amount_max": _units(wanted.asked_amount_max, wanted.asked_currency),
        "status": wanted.asked_statuses,
        "valid_on": wanted.valid_on,
        "known_on": wanted.known_on[:10] if wanted.known_on else None,
        "sort": f"{'amount_eur' if made.key == 'eur_key' else 'date'}:{made.order}",
    }
    return {
        name: value[:_MANY] if isinstance(value, list) else value
        for name, value in found.items()
        if value is not None
    }


def _units(minor: int | None, currency: str | None) -> float | None:
    return None if minor is None else units(minor, currency or "EUR")


def _beyond(asked: Understanding, made: Query) -> list[str]:
    """Conditions that the list of facts has no filter for."""
    found = [f"article {number}" for number in (asked.article, *asked.more_articles) if number]
    found += [f"sum: {asked.bound.text}"] if asked.bound is not None and asked.bound.own else []
    found += [f"a court's decision: {one.text}" for one in asked.courts]
    found += [f"summary or articles tell of {word}" for word in asked.topics]
    found += [f"target is a {kind.replace('_', ' ')}" for kind in asked.target_kinds]
    found += [f"name or summary of the target speaks of {name}" for name in asked.sectors]
    found += [f"target is of {place.text}" for place in asked.target_places]
    found += [f"not {one.text}" for one in asked.excluded]
    found += [f"about {one.text}, as a party or in the summary" for one in asked.about]
    if not asked.unlike and made.wanted.asked_statuses is None:
        found += [f"status: {name.replace('_', ' ')}" for name in asked.status]
    found += ["decided together"] if asked.together else []
    found += [f"as {role}" for role in asked.roles]
    found += [f"status: not {name.replace('_', ' ')}" for name in asked.status if asked.unlike]
    found += [f"at least {asked.repeated} decisions each"] if asked.repeated else []
    return found


def _named(asked: Understanding) -> list[Named]:
    return [*asked.subjects, *asked.objects, *asked.parties, *asked.excluded, *asked.about, *asked.laws]


def _name(one: Named, index: Index) -> Json:
    return {
        "text": one.text,
        "guessed": one.guessed,
        "entities": [{"id": id_, "name": index.by_id[id_].name} for id_ in one.ids[:_MANY]],
    }
