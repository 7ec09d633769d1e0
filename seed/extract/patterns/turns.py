"""Deeds told by a fixed turn of phrase: going to court, securing a sum, complaining, ordering; patterns over masked words.

As in ``window``, a pattern speaks of parties with nothing but small words between them, and stands down where a frame
has told the same relation of the sentence already.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterable, Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon import frames, inflection
from seed.extract.lexicon.kinds import AUTHORITY, PARTY, TARGET
from seed.extract.lexicon.wording import of_words
from seed.extract.mentions.mention import Mention
from seed.extract.patterns.fallback import DOUBT
from seed.extract.patterns.masks import Mask

_ANY: Final = r"[A-Za-z]"


def _listed(sorts: str) -> str:
    """A list of mentions of these sorts, of one at least."""
    one = rf"<[{sorts}]\d+>"
    return rf"{one}(?:(?: , and| ,| and) (?:the )?{one})*"


_LIST: Final = _listed("CUNPB")
_SUERS: Final = _listed("CUNPBR")
_SMALL: Final = r"(?:(?!(?:not|never|no|and|or|if|by|to)\b)[\w'-]+ )"
_HAVE: Final = r"(?:(?:each|both|all|also|has|have|had|then|now|jointly|,) )*"
_WHO: Final = rf"(?P<who>{_listed('RrCUNPB')})"
_OFFICER: Final = r"(?: 's (?:chair|chairman|chairwoman|president|head|director|board))?"
_BOARD: Final = rf"(?P<who>{_listed('Rr')}){_OFFICER}"
_BODY: Final = r"(?:the )?(?:<L\d+> )?<[RrLT]\d+>(?: (?:authority|regulator|prosecutors?|court))?"
_WITH: Final = (
    rf"(?:(?:with|to|at|before|in) {_BODY}(?:(?: ,| and| , and) {_BODY})* (?:authorities |regulators )?)?"
)
_COMPLAINT: Final = r"(?:an? |its |their |several |two |three |\d+ |formal |new |joint |similar |criminal |official |own )*complaints?"
_FIRM: Final = r"(?P<whom><[CUBc]\d+>)"
_FIRMS: Final = rf"(?P<whom>{_listed('CUBc')})"
_DO: Final = "|".join(
    sorted(form for lemma in frames.STOP for form in inflection.forms(lemma) if not form.endswith("ed"))
)

_SHUT: Final = r"(?:closed|shut|shuttered|blocked|suspended|froze|halted|stopped|disabled|pulled|seized)(?: down| off| offline)?"
_SITE: Final = r"(?:web ?sites?|web sites?|sites?|apps?|services?|platforms?|databases?|cameras?|systems?|shops?|servers?|chatbots?|registers?|processing|<c\d+>)"

_PATTERNS: Final = tuple(
    (relation, name, re.compile(pattern))
    for relation, name, pattern in (
        ("SUED", "to-court", rf"{_WHO} {_HAVE}(?:gone|went|goes|going) to court against (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("SUED", "launched-against", rf"{_WHO} {_HAVE}(?:launched|started|commenced|initiated|instituted|opened|began|begun|filed|brought|lodged|issued|taken|took) (?:a |an |its own |their own |new |fresh |separate )?(?:[\w-]+ ){{0,2}}?(?:legal|court|civil penalty|civil|federal court|high court) (?:action|proceedings|case|claim|complaint)s? against (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("SUED", "filed-in-court", rf"{_WHO} ,? ?{_HAVE}(?:filed|lodged|brought|moved|submitted) (?:an? |its |their )?(?:[\w-]+ ){{0,2}}?(?:petition|suit|lawsuit|claim|complaint|case|action) (?:in|with|before|at) (?:the )?<T\d+> (?:<D\d+> )?(?:against|over) (?:the )?{_SMALL}{{0,3}}?{_FIRMS}"),
        ("SUED", "plaintiffs-are", rf"\b(?:co-)?plaintiffs (?:include|are|were|included) (?:the )?(?P<who>{_LIST})"),
        ("SETTLED_WITH", "secured", rf"(?P<who>{_listed('RrCUNPBL')}) (?:today |<D\d+> )?{_HAVE}(?:secures?|secured|obtains?|obtained|wins?|won|recovers?|recovered|announces?|announced) (?:an? )?(?:more than |over )?(?P<sum><M\d+>) (?:settlement |agreement |deal |in \w+ )?(?:from|with) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("COMPLAINED_ABOUT", "lodged", rf"(?P<who>{_LIST}) {_HAVE}(?:filed|lodged|submitted|brought|made|handed in|files|lodges) {_COMPLAINT} (?:<D\d+> )?{_WITH}(?:about|against|over|concerning) (?:the )?{_SMALL}{{0,3}}?{_FIRMS}"),
        ("COMPLAINED_ABOUT", "complaint-by", rf"\b(?:following|after|from|on|by|to|stems from|based on|triggered by|received|prompted by|thanks to) (?:an? |the |several |two |three |\d+ )*(?:joint |formal )?complaints? (?:(?:filed|lodged|submitted|made|brought|received|sent) )?(?:(?:in |on )?<D\d+> )?(?:by|from) (?:the )?(?:{_SMALL}|<g\d+> ){{0,7}}?(?P<who>{_listed('NU')})"),
        ("COMPLAINED_ABOUT", "which-lodged-about", rf"(?P<who><[NUC]\d+>) ,? ?(?:which|who|that) (?:had |has )?(?:filed|lodged|submitted|made|brought) {_COMPLAINT} {_WITH}(?:about|against|over|concerning) (?:the )?{_SMALL}{{0,3}}?{_FIRMS}"),
        ("COMPLAINED_ABOUT", "petitioned-to", rf"(?P<who>{_LIST}) {_HAVE}(?:petitioned|petitions) (?:the )?<[Rr]\d+> to (?:investigate|examine|look into|act against|probe|fine|ban|stop|block) (?:the )?{_SMALL}{{0,3}}?{_FIRMS}"),
        ("COMPLAINED_ABOUT", "turned-to-over", rf"(?P<who><[NUCP]\d+>) {_HAVE}(?:turned|went|gone|complained) to (?:the )?<[RrL]\d+> (?:over|about|against) (?:the )?{_SMALL}{{0,3}}?{_FIRMS}"),
        ("COMPLAINED_ABOUT", "petitioned", rf"(?P<who>{_LIST}) {_HAVE}(?:petitioned|petitions) (?:the )?<[Rr]\d+> (?:about|against|over) (?:the )?{_SMALL}{{0,3}}?{_FIRMS}"),
        ("COMPLAINED_ABOUT", "genitive", rf"(?P<who>{_LIST}) 's {_SMALL}{{0,2}}?complaints? (?:against|about|over|concerning) (?:the )?{_SMALL}{{0,3}}?{_FIRMS}"),
        ("COMPLAINED_ABOUT", "which-lodged", r"(?P<who><[NU]\d+>) ,? ?(?:which|who|that) (?:had |has )?(?:filed|lodged|submitted|made|brought) (?:an? |the |its )?(?:\w+ )?complaints? (?:with|to|at|in|before)\b"),
        ("COMPLAINED_ABOUT", "complainant", rf"\bcomplainants? ?,? ?(?:is |was |are |were |being |: )?(?:the )?{_SMALL}{{0,4}}?(?P<who>{_listed('NUP')})"),
        ("COMPLAINED_ABOUT", "whose-complaint", r"(?P<who><[NUP]\d+>) ,? ?(?:(?!said|says|was|were)[\w'-]+ |<[Lc]\d+> ){0,8}?whose (?:own |first )?complaints?\b"),
        ("COMPLAINED_ABOUT", "after-its", r"\b(?:after|following|on) (?:an? |the )?(?P<who><N\d+>) (?:'s )?complaints?\b"),
        ("COMPLAINED_ABOUT", "turned-to", r"(?P<who><N\d+>) (?:had |has |then )?(?:turned|went|gone|complained) to (?:the )?(?:<[RrL]\d+>)"),
        ("COMPLAINED_ABOUT", "brought-to", r"(?P<who><[NP]\d+>) (?:that |who |which )?(?:had |has )?(?:brought|took|taken|put|laid|raised) (?:the |its |this |that )(?:matter|case|issue|affair) (?:to|before|with) (?:the )?<[RrL]\d+>"),
        ("APPEALED", "action-by", rf"\b(?:actions?|appeals?|challenges?|petitions?|applications?|claims?) (?:that was |which was )?(?:brought |filed |lodged |submitted |made )?by (?:the )?{_SMALL}{{0,3}}?(?P<who><[CUBc]\d+>) (?:, )?against (?:the |a |its )?{_SMALL}{{0,3}}?(?:decision|resolution|fine|penalty|order|ruling|notice|determination)s? of (?:the )?(?P<whom><[RT]\d+>)"),
        ("APPEALED", "action-of", rf"\b(?:action|appeal|challenge|petition|application) of (?:the )?{_SMALL}{{0,3}}?(?P<who><[CUBc]\d+>) against (?:the )?(?P<whom><[R]\d+>)"),
        ("APPEALED", "request-of", rf"\b(?:request|application|action|appeal|petition|claim) (?:of|by) (?:the )?{_SMALL}{{0,3}}?(?P<who><[CUBc]\d+>) (?:for|seeking|to obtain) (?:the )?(?:annulment|reversal|review|suspension|setting aside|cancellation) of (?:the )?(?P<whom><[Rr]\d+>) 's"),
        ("SUED", "genitive", rf"(?P<who>{_SUERS}) 's {_SMALL}{{0,2}}?(?:lawsuit|suit|legal action|class action|court case) against (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("SUED", "that-brought", rf"\b(?:lawsuit|suit|case|class action|action|claim) (?:that |which )?(?:the )?(?P<who>{_SUERS}) (?:had |has )?(?:brought|filed|launched|started) against (?:it|them|him|(?:the )?{_SMALL}{{0,3}}?{_FIRM})"),
        ("SUED", "brought-by", rf"\b(?:lawsuit|suit|class action|claim|case) (?:was |were |is |had been )?(?:brought|filed|launched|lodged) (?:(?:in |on )?<D\d+> )?by (?:the )?{_SMALL}{{0,4}}?(?P<who>{_SUERS})(?! <g\d+>)(?: against (?:the )?{_SMALL}{{0,3}}?{_FIRM})?"),
        ("ORDERED", "told-to", rf"{_BOARD} {_HAVE}(?:ordered|directed|instructed|told|required|obliged|compelled|commanded|orders|directs|tells|requires) (?:the )?{_SMALL}{{0,4}}?{_FIRMS} to (?:immediately |permanently )?(?:{_DO})\b"),
        ("ORDERED", "whom-told", rf"{_FIRM} ,? ?(?:which|who|whom|that) (?:the )?{_BOARD} {_HAVE}(?:ordered|directed|instructed|told|required|obliged|orders|directs|tells|requires|obliges) to (?:immediately |permanently )?(?:{_DO})\b"),
        ("ORDERED", "was-told-to", rf"{_FIRM} {_HAVE}(?:was|were|is|are|been|being) {_HAVE}(?:ordered|directed|instructed|told|required|obliged|compelled) (?:by (?:the )?(?P<who><[Rr]\d+>) )?to (?:immediately |permanently )?(?:{_DO})\b"),
        ("ORDERED", "months-to", rf"{_BOARD} {_HAVE}(?:gave|gives|given|granted|grants) (?:it|them|(?:the )?{_SMALL}{{0,3}}?{_FIRM}) (?:and <[CUB]\d+> )?(?:until <D\d+>|[\w-]+ (?:days|weeks|months)) to\b"),
        ("ORDERED", "was-given", rf"{_FIRM} {_HAVE}(?:was|were|been|is|are) given (?:until <D\d+>|[\w-]+ (?:days|weeks|months)) (?:by (?:the )?(?P<who><[Rr]\d+>) )?to (?:{_DO}|comply)\b"),
        ("ORDERED", "gave-notice", rf"\b(?:gave|given|gives|giving|served) (?:formal )?notice (?:to|on) (?:the )?{_SMALL}{{0,3}}?{_FIRM}(?=[^.;]* to (?:{_DO}|comply)\b)"),
        ("ORDERED", "notice-to", rf"{_BOARD} {_HAVE}(?:put|placed) (?:the )?{_SMALL}{{0,3}}?{_FIRMS} (?:on|under) (?:formal )?notice\b"),
        ("ORDERED", "blocked-in", r"(?P<whom><[CU]\d+>) (?:is |was |has been |temporarily )*(?:blocked|banned|suspended|shut down) in (?:the )?<L\d+>"),
        ("ORDERED", "operative", rf"^(?:orders?|enjoins?|injunces?|injuncts?|injoins?|prescribes?|directs?|prohibits?) (?:to |on )?(?:the )?{_SMALL}{{0,4}}?\"? ?{_FIRM}(?![^;]*\bto pay\b)"),
        ("ORDERED", "closed-of", rf"{_BOARD} {_HAVE}{_SHUT} (?:the |a |its )?{_SMALL}{{0,2}}?{_SITE} (?:of|run by|operated by|belonging to) (?:the )?{_SMALL}{{0,3}}?{_FIRM}"),
        ("ORDERED", "closed-genitive", rf"{_BOARD} {_HAVE}{_SHUT} (?:the )?{_SMALL}{{0,3}}?{_FIRM} 's {_SMALL}{{0,2}}?{_SITE}\b"),
        ("APPEALED", "objection-to", rf"(?P<who><[CUBc]\d+>) {_HAVE}(?:filed|lodged|submitted|raised|brought|files|lodges) (?:an? |its |their )?{_SMALL}{{0,2}}?(?:objections?|appeals?|challenges?) (?:to|against|with|over) (?:the )?(?P<whom><[Rr]\d+>) 's"),
        ("APPEALED", "petition-by", r"\b(?:petition|application|notice|statement|request|brief) (?:for|of|in|to) appeal (?:(?!by\b)[\w']+ |<[TD]\d+> ){0,12}?by (?:the )?(?P<who><[CUBc]\d+>)"),
        ("APPEALED", "lost-appeal", r"(?P<who><[CUBcP]\d+>) (?:has |have |had )?(?:lost|won|lodged|filed) (?:its|their|an|the|his|her) appeal\b"),
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
_CLAUSE: Final = re.compile(r"[;:]|, (?:but|while|and)\b")
_FILLED: Final = frozenset({"ORDERED", "SUED", "COMPLAINED_ABOUT", "APPEALED"})
"""Relations whose missing side is filled in from around."""


def deeds(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts of these turns; a pair that the sentence has told already is left alone."""
    if masked.scene.reading.sentence.text.rstrip().endswith("?"):
        return
    known = list(told)
    for relation, name, pattern in _PATTERNS:
        for match in masked.find(pattern):
            if of_words(
                masked.scene.reading.lower,
                masked.all(match.group())[-1].first if masked.all(match.group()) else 0,
            ):
                continue
            before = masked.text[max(0, match.start() - _BEFORE) : match.start()]
            doubt = _CLAUSE.split(before)[-1] + match.group()
            if DOUBT.search(doubt):
                continue
            for draft in _drafts(masked, relation, name, match):
                if not any(_same(draft, other) for other in known):
                    known.append(draft)
                    yield draft


def _drafts(masked: Mask, relation: str, name: str, match: re.Match[str]) -> Iterator[Draft]:
    parts, objects = match.groupdict(), _KINDS[relation][1]
    for whom in masked.all(parts.get("whom") or "") or [None]:
        target = masked.actor(whom, objects) if whom else None
        if whom is None or target is not None:
            yield from _with_target(masked, (relation, name), match, whom, target)


def _with_target(
    masked: Mask, rule: tuple[str, str], match: re.Match[str], whom: Mention | None, target: Actor | None
) -> Iterator[Draft]:
    """A draft for each who acts against one target of a match."""
    relation, name = rule
    parts, subjects = match.groupdict(), _KINDS[relation][0]
    money = masked.mention(parts["sum"]) if parts.get("sum") else None
    who = masked.all(parts.get("who") or "")
    verb = _verb(masked, match)
    for mention in who or [None]:
        actor = _acting(masked, mention, subjects) if mention else None
        if (mention is not None and actor is None) or (None in {actor, target} and relation not in _FILLED):
            continue
        at = mention or whom or masked.mentions[0]
        if actor is None or target is None or actor.id != target.id:
            yield Draft(
                relation,
                f"{relation.lower()}-{name}",
                masked.scene.index,
                verb or at.first,
                actor,
                target,
                money=money,
            )


def _verb(masked: Mask, match: re.Match[str]) -> int | None:
    """The token of the first verb of a match, on which its date hangs."""
    span = range(masked.token(match.start()), masked.token(match.end() - 1) + 1)
    return next(
        (w.token for w in masked.scene.words if w.token in span and w.pos == "VERB" and w.mention is None),
        None,
    )


def _acting(masked: Mask, mention: Mention, kinds: frozenset[str]) -> Actor | None:
    """Who acts: an authority where an officer of one is named."""
    if mention.sort == "place":
        return masked.scene.discourse.metonym(mention, masked.scene.index) if kinds & AUTHORITY else None
    office = masked.scene.discourse.office(mention, masked.scene.index) if "person" in mention.kinds else None
    return office or masked.actor(mention, kinds)


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell the same relation of sides that may be the same."""
    if one.relation != other.relation:
        return False
    sides = ((one.subject, other.subject), (one.object, other.object))
    return all(a is None or b is None or a.id == b.id for a, b in sides)
