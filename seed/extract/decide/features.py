"""What is known of a candidate beside its claim: the features that a trained model decides by.

Features are about how a text tells something, never about whom: no name of a party or a document is one.
"""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon.places import within
from seed.extract.syntax.triggers import STRONG, WEAK
from seed.extract.types import Claim, Party

Features = Mapping[str, float]

_DOUBT: Final = re.compile(
    r"\b(?:may|might|could|would|should|can|if|unless|whether|alleg\w+|accus\w+|claim\w*|propos\w+|inten\w+|plan\w*|"
    r"fac(?:e[sd]?|ing)|risk\w*|potential\w*|possibl\w+|expect\w*|likely|threat\w*|call(?:s|ed|ing)? (?:for|on)|urg\w+|"
    r"seek\w*|demand\w*|want\w*|ask\w*|recommend\w*|will)\b",
    re.IGNORECASE,
)
_DENIAL: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|without|n't|cannot|den(?:y|ied|ies)|reject\w*|refus\w+|dismiss\w*|instead|rather|"
    r"stop(?:s|ped)? short|avoid\w*|escap\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_ANOTHER: Final = re.compile(
    r"\b(?:similar|other|another|previous\w*|earlier|same|also|example|such as)\b", re.IGNORECASE
)
_MAXIMUM: Final = re.compile(
    r"\b(?:up to|maximum|as much as|total\w*|average|per cent|%|turnover|revenue)", re.IGNORECASE
)
_LAW: Final = re.compile(
    r"\b(?:article|section|paragraph|directive|regulation|act|pursuant|under)\b", re.IGNORECASE
)
_FIRST: Final = re.compile(r"\b(?:I|we|our|my|us)\b")
_QUOTED: Final = re.compile(r"[“”\"]")
_WORD: Final = re.compile(r"[^\W_]+")
_DEEDS: Final = STRONG | WEAK
"""Words of deeds: a new name that holds one is mostly a piece of a headline."""
_FORMS: Final = frozenset(
    "inc llc ltd limited plc corp corporation gmbh ag se sa srl spa sl slu bv nv oy oyj ab as aps kft doo zrt".split()
)
_TITLE: Final = 0.7
_SMALL: Final = 1000
_LARGE: Final = 1_000_000
_SIDES: Final = ("subject", "object")


def describe(scene: Scene, draft: Draft, claim: Claim) -> dict[str, float]:
    """The features of one candidate by name; what is not named is zero."""
    found = {f"relation {claim.relation}": 1.0, f"modality {claim.modality}": 1.0}
    found |= {f"rule {name}": 1.0 for name in _families(draft.rule)}
    for side, actor, party in zip(
        _SIDES, (draft.subject, draft.object), (claim.subject, claim.object), strict=True
    ):
        if actor is not None:
            found |= {f"{side} {name}": value for name, value in _party(scene, draft, actor, party).items()}
    found |= _sentence(scene)
    found |= _claim(draft, claim)
    crossed = f"{claim.relation} "
    found |= {crossed + name: found[name] for name in _CROSSED if name in found}
    return {name: value for name, value in found.items() if value}


_CROSSED: Final = (
    "no sum",
    "doubt",
    "denial",
    "object unknown",
    "subject unknown",
    "subject filled",
    "object filled",
)
"""Features that mean something else for each relation."""


def _families(rule: str) -> Iterable[str]:
    """The parts of a rule's name from the left: its relation with its kind, and the whole name."""
    parts = rule.split("-")
    return ["-".join(parts[:2]), *parts[1:2], rule]


def _party(scene: Scene, draft: Draft, actor: Actor, party: Party) -> dict[str, float]:
    """How one side is named and where: known, by name or by a description, how far away, how often."""
    distance = abs(draft.sentence - actor.sentence)
    words = _WORD.findall(party.name)
    lowered = scene.discourse.lowered
    small = sum(word.lower() in lowered for word in words) / max(1, len(words))
    count = scene.discourse.counts[actor.id]
    country = scene.discourse.text.country
    return {
        f"kind {party.kind}": 1.0,
        "unknown": not actor.known,
        "filled": not actor.explicit,
        "described": party.text[:1].islower(),
        "elsewhere": distance > 0,
        "sentences away": min(3.0, math.log1p(distance)),
        "tokens away": min(3.0, math.log1p(abs(actor.token - draft.token))) if not distance else 0.0,
        "before": not distance and actor.token < draft.token,
        "of common words": small if not actor.known else 0.0,
        "only common words": not actor.known and small == 1.0,
        "short": not actor.known and len(words) == 1,
        "long": not actor.known and len(words) > 4,
        "capitals": not actor.known and party.name.isupper() and len(party.name) > 4,
        "once": count <= 1,
        "mentions": min(3.0, math.log1p(count)),
        "topic": actor.id == scene.discourse.topic,
        "deed in name": not actor.known and any(word.lower() in _DEEDS for word in words),
        "legal form": not actor.known and bool(words) and words[-1].lower() in _FORMS,
        "away": bool(actor.place and country and not within(actor.place, country)),
        "at home": bool(actor.place and country and within(actor.place, country)),
        "in title case": not actor.known and _is_in_title_case(scene, actor),
        "first in sentence": not distance and actor.token == 0,
    }


def _is_in_title_case(scene: Scene, actor: Actor) -> bool:
    """Whether a new name stands in a line in which nearly every word has a capital, which then proves nothing."""
    reading = scene.discourse.text.readings[actor.sentence]
    letters = [t.text for t in reading.tokens if t.text[:1].isalpha()]
    return sum(word[0].isupper() for word in letters) > _TITLE * len(letters)


def _sentence(scene: Scene) -> dict[str, float]:
    sentence = scene.reading.sentence
    text = sentence.text
    letters = [t.text for t in scene.reading.tokens if t.text[:1].isalpha()]
    named = sum(m.sort == "entity" for m in scene.reading.mentions)
    return {
        f"line {sentence.kind}": 1.0,
        "parsed": bool(scene.words),
        "length": min(6.0, math.log1p(len(scene.reading.tokens))),
        "position": min(6.0, math.log1p(sentence.index)),
        "lead": sentence.index < 6,
        "entities": min(3.0, math.log1p(named)),
        "sums": min(2.0, math.log1p(len(scene.sums()))),
        "doubt": min(2.0, math.log1p(len(_DOUBT.findall(text)))),
        "denial": min(2.0, math.log1p(len(_DENIAL.findall(text)))),
        "another": bool(_ANOTHER.search(text)),
        "maximum": bool(_MAXIMUM.search(text)),
        "law": bool(_LAW.search(text)),
        "first person": bool(_FIRST.search(text)),
        "quotation": bool(_QUOTED.search(text)),
        "capitals": sum(word[0].isupper() for word in letters) / max(1, len(letters)),
        "link": "](" in text or "http" in text,
        "colon": ":" in text,
        "question": text.rstrip().endswith("?"),
        "no full stop": not text.rstrip().endswith((".", "!", "?")),
    }


def _claim(draft: Draft, claim: Claim) -> dict[str, float]:
    return {
        "sum": claim.sum is not None,
        "small sum": bool(claim.sum and claim.sum.amount < _SMALL),
        "large sum": bool(claim.sum and claim.sum.amount >= _LARGE),
        "no sum": claim.sum is None and claim.relation in {"FINED", "SETTLED_WITH"},
        "dated by words": bool(claim.when and claim.when.text),
        "dated by publication": bool(claim.when and not claim.when.text),
        "articles": bool(claim.articles),
        "undated": draft.undated,
        "news": draft.news,
    }


def together(features: Features, times: int, rules: int) -> dict[str, float]:
    """The features of a claim that a document tells several times, by several rules."""
    return {**features, "repeated": math.log(times), "rules": math.log(rules)}
