"""Inflected forms of the verbs of the frames: a small lemmatizer that knows exactly them, and never reads "fined" as "fin"."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

_IRREGULAR: Final = {
    "buy": "bought", "hold": "held", "find": "found", "take": "took taken", "strike": "struck stricken", "tell": "told",
    "throw": "threw thrown", "fight": "fought", "forbid": "forbade forbidden", "hit": "hit", "set": "set", "give": "gave given",
    "make": "made", "pay": "paid", "get": "got gotten", "bring": "brought", "run": "ran", "lead": "led", "begin": "began begun",
    "send": "sent", "win": "won", "sue": "sued suing", "ban": "banned banning", "bar": "barred barring", "scrap": "scrapped scrapping",
    "slap": "slapped slapping", "slam": "slammed slamming", "withdraw": "withdrew withdrawn", "compel": "compelled compelling",
    "submit": "submitted", "stop": "stopped stopping", "cut": "cut", "draw": "drew drawn", "incur": "incurred", "cop": "copped",
    "break": "broke broken", "shut": "shut", "put": "put", "drop": "dropped", "drag": "dragged", "keep": "kept", "say": "said",
    "sting": "stung", "shell": "shelled", "undertake": "undertook undertaken", "seek": "sought", "let": "let", "split": "split",
    "have": "has had having", "be": "is are was were been being am", "go": "goes went gone", "plan": "planned planning", "deny": "denied",
    "prefer": "preferred", "fear": "feared", "think": "thought", "mull": "mulled", "do": "does did done",
    "haul": "hauled", "mete": "meted", "dish": "dished", "overrule": "overruled", "fit": "fitted",
    "annul": "annulled annulling", "uphold": "upheld", "cancel": "cancelled cancelling", "remit": "remitted remitting", "refer": "referred referring",
    "lose": "lost", "repay": "repaid",
}  # fmt: skip


def forms(lemma: str) -> set[str]:
    """All forms of a verb."""
    bases = {lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        bases |= {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith("e"):
        bases |= {lemma + "d", lemma[:-1] + "ing"}
    else:
        bases |= {lemma + "ed", lemma + "ing"}
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
