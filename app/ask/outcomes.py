"""How a text says that somebody won or lost before a court: "won its appeal", "succeeded in court"."""

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


WON: Final = _phrases(
    "win wins won winning succeed succeeds succeeded prevail prevailed", "successful successfully"
)
LOST: Final = _phrases("lose loses lost losing fail fails failed", "unsuccessful unsuccessfully failed")
