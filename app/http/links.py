"""Where an answer leads: which route takes an id that stands in it. OpenAPI shows these as links."""

from typing import Any, Final

_Leads = dict[str, tuple[str, str]]
"""The name of a link, the operation that it leads to, and the place of that one's id in the answer."""


def _first(leads: _Leads) -> _Leads:
    """Where a list leads of whose items each leads there."""
    return {name: (to, f"/items/0{place}") for name, (to, place) in leads.items()}


_FACT: Final = {
    "citation": ("citation", "/id"),
    "subject": ("get_entity", "/subject/id"),
    "object": ("get_entity", "/object/id"),
    "case": ("get_case", "/case/id"),
    "claim": ("get_claim", "/evidence/0/claim"),
    "document": ("get_document", "/evidence/0/document/id"),
}
_FACTS: Final = _first({"fact": ("get_fact", "/id"), **_FACT})
_ENTITY: Final = {
    "facts": ("list_entity_facts", "/id"),
    "neighbours": ("list_neighbours", "/id"),
}
_ADDED: Final = {
    "document": ("get_document", "/document"),
    "withdraw": ("withdraw_document", "/document"),
    "fact": ("get_fact", "/new/0"),
}
_IMPORT: Final = {
    "import": ("get_import", "/id"),
    "refused": ("list_refused", "/id"),
    "cancel": ("cancel_import", "/id"),
}
LINKS: Final[dict[str, _Leads]] = {
    **dict.fromkeys(("list_facts", "list_fines", "list_entity_facts", "list_conflicts", "ask"), _FACTS),
    "get_fact": _FACT,
    "get_claim": {"correct": ("correct_claim", "/id"), "review": ("review_claim", "/id")},
    "list_entities": _first({"entity": ("get_entity", "/id"), **_ENTITY}),
    "get_entity": {**_ENTITY, "redact": ("redact_person", "/id")},
    "list_neighbours": {"entity": ("get_entity", "/items/0/entity/id")},
    "list_documents": {
        "document": ("get_document", "/items/0/id"),
        "withdraw": ("withdraw_document", "/items/0/id"),
    },
    "list_cases": {"case": ("get_case", "/items/0/id")},
    "search": {
        "entity": ("get_entity", "/entities/0/id"),
        "fact": ("get_fact", "/facts/0/id"),
        "document": ("get_document", "/documents/0/id"),
    },
    "list_changes": {"fact": ("get_fact", "/items/0/fact/id")},
    "review_queue": {
        "claim": ("get_claim", "/items/0/claim"),
        "review": ("review_claim", "/items/0/claim"),
        "correct": ("correct_claim", "/items/0/claim"),
        "document": ("get_document", "/items/0/document/id"),
    },
    "correct_claim": {
        "take_back": ("take_correction_back", "/id"),
        "claim": ("get_claim", "/claim"),
        "fact": ("get_fact", "/facts/0"),
    },
    "list_corrections": {"take_back": ("take_correction_back", "/items/0/id")},
    "add_document": _ADDED,
    "start_import": _IMPORT,
    "list_imports": _first(_IMPORT),
    "list_batches": {"rows": ("list_rows", "/items/0/id"), "undo": ("undo_batch", "/items/0/id")},
}
"""Where the answers of each operation lead."""


def link(operation: dict[str, Any]) -> None:
    """Say of each good answer of an operation where it leads."""
    leads = LINKS.get(operation["operationId"])
    if leads is None:
        return
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            answer["links"] = {
                name: {"operationId": to, "parameters": {"id": f"$response.body#{place}"}}
                for name, (to, place) in leads.items()
            }
