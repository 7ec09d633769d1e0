"""Inflected forms of the verbs of the frames: a lemmatizer of exactly them, which never reads "fined" as "fin"."""

import re
from typing import Final, cast

from seed.extract.lexicon import tables

_DOUBLED: Final = re.compile(r"(?:^|[^aeiou])[aeiou][bdfgklmnprtv]$")
"""Endings whose consonant is doubled: "hitting", "submitted"; a form too many, such as "visitted", is met nowhere."""
_IRREGULAR: Final = cast("dict[str, str]", tables.read("frames")["irregular"])


def forms(lemma: str) -> set[str]:
    """All forms of a verb."""
    bases = {lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        bases |= {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith("e"):
        bases |= {lemma + "d", lemma[:-1] + "ing"}
    else:
        bases |= {lemma + "ed", lemma + "ing"}
    if _DOUBLED.search(lemma):
        bases |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return bases | set(_IRREGULAR.get(lemma, "").split())


def table(lemmas: set[str]) -> dict[str, str]:
    """Every form of these verbs, to its lemma."""
    return {form: lemma for lemma in sorted(lemmas) for form in forms(lemma)}


def singular(noun: str) -> str:
    """The singular of a regular plural."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
