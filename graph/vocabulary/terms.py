"""The closed word lists that are neither kinds of entity nor kinds of relation."""

from typing import Final

MODALITIES: Final[dict[str, str]] = {
    "asserted": "the document says that it happened",
    "proposed": "the document says that it is planned or provisionally intended",
    "alleged": "the document reports that somebody says so",
    "denied": "the document says that it did not happen",
    "hypothetical": "the document says that it could happen, or what the law allows at most",
}

DOCUMENT_KINDS: Final[dict[str, str]] = {
    "official": "published by an authority or another public body",
    "court": "a ruling, or a register of rulings",
    "press": "news, a blog, a law firm's note",
    "dataset": "a row of a data set or tracker",
    "company": "published by a party to the matter",
    "note": "a case note in the project's own words; never counted as a source",
    "memory": "a record for which no source was seen; never counted as a source",
}

UNCOUNTED_KINDS: Final = ("note", "memory")
"""Document kinds that are no independent source."""

REVIEWS: Final[dict[str, str]] = {
    "accepted": "checked by a person, or a curated record",
    "unreviewed": "made by a machine and not looked at",
    "rejected": "looked at and found wrong; it supports nothing",
}

STANCES: Final[dict[str, str]] = {
    "supports": "the claim says the same as the fact",
    "disputes": "the claim speaks of the same fact and disagrees on it",
}

PRECISIONS: Final[dict[str, str]] = {"day": "YYYY-MM-DD", "month": "YYYY-MM", "year": "YYYY"}

TIERS: Final[dict[str, str]] = {
    "curated": "a record that a person checked against a source",
    "compiled": "a row of an open list that comes with the project",
    "imported": "a row of a list that somebody brought in",
    "machine": "read from documents by rules or a model, with its review state",
}
"""Where a fact comes from, the surest first. A lower tier supports or disputes a higher one and never changes it."""

FOUND: Final[dict[str, str]] = {
    "says_so": "the page says what the fact says",
    "says_otherwise": "the page gives another sum for the same decision",
    "not_found": "not found in the page",
}
"""What a visit found in the page behind a document."""

CHECKED: Final[dict[str, str]] = FOUND | {"unchecked": "no page was visited and read"}

CHECK_STATES: Final[dict[str, str]] = {
    "alive": "the page is there",
    "moved": "it redirects to another address for good",
    "changed": "it is there with another text than at the last visit",
    "gone": "it is not there, whatever the status of the answer",
    "blocked": "the server refuses",
    "login": "it asks for a login",
    "paywall": "its text is for subscribers",
    "unreachable": "no answer, or an error of the server",
    "robots": "robots.txt does not allow it",
}
"""How the page behind a document stood when it was visited."""
