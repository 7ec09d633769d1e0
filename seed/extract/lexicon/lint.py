"""What a row of the tables of words may hold; each complaint names the rule that a row breaks and what would do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from graph.vocabulary import RELATIONS
from seed.extract.lexicon.kinds import KINDS, SETS

SLOTS: Final = frozenset(
    "subj obj by on against to for upon from of with in into at about over before out poss comp between "
    "concerning regarding".split()
)
ROLES: Final = frozenset("xcomp ccomp dobj pobj prep pcomp acl relcl advcl nsubjpass oprd".split())
"""In which a clause hangs on the word above it, as the parser names them."""
MODALITIES: Final = frozenset({"proposed", "alleged", "denied", "hypothetical"})
_OF_GOVERNORS: Final = ("words", "roles", "makes")
FILLS: Final = frozenset({"", "both", "subject", "object"})
_NEEDED: Final = ("relation", "words", "subject", "object", "subjects", "objects")
_MORE: Final = ("fills", "needs", "rejects")
_OF_NOUNS: Final = ("before", "give", "hit", "take")
_WORDS: Final = ("words", "needs", "rejects", "before", "give", "hit", "take")


class LexiconError(ValueError):
    """A row that breaks a rule of the tables; the message names the file, the row and the rule."""


def frame_problems(row: Mapping[str, Any], classes: Iterable[str], *, noun: bool) -> Iterator[str]:
    """Every rule that a row of verbs or nouns breaks."""
    allowed = (*_NEEDED, *_MORE, *(_OF_NOUNS if noun else ()))
    yield from (f"unknown key {key}; the keys are {', '.join(allowed)}" for key in row if key not in allowed)
    yield from (f"{key} is missing" for key in _NEEDED if key not in row)
    yield from (f"{key} is not a text" for key, value in row.items() if not isinstance(value, str))
    texts = {key: value for key, value in row.items() if isinstance(value, str)}
    relation = texts.get("relation", "")
    if relation and relation not in RELATIONS:
        yield f"unknown relation {relation}; docs/vocabulary.md lists them"
    for key in ("subject", "object"):
        yield from (f"{key}: unknown slot {slot}" for slot in texts.get(key, "").split() if slot not in SLOTS)
    for key in ("subjects", "objects"):
        yield from (f"{key}: unknown kind {one}" for one in _strange_kinds(texts.get(key, "")))
        if key in texts and not texts[key].split():
            yield f"{key} names no kind"
    if texts.get("fills", "") not in FILLS:
        yield f"fills is {texts['fills']}; it may be both, subject or object"
    if "words" in texts and not texts["words"].split():
        yield "words is empty"
    known = frozenset(classes)
    for key in _WORDS:
        yield from (f"{key}: {problem}" for problem in word_problems(texts.get(key, ""), known))
    if both := {*texts.get("needs", "").split()} & {*texts.get("rejects", "").split()}:
        yield f"needs and rejects both hold {', '.join(sorted(both))}"


def governor_problems(row: Mapping[str, Any], classes: Iterable[str]) -> Iterator[str]:
    """Every rule that a row of governors breaks: words, the roles of what they govern, and a modality."""
    yield from (
        f"unknown key {key}; the keys are {', '.join(_OF_GOVERNORS)}"
        for key in row
        if key not in _OF_GOVERNORS
    )
    yield from (f"{key} is missing" for key in _OF_GOVERNORS if not row.get(key))
    yield from (
        f"words: {problem}" for problem in word_problems(str(row.get("words", "")), frozenset(classes))
    )
    yield from (
        f"roles: unknown role {role}" for role in str(row.get("roles", "")).split() if role not in ROLES
    )
    if row.get("makes") and row["makes"] not in MODALITIES:
        yield f"makes is {row['makes']}; it may be {', '.join(sorted(MODALITIES))}"


def word_problems(words: str, classes: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every rule that a list of words breaks: small letters, each once, classes that exist."""
    listed = words.split()
    yield from (f"{word} stands twice" for word, count in Counter(listed).items() if count > 1)
    for word in listed:
        if word.startswith("@"):
            if word[1:] not in classes:
                yield f"unknown class {word}; the classes are {', '.join(sorted(classes))}"
        elif word != word.lower():
            yield f"{word} has a capital; words are compared in small letters"


def repeated(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Words that tell a relation by two rows of a table, with nothing beside them that tells the rows apart."""
    apart = ("needs", "rejects", "before")
    counted = Counter(
        (row["relation"], word, *(row.get(key, "") for key in apart))
        for row in rows
        for word in row["words"].split()
    )
    yield from (f"{key[1]} tells {key[0]} by two rows" for key, count in counted.items() if count > 1)


def _strange_kinds(kinds: str) -> Iterator[str]:
    for one in kinds.split():
        name = one.removeprefix("-")
        if name not in KINDS and (name not in SETS or one.startswith("-")):
            yield f"{one}; the kinds are {', '.join(sorted({*KINDS, *SETS}))}"
