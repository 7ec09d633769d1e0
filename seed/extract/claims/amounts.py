"""The sum, the date, the articles and the quote of a draft."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from bisect import bisect_right
from typing import Final

from babel.numbers import get_territory_currencies

from graph.vocabulary import RELATIONS
from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.claims.sections import Lead, day_of
from seed.extract.mentions.conversions import is_conversion
from seed.extract.mentions.mention import Mention
from seed.extract.scope import modality, sums
from seed.extract.scope.earlier_decisions import DECIDED, RULED, dates_it, later
from seed.extract.syntax.tree import Tree, Word

WITH_SUM: Final = frozenset(name for name, kind in RELATIONS.items() if kind.sum_told)
DATED: Final = frozenset(name for name, kind in RELATIONS.items() if kind.dated)
_NOT_SANCTION: Final = re.compile(
    r"\b(?:revenues?|sales|turnover|profits?|income|earned|earnings|raised|valued|valuation"
    r"|(?<!deal )(?<!settlement )(?<!agreement )(?<!fine )(?<!fines )(?<!penalty )(?<!penalties )(?<!sanctions )worth"
    r"|funding|market value|savings|ransom"
    r"|compensation of|refunds? tot\w+|refunds? of|legal costs|costs? of|budget)\b",
    re.IGNORECASE,
)
_PARTS: Final = ("of which", "of whom", "of that", "of this sum", "of this amount")
"""What stands before a part of a sum that is told already."""
_OCCASIONS: Final = frozenset("decision session meeting deliberation resolution sitting".split())
_REASONS: Final = frozenset(
    "for over after because since until about during between before following despite without of".split()
)
_PAST: Final = frozenset("earlier previously already formerly once ago before".split())
_REDUCED: Final = frozenset(
    "reduced reduces reduction reducing cut cuts lowered lowers slashed slashes halved halves trimmed brought".split()
)
_NEAR_CUT: Final = 22
_TWICE: Final = 2
_CLOSE: Final = 12
"""Sums around a trigger among which the tree decides."""


def sum_of(scene: Scene, draft: Draft) -> Mention | None:
    """The sum that belongs to a draft: the closest to its trigger in the tree that is no turnover and no conversion."""
    if draft.relation not in WITH_SUM:
        return None
    if draft.money is not None:
        return draft.money
    if scene.imposed is None:
        scene.imposed = [
            m for m in scene.sums() if not is_conversion(scene.reading, m) and not _is_other(scene, m)
        ]
    trigger = word_at(scene.tree, draft.token)
    if (final := final_sum(scene)) is not None and draft.relation == "FINED":
        draft.final = True
        return final
    scene_sums = [m for m in scene.imposed if not _is_of_another(scene, trigger, m)]
    if (own := _in_own_currency(scene, draft)) is not None:
        return own
    close = sorted(scene_sums, key=lambda m: abs(m.first - draft.token))[:_CLOSE]
    return min(close, key=lambda m: _arcs(scene.tree, trigger, m), default=None)


def final_sum(scene: Scene) -> Mention | None:
    """What a fine was brought down to: the second sum of "reduced from £9m to £2m", or the only one of "reduced to £2m"."""
    if not _REDUCED & set(scene.reading.lower):
        return None
    lower = scene.reading.lower
    for money in scene.sums():
        before = lower[max(0, money.first - 2) : money.first]
        if "to" not in before or not _REDUCED & set(lower[: money.first]):
            continue
        cut = max(at for at in range(money.first) if lower[at] in _REDUCED)
        between = lower[cut : money.first]
        earlier = [m for m in scene.sums() if cut < m.first < money.first]
        if len(between) <= _NEAR_CUT and (not earlier or "from" in between):
            return money
    return None


def _in_own_currency(scene: Scene, draft: Draft) -> Mention | None:
    """Of a sum given twice, "€116,000 (£100,000)", the one in the currency of the authority's country."""
    place = (draft.subject.place if draft.subject else None) or ""
    home = (
        set(get_territory_currencies(place[:2]))
        if place[:2].isalpha() and place[:2].isupper()
        else set[str]()
    )
    told = scene.sums()
    if len(told) != _TWICE or not is_conversion(scene.reading, told[1]) or place.startswith("EU"):
        return None
    base = scene.reading.sentence.start
    if sums.of_sum(scene.reading.sentence.text, told[0].start - base, told[0].end - base) is not None:
        return None  # the sum that it converts was not imposed
    first, second = (m.money.currency if m.money else "" for m in told)
    return told[1] if second in home and first not in home else None


def _is_of_another(scene: Scene, trigger: Word | None, money: Mention) -> bool:
    """Whether a sum is the object of another verb like the trigger: "has not fined Acme but has fined Bolt £1m"."""
    word = word_at(scene.tree, money.first)
    if trigger is None or word is None or trigger.pos != "VERB":
        return False
    verb = next((w for w in word.ancestors() if w.pos == "VERB"), None)
    return verb is not None and verb is not trigger and verb.lemma == trigger.lemma and verb.dep == "conj"


def _is_other(scene: Scene, money: Mention) -> bool:
    """Whether a sum is a turnover, a funding round, a refund: something that no authority took."""
    text, base = scene.reading.sentence.text, scene.reading.sentence.start
    around = (
        text[max(0, money.start - base - 32) : money.start - base]
        + " | "
        + text[money.end - base : money.end - base + 28]
    )
    part = text[: money.start - base].rstrip().lower().endswith(_PARTS)
    return part or bool(_NOT_SANCTION.search(around))


def _arcs(tree: Tree, trigger: Word | None, mention: Mention) -> int:
    word = word_at(tree, mention.first)
    return tree.distance(trigger, word) if trigger is not None and word is not None else 99


def word_at(tree: Tree, token: int) -> Word | None:
    """The word of a tree that stands for a token."""
    at = bisect_right(tree.words, token, key=lambda word: word.token)
    return tree.words[at - 1] if at else None


def date_of(scene: Scene, draft: Draft, lead: Lead) -> tuple[str, str] | None:
    """The date of a draft and its words: one tied to the trigger, else for the news of the day its publication."""
    if draft.relation in {"EMPLOYS", "SCRAPED"}:
        return None
    if draft.date is not None and draft.date.date and draft.date.date.date:
        return draft.date.date.date, draft.date.text
    trigger = word_at(scene.tree, draft.token)
    best: tuple[int, Mention] | None = None
    top = later(trigger) if draft.relation in DECIDED else None
    for mention in scene.reading.mentions:
        if mention.sort == "date" and mention.date and mention.date.date and trigger is not None:
            if not _is_of(scene, draft, trigger, top, mention):
                continue
            cost = _cost(scene.tree, trigger, mention) if top is None else abs(mention.first - draft.token)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, mention)
    if best is not None and best[1].date and best[1].date.date:
        return best[1].date.date, best[1].text
    if top is not None:
        return None
    if draft.relation in DATED and (own := day_of(scene.discourse.text, scene.index)) is not None:
        return own
    return (lead.published, "") if _is_news(scene, draft, lead) and lead.published else None


def _is_of(scene: Scene, draft: Draft, trigger: Word, top: Word | None, mention: Mention) -> bool:
    """Whether a date is that of the decision itself, or of the ruling itself, where a sentence tells of both."""
    date = word_at(scene.tree, mention.first)
    if date is None:
        return False
    if top is not None:
        return dates_it(date, top)
    return draft.relation not in RULED or not dates_it(date, trigger)


def _cost(tree: Tree, trigger: Word, mention: Mention) -> int | None:
    """How far a date is from a trigger, or ``None`` where it belongs to a reason, another clause or another noun."""
    word = word_at(tree, mention.first)
    if word is None:
        return None
    own = {id(trigger), *map(id, trigger.ancestors())}
    path = 0
    current: Word | None = word
    while current is not None and id(current) not in own:
        if (
            current.lower in _REASONS
            and current is not word
            and not (
                current.lower == "of" and current.head is not None and _is_occasion(current.head, trigger)
            )
            and not any(_is_occasion(inner, trigger) for inner in current.child("pobj"))
        ):
            return None
        if current.dep in {"relcl", "advcl"} and current is not word and id(current.head) != id(trigger):
            return None
        if (
            current is word
            and current.dep in {"compound", "nummod", "poss", "nmod"}
            and current.head is not trigger
        ):
            return None
        current, path = current.head, path + 1
    if current is None:
        return None
    up = 0
    step: Word | None = trigger
    while step is not None and step is not current:
        if step.dep in {"relcl", "conj"} and step.child("nsubj", "nsubjpass"):
            up += 3
        step, up = step.head, up + 1
    return path + 2 * up


def _is_occasion(noun: Word, trigger: Word) -> bool:
    """Whether a date below a noun is that of the deed: "by decision of 4 October", "in its session of 9 December"."""
    return noun is trigger or noun.lemma in _OCCASIONS


def _is_news(scene: Scene, draft: Draft, lead: Lead) -> bool:
    """Whether an undated claim is the news of the day: at the head of the text, and not as what came before."""
    trigger = word_at(scene.tree, draft.token)
    if draft.relation in {"INVESTIGATED", "INVESTIGATED_JOINTLY_WITH"} and not draft.undated:
        return draft.news or _is_present(trigger)
    if draft.undated or draft.relation not in DATED:
        return False
    author = scene.discourse.text.author
    own = author is not None and draft.subject is not None and draft.subject.id == author.id
    if scene.index > lead.last and not own and not _is_present(trigger):
        return False
    chain = [trigger, *trigger.ancestors()] if trigger else []
    past = any(c.lower == "had" for w in chain[:3] for c in w.children if c.dep in {"aux", "auxpass"})
    return not past and not _PAST & set(scene.reading.lower)


def _is_present(trigger: Word | None) -> bool:
    """Whether a clause is in the present or the present perfect, so that it tells the news wherever it stands."""
    word = trigger
    while word is not None and word.pos != "VERB":
        word = word.head
    if word is None:
        return False
    auxiliaries = {c.lower for c in word.child("aux", "auxpass")}
    if word.tag == "VBG" and auxiliaries & {"is", "are"} and "been" not in auxiliaries:
        return True
    return bool(auxiliaries & {"has", "have", "must"}) or (word.tag in {"VBZ", "VBP"} and not auxiliaries)


def qualify(scene: Scene, draft: Draft) -> None:
    """Take back what the sum says about the draft: a legal maximum or a daily penalty is no fine."""
    if draft.money is None or draft.modality != modality.ASSERTED:
        return
    base = scene.reading.sentence.start
    span = (draft.money.start - base, draft.money.end - base)
    if (
        draft.relation == "FINED"
        and sums.is_total(scene.reading.sentence.text, *span)
        and not scene.has("made", "up")
        and not _is_for_one(scene, draft)
    ):
        draft.money = None
        return
    if verdict := sums.of_sum(scene.reading.sentence.text, draft.money.start - base, draft.money.end - base):
        draft.modality = verdict


def _is_for_one(scene: Scene, draft: Draft) -> bool:
    """Whether a total is what one firm has to pay in one decision: "fined Acme a total of", "two fines … for a total of"."""
    several = draft.object is not None and draft.object.id.startswith("unnamed-")
    if several or sums.sums_up(scene.reading.sentence.text):
        return False
    told_elsewhere = draft.object is not None and not draft.object.explicit
    one_decision = told_elsewhere and scene.has("totalling", "totaling")
    one = one_decision or scene.reading.lower[draft.token] in {"fine", "fined"}
    return one or scene.has("two", "three", "four", "pay")


def quote_span(scene: Scene, draft: Draft, date: Mention | None) -> tuple[int, int]:
    """The shortest stretch of the sentence that holds trigger, parties, sum and date."""
    tokens = scene.reading.tokens
    held = [draft.token]
    for actor in (draft.subject, draft.object):
        if actor is not None and actor.sentence == scene.index:
            held += _tokens_of(scene, actor.token)
    for mention in (draft.money, date):
        if mention is not None:
            held += [mention.first, mention.last]
    if len(set(held)) == 1:
        return scene.reading.sentence.start, scene.reading.sentence.end
    return tokens[min(held)].start, tokens[max(held)].end


def _tokens_of(scene: Scene, token: int) -> list[int]:
    mention = scene.reading.at(token)
    return [mention.first, mention.last] if mention else [token]
