"""How a text says that somebody won or lost before a court: "won its appeal", "succeeded in court"."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

_CONTESTS: Final = ("appeal", "case", "challenge", "court case", "lawsuit", "proceedings")
_OWN: Final = ("its", "their", "the", "an", "a", "his", "her", "this", "that")
_WHERE: Final = ("on appeal", "in court", "at court", "before the court", "against", "out against")


def _phrases(verbs: str, adjectives: str) -> str:
    found = [f"{verb} {where}" for verb in verbs.split() for where in _WHERE]
    for verb in verbs.split():
        for own in _OWN:
            for what in _CONTESTS:
                found += [f"{verb} {own} {what}", f"{verb} in {own} {what}", f"{verb} with {own} {what}"]
    forms = ("appeal", "appealed", "challenge", "challenged")
    found += [f"{adjective} {form}" for adjective in adjectives.split() for form in forms]
    return ", ".join(found)


_SIDES: Final = (
    "side with, sides with, sided with, siding with, rule for, rules for, ruled for, rule in favour of, ruled in favour of, rule in favor of, "
    "ruled in favor of, decide for, decided for, decide in favour of, decided in favour of, find for, found for, agree with, agrees with, agreed with,"
)
"""How a court takes the part of whoever stands behind."""
_TURNS: Final = "rule against, rules against, ruled against, decide against, decided against, find against, found against, side against, sided against"


def is_court(text: str) -> bool:
    """Whether a phrase tells what a court did to whoever stands behind it."""
    return any(text == phrase.strip() for phrase in f"{_SIDES}, {_TURNS}".split(","))


_WINS: Final = _phrases(
    "win wins won winning succeed succeeds succeeded prevail prevailed", "successful successfully"
)
WON: Final = f"{_WINS}, {_SIDES}"
_LOSES: Final = _phrases("lose loses lost losing fail fails failed", "unsuccessful unsuccessfully failed")
LOST: Final = f"{_LOSES}, {_TURNS}"
