"""Deeds told by a fixed turn of phrase: going to court, securing a sum, complaining, ordering; patterns over masked words.

As in ``window``, a pattern speaks of parties with nothing but small words between them, and stands down where a frame
has told the same relation of the sentence already.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterable, Iterator
from typing import Final

from seed.extract import frames, inflection
from seed.extract.discourse import Actor
from seed.extract.drafts import Draft
from seed.extract.masks import Mask
from seed.extract.mentions import AUTHORITY, PARTY, TARGET, Mention
from seed.extract.window import DOUBT

_ANY: Final = r"[A-Za-z]"
_LIST: Final = r"<[CUNPB]\d+>(?:(?: , and| ,| and) (?:the )?<[CUNPB]\d+>)*"
_SUERS: Final = r"<[CUNPBR]\d+>(?:(?: , and| ,| and) (?:the )?<[CUNPBR]\d+>)*"
_SMALL: Final = r"(?:(?!(?:not|never|no|and|or|if|by|to)\b)[\w'-]+ )"
_HAVE: Final = r"(?:(?:each|both|all|also|has|have|had|then|now|jointly|,) )*"
_WHO: Final = r"(?P<who><[RrCUNPB]\d+>(?:(?: , and| ,| and) (?:the )?<[RrCUNPB]\d+>)*)"
_BOARD: Final = r"(?P<who><[Rr]\d+>(?:(?: , and| ,| and) (?:the )?<[Rr]\d+>)*)"
_FIRM: Final = r"(?P<whom><[CUBc]\d+>)"
_DO: Final = "|".join(
    sorted(form for lemma in frames.STOP for form in inflection.forms(lemma) if not form.endswith("ed"))
)

_PATTERNS: Final = tuple(
    (relation, name, re.compile(pattern))
    for relation, name, pattern in (
        ("SUED", "to-court", rf"{_WHO} {_HAVE}(?:gone|went|goes|going) to court against (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("SUED", "launched-against", rf"{_WHO} {_HAVE}(?:launched|started|commenced|initiated|instituted|opened|began|begun|filed|brought|lodged|issued|taken|took) (?:a |an |its own |their own |new |fresh |separate )?(?:[\w-]+ ){{0,2}}?(?:legal|court|civil penalty|civil|federal court|high court) (?:action|proceedings|case|claim|complaint)s? against (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("SUED", "plaintiffs-are", rf"\b(?:co-)?plaintiffs (?:include|are|were|included) (?:the )?(?P<who>{_LIST})"),
        ("SETTLED_WITH", "secured", rf"{_WHO} (?:today |<D\d+> )?{_HAVE}(?:secures?|secured|obtains?|obtained|wins?|won|recovers?|recovered|announces?|announced) (?:an? )?(?:more than |over )?(?P<sum><M\d+>) (?:settlement |agreement |deal |in \w+ )?(?:from|with) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("COMPLAINED_ABOUT", "lodged", rf"(?P<who>{_LIST}) {_HAVE}(?:filed|lodged|submitted|brought|made|handed in|files|lodges) (?:an? |its |their |several |two |three |\d+ |formal |new |joint |similar )*complaints? (?:<D\d+> )?(?:about|against|over|concerning) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("COMPLAINED_ABOUT", "complaint-by", rf"\b(?:following|after|from|on|by|to|stems from|based on|triggered by|received|prompted by|thanks to) (?:an? |the |several |two |three |\d+ )*(?:joint |formal )?complaints? (?:(?:filed|lodged|submitted|made|brought|received|sent) )?(?:(?:in |on )?<D\d+> )?(?:by|from) (?:the )?{_SMALL}{{0,7}}?(?P<who><[NU]\d+>(?:(?: , and| ,| and) (?:the )?<[NU]\d+>)*)"),
        ("COMPLAINED_ABOUT", "genitive", rf"(?P<who>{_LIST}) 's {_SMALL}{{0,2}}?complaints? (?:against|about|over|concerning) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("COMPLAINED_ABOUT", "which-lodged", r"(?P<who><[NU]\d+>) ,? ?(?:which|who|that) (?:had |has )?(?:filed|lodged|submitted|made|brought) (?:an? |the |its )?(?:\w+ )?complaints? (?:with|to|at|in|before)\b"),
        ("SUED", "genitive", rf"(?P<who>{_SUERS}) 's {_SMALL}{{0,2}}?(?:lawsuit|suit|legal action|class action|court case) against (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("SUED", "that-brought", rf"\b(?:lawsuit|suit|case|class action|action|claim) (?:that |which )?(?:the )?(?P<who>{_SUERS}) (?:had |has )?(?:brought|filed|launched|started) against (?:it|them|him|(?:the )?{_SMALL}{{0,3}}?{_FIRM})"),
        ("SUED", "brought-by", rf"\b(?:lawsuit|suit|class action|claim|case) (?:was |were |is |had been )?(?:brought|filed|launched|lodged) (?:(?:in |on )?<D\d+> )?by (?:the )?{_SMALL}{{0,4}}?(?P<who>{_SUERS})(?: against (?:the )?{_SMALL}{{0,3}}?{_FIRM})?"),
        ("ORDERED", "told-to", rf"{_BOARD} {_HAVE}(?:ordered|directed|instructed|told|required|obliged|compelled|commanded|orders|directs|tells|requires) (?:the )?{_SMALL}{{0,4}}?{_FIRM} to (?:immediately |permanently )?(?:{_DO})\b"),
        ("ORDERED", "was-told-to", rf"{_FIRM} {_HAVE}(?:was|were|is|are|been|being) {_HAVE}(?:ordered|directed|instructed|told|required|obliged|compelled) (?:by (?:the )?(?P<who><[Rr]\d+>) )?to (?:immediately |permanently )?(?:{_DO})\b"),
        ("ORDERED", "months-to", rf"{_BOARD} {_HAVE}(?:gave|gives|given|granted|grants) (?:the )?{_SMALL}{{0,3}}?{_FIRM} (?:and <[CUB]\d+> )?(?:until <D\d+>|[\w-]+ (?:days|weeks|months)) to\b"),
        ("APPEALED", "lost-appeal", r"(?P<who><[CUBcP]\d+>) (?:has |have |had )?(?:lost|won|lodged|filed|withdrew|withdrawn|dropped) (?:its|their|an|the|his|her) appeal\b"),
        ("ACQUIRED_OR_OWNS", "took-over", rf"(?P<who><[CUc]\d+>) (?:has |had )?(?:took|taken|takes) over (?:its |the |their )?{_SMALL}{{0,3}}?{_FIRM}"),
    )
)  # fmt: skip
_KINDS: Final = {
    "SUED": (PARTY, TARGET),
    "SETTLED_WITH": (AUTHORITY | TARGET, TARGET),
    "COMPLAINED_ABOUT": (frozenset({"ngo", "person", "company"}), TARGET - {"ngo", "person"}),
    "ORDERED": (AUTHORITY, TARGET),
    "APPEALED": (TARGET, AUTHORITY),
    "ACQUIRED_OR_OWNS": (frozenset({"company", "ngo"}), frozenset({"company", "platform", "media"})),
}
_BEFORE: Final = 30
_FILLED: Final = frozenset({"ORDERED", "SUED", "COMPLAINED_ABOUT", "APPEALED"})
"""Relations whose missing side is filled in from around."""


def deeds(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts of these turns; a pair that the sentence has told already is left alone."""
    if masked.scene.reading.sentence.text.rstrip().endswith("?"):
        return
    known = list(told)
    for relation, name, pattern in _PATTERNS:
        for match in masked.find(pattern):
            doubt = masked.text[max(0, match.start() - _BEFORE) : match.start()] + match.group()
            if DOUBT.search(doubt):
                continue
            for draft in _drafts(masked, relation, name, match):
                if not any(_same(draft, other) for other in known):
                    known.append(draft)
                    yield draft


def _drafts(masked: Mask, relation: str, name: str, match: re.Match[str]) -> Iterator[Draft]:
    parts = match.groupdict()
    subjects, objects = _KINDS[relation]
    whom = masked.mention(parts["whom"]) if parts.get("whom") else None
    target = masked.actor(whom, objects) if whom else None
    if whom is not None and target is None:
        return
    money = masked.mention(parts["sum"]) if parts.get("sum") else None
    who = masked.all(parts.get("who") or "")
    for mention in who or [None]:
        actor = _acting(masked, mention, subjects) if mention else None
        if (mention is not None and actor is None) or (None in {actor, target} and relation not in _FILLED):
            continue
        at = mention or whom or masked.mentions[0]
        if actor is None or target is None or actor.id != target.id:
            rule = f"{relation.lower()}-{name}"
            yield Draft(relation, rule, masked.scene.index, at.first, actor, target, money=money)


def _acting(masked: Mask, mention: Mention, kinds: frozenset[str]) -> Actor | None:
    """Who acts: an authority where an officer of one is named."""
    office = masked.scene.discourse.office(mention, masked.scene.index) if "person" in mention.kinds else None
    return office or masked.actor(mention, kinds)


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell the same relation of sides that may be the same."""
    if one.relation != other.relation:
        return False
    sides = ((one.subject, other.subject), (one.object, other.object))
    return all(a is None or b is None or a.id == b.id for a, b in sides)
