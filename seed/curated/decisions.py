"""Which relation an action is, by its kind."""

from typing import Final

RELATION_OF: Final[dict[str, str]] = {
    "fine": "FINED",
    "civil_penalty": "FINED",
    "settlement": "SETTLED_WITH",
    "consumer_refunds": "SETTLED_WITH",
    "compliance_agreement": "SETTLED_WITH",
    "order": "ORDERED",
    "reprimand": "REPRIMANDED",
    "finding": "FOUND_BREACH",
    "lawsuit": "SUED",
    "proposed_fine": "PROPOSED_FINE",
}
