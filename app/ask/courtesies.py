"""How people begin a question before they ask it: greetings and requests, which ask for nothing themselves."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

_WANTS: Final = (
    "i would like to",
    "id like to",
    "i d like to",
    "we would like to",
    "i want to",
    "i need to",
    "i wish to",
    "i am trying to",
    "im trying to",
)
_KNOWS: Final = ("know", "find out", "see", "learn", "understand", "get", "have")
_ASKS: Final = (
    "can you",
    "could you",
    "would you",
    "will you",
    "can you please",
    "could you please",
    "would you please",
    "please",
    "can someone",
    "could someone",
    "can anyone",
    "could anyone",
    "can anybody",
    "could anybody",
    "can somebody",
    "could somebody",
    "does anyone",
)
_TELLS: Final = (
    "tell me",
    "show me",
    "give me",
    "say",
    "explain",
    "list",
    "rank",
    "sort",
    "name",
    "provide",
    "check",
    "find out",
    "look up",
)
_OTHERS: Final = (
    "i heard", "i heard that", "i have heard", "i have heard that", "i ve heard that", "i read that", "i ve read that", "people say", "they say", "somebody told me", "someone told me",
    "is that so", "is that true", "is that right", "is that correct", "is this true", "is this right", "is this correct", "i wonder", "i was wondering", "im wondering", "i am wondering", "just wondering", "any idea", "do you happen to know", "does anyone know",
    "does anybody know", "anyone know", "i am looking for", "im looking for", "i look for", "quick question", "i have a question", "question",
    "my question is", "let me know", "good morning", "good evening", "good afternoon", "good day", "hi there", "hello there", "do you know",
)  # fmt: skip

REQUESTS: Final = (
    *(f"{wants} {knows}" for wants in _WANTS for knows in _KNOWS),
    *(f"{asks} {tells}" for asks in _ASKS for tells in _TELLS),
    *_OTHERS,
)
"""Phrases that stand before what is asked."""
GREETINGS: Final = frozenset(
    "hi hey hello dear sir madam please pls ok okay well so and but then also now thanks sorry".split()
)
"""Words before a question that ask nothing."""
