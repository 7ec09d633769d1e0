"""Every kind of page with an address of it, over the graph of all records: one table for all tests of pages."""

from typing import Final

PAGES: Final = {
    "home": "/",
    "ask": "/ask?q=who+fined+Clearview+AI%3F",
    "facts": "/facts",
    "filtered": "/facts?object=clearview-ai&relation=FINED",
    "empty": "/facts?country=FR&date_from=1990&date_to=1991&relation=FINED",
    "fact": "/facts/clearview-uk-2022",
    "authority": "/entities/ico-uk",
    "firm": "/entities/clearview-ai",
    "person": "/entities/aleid-wolfsen",
    "without facts": "/entities/andrew-coster",
    "document": "/documents/oaic-gov-au-newsroom-statement-on-clearview-ai-7a2a028e",
    "cases": "/cases",
    "case": "/cases/clearview-uk",
    "figures": "/stats?by=regulator",
    "paths": "/paths?from=clearview-ai&to=oaic-au",
    "compare": "/compare?a=cnil-fr&b=ico-uk",
    "changes": "/changes",
    "corrections": "/corrections",
    "about": "/about",
    "developers": "/developers",
}
"""Pages that answer; each says when the graph last changed, how to cite it, and what the same is as JSON."""

UNCITED: Final = {"review": "/review"}
"""Pages that answer and are nothing to cite."""

FAILURES: Final = {
    "no such entity": ("/entities/nobody-at-all", 404),
    "no such path": ("/nothing/here", 404),
    "filter that is none": ("/facts?country=ZZZZ", 422),
    "question that cannot be read": ("/ask?q=colourless+green+ideas", 422),
}
"""Pages of failures that a reader of any graph can come to, with their status."""

EMPTY_FORMS: Final = frozenset({"/paths", "/compare"})
"""Pages that ask first: without two names there is nothing that JSON could say."""
