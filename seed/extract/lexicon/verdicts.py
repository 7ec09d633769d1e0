"""What becomes of a decision, as data: the words that undo it, leave it standing, or only speak of it later."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

UNDO: Final = frozenset(
    "annul overturn quash cancel vacate void nullify scrap reverse overrule invalidate rescind revoke repeal".split()
)
"""Verbs that take a decision away."""
KEEP: Final = frozenset("uphold affirm confirm endorse back sustain maintain".split())
"""Verbs that leave a decision standing."""
GRANT: Final = frozenset("uphold allow grant accept sustain".split())
DENY: Final = frozenset("dismiss reject deny refuse rebuff".split())
"""Verbs of an appeal that succeeds, and of one that fails."""
PARTICLES: Final = {
    "set": frozenset({"aside"}),
    "strike": frozenset({"down", "out"}),
    "throw": frozenset({"out"}),
    "toss": frozenset({"out", "aside"}),
    "wipe": frozenset({"out", "away"}),
    "turn": frozenset({"down"}),
}
"""Verbs that mean it only with a small word: "set aside", "threw out"."""
REMIT: Final = frozenset("remit refer send".split())
BALK: Final = frozenset("refuse decline fail".split())
"""Verbs that make the contrary of the ruling under them: "refused to annul"."""

CHALLENGES: Final = frozenset(
    "appeal challenge action objection bid petition application complaint claim case suit lawsuit request".split()
)
"""Nouns of what is brought against a decision; only the first two are that without another word."""
PLAIN: Final = frozenset({"appeal", "challenge"})
SANCTIONS: Final = frozenset("fine penalty sanction forfeiture reprimand ban".split())
JUDGMENTS: Final = frozenset("judgment judgement verdict".split())
DECISIONS: Final = SANCTIONS | JUDGMENTS | frozenset(
    "decision order notice ruling determination injunction resolution finding conviction direction measure act".split()
)  # fmt: skip
NOUNS: Final = {
    "annulment": "undone", "quashing": "undone", "cancellation": "undone", "reversal": "undone", "overturning": "undone",
    "setting": "undone", "confirmation": "kept", "affirmation": "kept", "upholding": "kept", "dismissal": "denied", "rejection": "denied",
}  # fmt: skip
"""Rulings as nouns: "the annulment of the fine by the tribunal"."""

ALWAYS_LATER: Final = UNDO | frozenset(
    "uphold affirm withdraw appeal contest challenge fight dispute suspend reinstate restore remit waive overrule".split()
)
"""Verbs whose object was decided before."""
LATER_BY_COURT: Final = (
    KEEP | DENY | frozenset("cut reduce lower slash halve increase raise".split())
) - ALWAYS_LATER
"""Verbs that say so where a court is their subject; an authority may confirm or cut what is still its own."""
LATER_NOUNS: Final = (
    CHALLENGES - {"complaint", "claim", "case", "suit", "lawsuit", "request"}
    | frozenset(NOUNS) - {"setting"}
    | {"suspension", "withdrawal"}
)
PAID: Final = frozenset({"pay", "repay"})


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
