"""Fines told in a few words side by side: a net under the parser for headlines, lists and clauses that it reads wrongly.

A pattern speaks only of parties and sums with nothing but small words between them, and only where no frame has
read the sum already.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterable, Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.claims.amounts import word_at
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.lexicon.wording import of_words
from seed.extract.mentions.conversions import is_conversion
from seed.extract.mentions.mention import Mention
from seed.extract.patterns.masks import Mask
from seed.extract.scope import modality, sums
from seed.extract.scope.earlier_decisions import later

_FIRM: Final = r"(?P<firm><[CUBPNc]\d+>)"
_FROM: Final = r"(?P<from><[RrL]\d+>)"
_SUM: Final = r"(?P<sum><M\d+>)"
_SMALL: Final = r"(?:(?!(?:not|never|no|to|from|and|or|if|by)\b)[\w-]+ )"
_FINE: Final = r"(?:fines?|penalt(?:y|ies)|sanctions?)"
_ASIDE: Final = r"(?:\( [^()]{1,40} \) )?"
_HIT: Final = r"(?:hit|slapped|fined|punished|penalised|penalized|sanctioned|stung|smacked|whacked|walloped|clobbered|landed)"
_GOT: Final = r"(?:handed|given|issued|receives?|received|gets?|got|served)"
_WAS: Final = r"(?:(?:is|was|were|are|has|have|had|been|gets?|got|also|again|,|now|just|on|<D\d+>) )*"

_PATTERNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("hit-with", rf"{_FIRM} {_WAS}{_HIT} (?:with )?(?:an? )?{_SMALL}{{0,3}}?{_SUM}(?: by (?:the )?{_FROM})?"),
        ("got", rf"{_FIRM} {_WAS}{_GOT} (?:with )?(?:an? |the )?{_SMALL}{{0,3}}?{_SUM} {_ASIDE}{_SMALL}{{0,2}}?{_FINE}\b(?: (?:by|from) (?:the )?{_FROM})?"),
        ("must-pay", rf"{_FIRM} (?:, )?(?:must|has to|have to|had to|is to|was to|was ordered to|has been ordered to|was told to) pay (?:(?:an? )?{_SMALL}{{0,2}}?(?:fine|penalty) of )?{_SUM}"),
        ("fines", rf"{_FROM} {_WAS}(?:fines|fined|hits|slaps|slapped|hit|punishes) (?:the )?{_SMALL}{{0,4}}?{_FIRM} (?:with )?(?:an? )?{_SMALL}{{0,3}}?{_SUM}"),
        ("fined-it", rf"{_FROM} [^<>;]{{0,40}}?{_FIRM}[^<>;]{{0,90}}?\band (?:also |then )?(?:fined|sanctioned) (?:it|them|the firm|<c\d+>) {_SMALL}{{0,2}}?{_SUM}"),
        ("sum-fine-that", rf"{_SUM} {_ASIDE}{_SMALL}{{0,2}}?{_FINE} (?:that |which )?(?:the )?{_FROM} (?:had |has )?(?:imposed|levied|issued|handed|slapped) (?:on|to|against) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("sum-fine-on", rf"{_SUM} {_ASIDE}{_SMALL}{{0,2}}?{_FINE} (?:imposed |issued |handed down |levied )?(?:on|against|to|for) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("fine-of-sum-on", rf"\b{_FINE} (?:of|worth|totalling|totaling) (?:{_SMALL}{{0,3}}?){_SUM} {_ASIDE}(?:imposed |issued |handed down |levied )?(?:on|against|to|for) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("sum-imposed-on", rf"{_SUM} {_ASIDE}(?:imposed|levied) (?:on|upon|against) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
    )
)  # fmt: skip
_BASE: Final = (
    r"nobody|may|might|could|would|should|can|not|never|no|nor|neither|without|if|unless|whether|plan\w*|inten\w+|propos\w+|threat\w*|fac(?:e[sd]?|ing)|risk\w*"
    r"|potential\w*|possible|avoid\w*|escap\w*|fear\w*|call(?:s|ed|ing)? (?:for|on)|recommend\w*|consider\w*|warn\w*|expect\w*|provisional\w*|draft|likely|set to|about to|want\w*"
    r"|lin(?:es|ed|ing) up|prepar\w+|read(?:y|ies|ying)|brac(?:e[sd]?|ing)|eye[sd]?|mull\w*|weigh(?:s|ed|ing)?|ponder\w*"
    r"|seek\w*|demand\w*|allege\w*|n't|cannot|deni\w+|asks?|asked|urge\w*|hop(?:e[sd]?|ing)|will"
)
DOUBT: Final = re.compile(rf"\b(?:{_BASE})\b")
"""Words beside a deed that say it did not happen, or not yet."""
_UNSURE: Final = re.compile(
    rf"\b(?:{_BASE}|up to|maximum|notice of|similar|total\w*|average|per|each|every|reject\w*)\b"
)
_BEFORE: Final = 45
_UNDER: Final = frozenset({"by", "of"})
"""Words before a match that make its first party belong to somebody else: "WhatsApp, owned by Meta, was fined"."""
_DATED_SUM: Final = re.compile(
    rf"(?:^|\b(?:fined|it|and|then|after|by|of|another|plus)|,|<[CUBc]\d+>) (?:an? )?{_SUM} ,? ?(?:(?:in|on|back in) )?(?P<date><D\d+>)"
)
_REDUCED: Final = re.compile(
    rf"{_FROM} {_WAS}(?:cut|cuts|slashed|slashes|reduced|reduces|lowered|lowers|trimmed|halved) (?P<what>[^;:]*?)\bfrom <M\d+> to {_SUM}"
)
_SUM_AFTER_DATE: Final = re.compile(rf"(?:,|\band) in (?P<date><D\d+>) (?:another |a further |then )?{_SUM}")
_SAME: Final = re.compile(
    r"(?P<sum><M\d+>) (?:, )?(?:and |but |while )?(?:the )?(?P<firm><[CUBPN]\d+>) (?:was fined |received |got |paid |had to pay )?(?:the same|as much|an equal)(?: amount| sum| fine| penalty)?\b"
)
"""A sum that another firm shares: "fined Acme €1m and Bolt the same amount"."""
_SETTLED: Final = re.compile(r"\b(?:settle\w*|revenue|turnover|profit)\b")


def window(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """FINED drafts of sums that no draft of the sentence speaks of yet; nothing where a word casts doubt on them."""
    scene = masked.scene
    if scene.reading.sentence.text.rstrip().endswith("?"):
        return
    known = list(told)
    if any(d.relation in {"SETTLED_WITH", "PROPOSED_FINE"} for d in known):
        return
    sums = [m for m in scene.sums() if not is_conversion(scene.reading, m)]
    if sum(d.relation == "FINED" for d in known) >= len(sums):
        return
    taken = {d.money.first for d in known if d.money is not None}
    loose = {d.object.id if d.object else None for d in known if d.relation == "FINED" and d.money is None}
    for name, pattern in _PATTERNS:
        for match in masked.find(pattern):
            money, firm = masked.mention(match["sum"]), masked.mention(match["firm"])
            target = masked.actor(firm, TARGET)
            if (
                target is None
                or money.first in taken
                or target.id in loose
                or _is_unsure(masked, match, money)
            ):
                continue
            taken.add(money.first)
            subject = _authority(masked, match.groupdict().get("from"))
            yield Draft(
                "FINED", f"fined-window-{name}", scene.index, money.first, subject, target, money=money
            )


def _is_unsure(masked: Mask, match: re.Match[str], money: Mention) -> bool:
    """Whether the words before and within a match, or around its sum, say that it is no fine imposed."""
    reading = masked.scene.reading
    base = reading.sentence.start
    if masked.text[: match.start()].split()[-1:] and masked.text[: match.start()].split()[-1] in _UNDER:
        return True
    context = re.split(
        r"[;:]|, (?:but|while|and)\b", masked.text[max(0, match.start() - _BEFORE) : match.start()]
    )[-1]
    if of_words(reading.lower, masked.mention(match["firm"]).first) or of_words(reading.lower, money.first):
        return True
    return (
        _UNSURE.search(context + match.group()) is not None
        or sums.of_sum(reading.sentence.text, money.start - base, money.end - base) is not None
        or sums.is_proposal(reading.sentence.text)
    )


def _authority(masked: Mask, sign: str | None) -> Actor | None:
    if sign is None:
        return None
    mention = masked.mention(sign)
    if mention.sort == "place":
        return masked.scene.discourse.metonym(mention, masked.scene.index)
    return masked.actor(mention, AUTHORITY)


def series(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """Further fines of the same firm, each with its date: "fined Acme €600,000 in 2018 and €10 million in 2023"."""
    known = [d for d in told if d.relation == "FINED"]
    fined = [d for d in known if d.modality == modality.ASSERTED and d.object is not None]
    if len({d.object.id for d in fined if d.object}) != 1 or _SETTLED.search(masked.text):
        return
    scene, first = masked.scene, fined[0]
    if scene.words and later(word_at(scene.tree, first.token)) is not None:
        return
    taken = {d.money.first for d in known if d.money is not None}
    pairs = [
        (masked.mention(m["sum"]), masked.mention(m["date"]))
        for pattern in (_DATED_SUM, _SUM_AFTER_DATE)
        for m in masked.find(pattern)
    ]
    for place, (money, date) in enumerate(pairs):
        if place == 0 and first.date is None:
            first.money, first.date = first.money or money, date
            taken.add(money.first)
        elif money.first not in taken and first.subject is not None:
            draft = Draft(
                "FINED", "fined-series", scene.index, money.first, first.subject, first.object, money=money
            )
            draft.date = date
            yield draft


def shared(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """The fine of whoever got "the same amount" as the firm before: from the same authority."""
    before = next((d for d in told if d.relation == "FINED" and d.modality == modality.ASSERTED), None)
    for match in masked.find(_SAME) if before is not None else ():
        target = masked.actor(masked.mention(match["firm"]), TARGET)
        money = masked.mention(match["sum"])
        if before is not None and target is not None:
            rule = "fined-window-same"
            yield Draft("FINED", rule, masked.scene.index, money.first, before.subject, target, money=money)


def reduced(masked: Mask) -> Iterator[Draft]:
    """The final sum of a fine that an authority cut: "slashed its planned penalty for Acme from £99m to £18.4m"."""
    scene = masked.scene
    for match in masked.find(_REDUCED):
        money, subject = masked.mention(match["sum"]), _authority(masked, match["from"])
        target = scene.discourse.nearest(TARGET, scene.index, money.first)
        if subject is not None and re.search(rf"\b{_FINE}\b", match["what"]):
            rule = "fined-window-reduced"
            yield Draft("FINED", rule, scene.index, money.first, subject, target, money=money, final=True)
