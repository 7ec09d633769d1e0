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
