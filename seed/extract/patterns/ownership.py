"""Who owns or bought whom: patterns over masked words, and the records where the text only hints ("the owner of")."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.coreference.actor import Actor
from seed.extract.mentions.mention import Mention
from seed.extract.patterns.masks import FIRM, Mask

FIRMS: Final = frozenset({"company", "platform", "media"})
OWNERS: Final = frozenset({"company", "ngo", "person", "media"})
_LIST: Final = rf"{FIRM}(?:(?: ,(?: and| or)?| and| or) {FIRM})*"
_GAP: Final = r"(?:(?:<L\d+>|(?!(?:said|has|had|was|were|by|that|which|who|told|fined)\b)[\w'-]+) )"
_CHILD: Final = r"(?:subsidiary|subsidiaries|unit|units|arm|arms|brand|brands|affiliate|affiliates|daughter|division|offshoot|business|services|platforms)"
_PARENT: Final = (
    r"(?:parent|owner|parent company|holding company|parent entity|mother company|parent group|parent firm)"
)
_PASSIVE: Final = r"(?:owned|acquired|bought|purchased|taken over|controlled|swallowed|absorbed|snapped up)"
_BE: Final = r"(?:(?:which|that|is|was|has|has since|since|been|now|wholly|majority|jointly|also|fully|itself|\(|,|-) )*"

_PATTERNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("owned-firm", rf"(?P<owner>{FIRM}) (?:- ?)owned {_GAP}{{0,3}}?(?P<owned>{FIRM})"),
        ("owned-by", rf"(?P<owned>{FIRM}|<c\d+>) {_BE}{_PASSIVE} (?:in <D\d+> )?by (?:the )?{_GAP}{{0,5}}?(?P<owner>{FIRM})"),
        ("beside-owned-by", rf"(?P<owned>{FIRM}) , (?:an?|the) {_GAP}{{1,6}}?{_PASSIVE} (?:in <D\d+> )?by (?:the )?{_GAP}{{0,5}}?(?P<owner>{FIRM})"),
        ("sold-to", rf"(?P<owned>{FIRM}|<c\d+>) {_BE}sold (?:<D\d+> )?to (?:the )?{_GAP}{{0,5}}?(?P<owner>{FIRM})"),
        ("child-of", rf"(?P<owned>{FIRM}|<c\d+>) (?!and\b|or\b){_BE}(?:(?:a|an|the) )?{_GAP}{{0,3}}?(?:{_CHILD}|part|joint venture) of (?:the )?{_GAP}{{0,3}}?(?P<owner>{FIRM})"),
        ("belongs-to", rf"(?P<owned>{FIRM}|<c\d+>) {_BE}(?:belongs|belonging|belonged) to (?:the )?{_GAP}{{0,4}}?(?P<owner>{FIRM})"),
        ("firm-child", rf"(?P<owner>{FIRM}|<c\d+>) (?:'s |and its |, its |,? ?through its |with its )(?:<L\d+> |{_GAP}){{0,4}}?{_CHILD}(?: compan(?:y|ies))? ,? ?(?P<owned>{_LIST})"),
        ("firm-its-child", rf"(?P<owner>{FIRM}) and its (?P<owned>{FIRM}) {_CHILD}\b"),
        ("children-of", rf"\b{_CHILD} of (?:the )?(?P<owner>{FIRM}) , (?P<owned>{_LIST})"),
        ("parent-firm", rf"(?P<owned>{FIRM}) ,? ?(?:'s |along with its |and its |with its |, whose |whose )?{_GAP}{{0,2}}?{_PARENT} (?:is |, |company |, )?(?P<owner>{FIRM})"),
        ("whose-parent", rf"(?P<owned>{FIRM}|<c\d+>) , whose {_GAP}{{0,3}}?{_PARENT} (?:is|was|changed its name to) (?P<owner>{FIRM})"),
        ("bought-shop", rf"(?P<owned>{FIRM}) , (?:a|an|the) {_GAP}{{1,7}}?(?:that|which) (?P<owner>{FIRM}) (?:bought|acquired|owns|purchased|took over)"),
        ("parent-of", rf"(?P<owner>{FIRM}) ,? ?(?:(?:which|is|also|now|the|a|an) )*{_GAP}{{0,2}}?{_PARENT} of (?:the )?{_GAP}{{0,2}}?(?P<owned>{_LIST})"),
        ("majority-in", rf"(?P<owned>{FIRM}) , in which (?P<owner>{FIRM}) (?:has|holds|owns) a (?:majority|controlling)"),
        ("takeover-of", rf"\b(?:takeover|acquisition|purchase) of (?:the )?{_GAP}{{0,4}}?(?P<owned>{FIRM}) by (?:the )?{_GAP}{{0,4}}?(?P<owner>{FIRM})"),
        ("takeover-by", rf"(?P<owner>{FIRM}) (?:'s )?(?:takeover|acquisition|purchase) of (?:the )?{_GAP}{{0,4}}?(?P<owned>{FIRM})"),
        ("owner-is", rf"\b(?:owner|operator|proprietor) of (?:the )?{_GAP}{{0,3}}?(?P<owned>{FIRM}) (?:is|was) (?:the )?(?P<owner>{FIRM})"),
        ("maker-of", rf"(?P<owner>{FIRM}) ,? ?(?:which is |is |\( )?(?:the (?:{_GAP}){{0,2}}?company|<c\d+>) behind (?:the )?{_GAP}{{0,3}}?(?P<owned>{FIRM})"),
    )
)  # fmt: skip
_DATE_AFTER: Final = re.compile(r" (?:in |on |since |for <M\d+> in )?(?P<date><D\d+>)")
_HINTED: Final = re.compile(
    rf"\bthe (?:(?P<before>{FIRM}) (?:parent|owner)\b(?! (?:company )?<)|(?:parent|owner|parent company) of (?P<after>{_LIST}))"
)
_ITS: Final = re.compile(rf"\b(?:its|whose) {_GAP}{{0,3}}?{_PARENT} ?,? ?(?P<owner>{FIRM})")
_ITS_CHILD: Final = re.compile(rf"\b(?:its|their) {_GAP}{{0,3}}?{_CHILD} ,? ?(?P<owned>{FIRM})")
_GENITIVE: Final = re.compile(rf"(?P<owner>{FIRM}) 's {_GAP}{{0,2}}?(?P<owned>{FIRM})")


def ownership(mask: Mask) -> Iterator[Draft]:
    """Drafts of ownership in a sentence."""
    for name, pattern in _PATTERNS:
        for match in mask.find(pattern):
            owner = mask.actor(mask.mention(match["owner"]), OWNERS)
            dated = _DATE_AFTER.match(mask.text, match.end())
            for owned in mask.all(match["owned"]):
                for draft in _draft(mask, name, owner, mask.actor(owned, FIRMS), owned):
                    draft.date = mask.mention(dated["date"]) if dated else None
                    yield draft
    yield from _possessives(mask)
    yield from _from_records(mask)


def _possessives(mask: Mask) -> Iterator[Draft]:
    """Owners and owned after "its": who that is stands before."""
    for match in mask.find(_ITS):
        owner = mask.mention(match["owner"])
        yield from _draft(mask, "its-parent", mask.actor(owner, OWNERS), _before(mask, owner), owner)
    for match in mask.find(_ITS_CHILD):
        owned = mask.mention(match["owned"])
        yield from _draft(mask, "its-child", _before(mask, owned), mask.actor(owned, FIRMS), owned)


def _from_records(mask: Mask) -> Iterator[Draft]:
    """Relations that the text only hints at, where the records know them."""
    for match in mask.find(_HINTED):
        for owned in mask.all(match["before"] or match["after"]):
            yield from _draft(mask, "hinted", _recorded_owner(mask, owned), mask.actor(owned, FIRMS), owned)
    for match in mask.find(_GENITIVE):
        owner, owned = mask.mention(match["owner"]), mask.mention(match["owned"])
        if owner.id in mask.scene.discourse.gazetteer.operators(owned.id or ""):
            continue  # A service of its operator's is no firm that it owns.
        if owned.id and owner.id in _recorded(mask, owned):
            yield from _draft(mask, "genitive", mask.actor(owner, OWNERS), mask.actor(owned, FIRMS), owned)


def _before(mask: Mask, owner: Mention) -> Actor | None:
    scene = mask.scene
    its = [w for w in scene.words if w.lower in {"its", "whose"} and w.token < owner.first]
    found = scene.discourse.who(its[-1], FIRMS, scene.index) if its and its[-1].lower == "its" else None
    found = found or scene.discourse.before(FIRMS, scene.index, owner.first)
    return found if found is None or found.id != owner.id else None


def _recorded(mask: Mask, owned: Mention) -> list[str]:
    """Who owns an entity by the records, step by step upward."""
    entries = mask.scene.discourse.gazetteer.entries
    found: list[str] = []
    entry = entries.get(owned.id or "")
    while entry is not None and len(found) < 5:
        above = entry.operator or entry.parent
        found += [above] if above else []
        entry = entries.get(above or "")
    return found


def _recorded_owner(mask: Mask, owned: Mention) -> Actor | None:
    """The owner that the text itself names elsewhere, if the records know it as such."""
    recorded = _recorded(mask, owned)
    for index, mention in mask.scene.discourse.mentions:
        if mention.id in recorded:
            return mask.scene.discourse.actor(mention, index, explicit=False)
    return None


def _draft(mask: Mask, rule: str, owner: Actor | None, owned: Actor | None, at: Mention) -> Iterator[Draft]:
    if owner is not None and owned is not None and owner.id != owned.id:
        yield Draft(
            "ACQUIRED_OR_OWNS", f"owns-{rule}", mask.scene.index, at.first, owner, owned, undated=True
        )
