"""In which form a question wants its answer: a list, yes or no, a sum, a day, the largest."""

from app.ask.courtesies import GREETINGS
from app.ask.lexicon import AUXILIARY
from app.ask.marked import Marked
from app.ask.relations import Told
from app.ask.understanding import Form, Side


def form(marked: Marked) -> Form:
    """The form in which an answer is wanted, before superlatives."""
    asks = {meaning for one in marked.having("ask") for meaning in one.means["ask"]}
    totals = {meaning for one in marked.having("total") for meaning in one.means["total"]}
    first = _first(marked)
    opening = _opening(marked)
    verdict = (
        first in AUXILIARY or opening in AUXILIARY or "true" in {token.word for token in marked.tokens[:4]}
    )
    verdict = verdict or _tagged(marked) or _whether(marked) or _doubted(marked)
    for meaning in ("average", "median"):
        if meaning in totals:
            return meaning
    if first in {"what", "which"} and marked.tokens[-1].word == "for" and not asks & {"how_many", "how_much"}:
        return "why"
    if "how_many" in asks and not verdict:
        return "count"
    if "why" in asks and not verdict:
        return "why"
    if "sum" in totals and not verdict and not marked.having("superlative") and not marked.having("most"):
        return "sum"
    if verdict:
        return "verdict"
    forms: tuple[tuple[str, Form], ...] = (("how_much", "amount"), ("when", "date"), ("articles", "articles"))
    for meaning, form in forms:
        if meaning in asks:
            return form
    return "facts"


def _first(marked: Marked) -> str:
    """The word that opens what is asked, behind greetings and requests."""
    begun = 0
    for mark in marked.marks:
        if mark.text.lower() not in GREETINGS and ("filler" not in mark or mark.means.keys() - {"filler"}):
            break
        begun = mark.end
    return marked.word(begun) or marked.word(0)


def _doubted(marked: Marked) -> bool:
    """Whether a statement is put as a question: "Acme was fined, is that so?"."""
    words = [token.word for token in marked.tokens]
    return words[-3:-1] in (["is", "that"], ["is", "this"]) and words[-1] in {
        "so",
        "true",
        "right",
        "correct",
    }


def _whether(marked: Marked) -> bool:
    """Whether a request goes on with "whether" or "if": "tell me if Acme was fined"."""
    words = [token.word for token in marked.tokens]
    asked = {"who", "whom", "which", "what", "when", "how", "why"}
    return any(
        word in {"whether", "if"} and not asked & set(words[:at]) and at < 8 for at, word in enumerate(words)
    )


def most_of(marked: Marked, told: Told) -> Side:
    """Of whom the most is asked, where no noun says it."""
    if "year" in {token.word for token in marked.tokens}:
        return "year"
    ends = {one.end for one in marked.having("most")}
    if any("verb" in one and one.start in ends and one.text.lower().endswith("ed") for one in marked.marks):
        return "object"  # "the most fined bank"
    return "object" if told.passive or (told.noun and marked.having("get")) else "subject"


def _opening(marked: Marked) -> str:
    """The first word after a time that stands before the question."""
    first = marked.marks[0]
    return marked.word(first.end) if "time" in first else ""


def _tagged(marked: Marked) -> bool:
    """Whether the question stands at the end, behind what it is about: "The fine on Acme, is it final?"."""
    for at in range(1, len(marked.tokens) - 1):
        gap = marked.text[marked.tokens[at - 1].end : marked.tokens[at].start]
        if (
            set(gap) & set(",-–—:;.")
            and marked.word(at) in AUXILIARY
            and marked.word(at + 1) in {"it", "they", "he", "she"}
        ):
            return True
    return False


def final_form(form: Form, marked: Marked, told: Told) -> Form:
    """The form with superlatives and comparisons taken in."""
    if (
        form == "verdict"
        and any(token.word == "than" for token in marked.tokens)
        and told.relations == ("PROPOSED_FINE",)
    ):
        return "compare"
    if form in {"facts", "date", "amount"} and marked.having("most"):
        return "most"
    if form in {"facts", "date", "amount"} and marked.having("superlative") and top(marked, form):
        return "top"
    return form


def first_of(marked: Marked, form: Form) -> tuple[str, str] | None:
    """By what a yes or no asks whether something is the first: "Was Acme's the largest fine?"."""
    if form != "verdict" or marked.having("propose"):
        return None
    for one in marked.having("superlative"):
        if not any(
            "verb" in other and "noun" not in other and other.start == one.end for other in marked.marks
        ):
            by, order = one.means["superlative"][0].split(":")
            return by, order
    return None


def orders_all(phrase: str) -> bool:
    """Whether an order is wanted of all, and not the first of it: "largest first", "by size"."""
    return phrase.startswith(("by ", "in order")) or phrase.endswith((" first", "chronologically"))


def top(marked: Marked, form: Form) -> tuple[str, str] | None:
    """By what and in which order the first are wanted."""
    if form in {"count", "sum", "average", "verdict"}:
        return None
    for one in marked.having("superlative"):
        by, order = one.means["superlative"][0].split(":")
        return by, order
    return None
