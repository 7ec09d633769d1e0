"""A fact in words, written from its values."""

from collections.abc import Mapping
from typing import Any

from graph.vocabulary import RELATIONS


def clause(fact: Mapping[str, Any]) -> str:
    """Who did what to whom: "CNIL fined Clearview AI"; a party that is not known is somebody."""
    return f"{_name(fact['subject'])} {RELATIONS[fact['relation']].forward} {_name(fact['object'])}"


def sentence(fact: Mapping[str, Any]) -> str:
    """A fact as one sentence: "CNIL fined Clearview AI on 2022-10-17"."""
    when = {"day": " on ", "month": " in ", "year": " in "}.get(fact["date_precision"] or "", "")
    return f"{clause(fact)}{when}{fact['date'] if when else ''}"


def _name(entity: Mapping[str, Any] | None) -> str:
    return "somebody" if entity is None else entity.get("caption") or entity["name"]
