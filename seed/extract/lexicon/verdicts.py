"""What becomes of a decision, rows of ``data/verdicts.yaml``: words that undo it, keep it, or speak of it later."""

from typing import Final, cast

from seed.extract.lexicon import lint, tables

_FILE: Final = "verdicts"
_TABLE: Final = tables.read(_FILE)
_CLASSES: Final = tables.classes(_TABLE, f"{_FILE}.yaml")
_OUTCOMES: Final = ("undone", "kept", "denied")

UNDO: Final = _CLASSES["undo"]
KEEP: Final = _CLASSES["keep"]
GRANT: Final = _CLASSES["grant"]
DENY: Final = _CLASSES["deny"]
REMIT: Final = _CLASSES["remit"]
BALK: Final = _CLASSES["balk"]
CHALLENGES: Final = _CLASSES["challenges"]
PLAIN: Final = _CLASSES["plain"]
SANCTIONS: Final = _CLASSES["sanctions"]
JUDGMENTS: Final = _CLASSES["judgments"]
DECISIONS: Final = SANCTIONS | JUDGMENTS | _CLASSES["other_decisions"]
NOUNS: Final = {noun: outcome for outcome in _OUTCOMES for noun in _CLASSES[outcome]}
"""Rulings as nouns, and what they make of a decision."""
PAID: Final = _CLASSES["paid"]


def _particles() -> dict[str, frozenset[str]]:
    rows = cast("dict[str, str]", _TABLE["particles"])
    for verb, words in rows.items():
        tables.raise_first(f"{_FILE}.yaml, particles {verb}", lint.word_problems(words))
    return {verb: frozenset(words.split()) for verb, words in rows.items()}


PARTICLES: Final = _particles()
"""Verbs that mean it only with a small word: "set aside", "threw out"."""
ALWAYS_LATER: Final = UNDO | _CLASSES["later"]
"""Verbs whose object was decided before."""
LATER_BY_COURT: Final = (KEEP | DENY | _CLASSES["later_by_court"]) - ALWAYS_LATER
"""Verbs that say so where a court is their subject; an authority may confirm or cut what is still its own."""
LATER_NOUNS: Final = (
    CHALLENGES - {"complaint", "claim", "case", "suit", "lawsuit", "request"}
    | frozenset(NOUNS) - {"setting"}
    | _CLASSES["later_nouns"]
)


def lemmas() -> frozenset[str]:
    """All verbs of these tables."""
    return (
        UNDO
        | KEEP
        | GRANT
        | DENY
        | REMIT
        | BALK
        | ALWAYS_LATER
        | LATER_BY_COURT
        | PAID
        | {*PARTICLES, "lose", "win", "side"}
    )
