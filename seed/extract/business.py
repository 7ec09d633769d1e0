"""Ownership, investments, letters and joint work of authorities: relations that patterns over masked words tell best."""

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.discourse import Actor
from seed.extract.drafts import Draft
from seed.extract.masks import FIRM, Mask
from seed.extract.mentions import AUTHORITY, TARGET, Mention

_FIRMS: Final = frozenset({"company", "platform", "ngo", "media"})
_OWNERS: Final = frozenset({"company", "ngo", "person", "media"})
_LIST: Final = rf"{FIRM}(?:(?: ,| ,? and| ,? or) {FIRM})*"
_WORD: Final = r"(?:[\w'-]+ )"
_OWNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("x-owned-y", rf"(?P<owner>{FIRM}) (?:- ?)owned (?:{_WORD}){{0,3}}?(?P<owned>{FIRM})"),
        (
            "y-owned-by-x",
            rf"(?P<owned>{FIRM}) ,? ?(?:\( )?(?:which (?:is|was|has been) |that is |now |is |was |is now )?(?:wholly |majority |jointly |also )?(?:owned|acquired|bought|purchased|taken over|controlled) (?:in <D\d+> )?by (?:the )?(?:{_WORD}){{0,4}}?(?P<owner>{FIRM})",
        ),
        (
            "subsidiary-of",
            rf"(?P<owned>{FIRM}) ,? ?(?:\( )?(?:which is |is |now |a |an |the |wholly |fully |wholly-owned |owned |{_WORD}){{0,4}}(?:subsidiary|unit|division|arm|part|brand|affiliate|daughter) of (?:the )?(?:{_WORD}){{0,3}}?(?P<owner>{FIRM})",
        ),
        (
            "x-subsidiaries",
            rf"(?P<owner>{FIRM}|<c\d+>) (?:'s |and its |, its |, through its |through its |with its )(?:{_WORD}){{0,3}}?(?:subsidiary|subsidiaries|unit|units|arm|brand|brands|affiliate|daughter company|platforms|services)(?: company| companies)? ,? ?(?P<owned>{_LIST})",
        ),
        (
            "subsidiaries-of-x",
            rf"(?:subsidiary|subsidiaries|units|unit) of (?:the )?(?P<owner>{FIRM}) , (?P<owned>{_LIST})",
        ),
        (
            "y-parent-x",
            rf"(?P<owned>{FIRM}) ,? ?(?:'s |along with its |and its |with its |, whose |whose )?(?:{_WORD}){{0,2}}?(?:parent|owner|parent company|holding company|parent entity|mother company|parent group|parent firm) (?:company |group |entity |firm |is |, )?(?P<owner>{FIRM})",
        ),
        (
            "x-parent-of-y",
            rf"(?P<owner>{FIRM}) ,? ?(?:which is |is |also |now )?(?:the |an? )?(?:{_WORD}){{0,2}}?(?:parent|owner|parent company|holding company|maker) of (?:the )?(?:{_WORD}){{0,2}}?(?P<owned>{_LIST})",
        ),
        (
            "its-parent-x",
            rf"(?P<owned>{FIRM}|<c\d+>) [^<>]{{0,60}}\bits parent (?:company |group |entity |firm )?,? ?(?P<owner>{FIRM})",
        ),
    )
)
_PARENT_NOMINAL: Final = re.compile(rf"\bthe (?P<owned>{FIRM}) (?:parent|owner)\b(?! (?:company )?<)")
_ITS_PARENT: Final = re.compile(
    rf"\bits (?:parent|owner)(?: company| group| entity| firm)?,? ?(?P<owner>{FIRM})"
)
_BACKED: Final = re.compile(
    r"(?P<firm><[CU]\d+>)[^<>]{0,40}\b(?:backed|funded|financed|bankrolled)\b[^<>]{0,30}\bby (?P<backers><[PUC]\d+>(?:(?: ,| ,? and) <[PUC]\d+>)*)"
)
_LETTER: Final = re.compile(r"\bcease[- ]and[- ]desist\b")
_LETTER_TO: Final = re.compile(
    r"\bcease[- ]and[- ]desist[^<>]{0,60}?\b(?:to|at|against)\b (?:the )?(?P<to>(?:<[CUc]\d+>(?: ,? ?(?:and )?)?)+)"
)
_JOINT: Final = re.compile(
    r"\bjoint(?:ly)?\b|\btogether with\b|\bside by side\b|\balongside\b|\bin (?:tandem|concert|cooperation|co-operation|coordination) with\b|\bhand in hand\b|\bteamed up\b|\bcounterparts?\b|\bjoined forces\b|\bin partnership with\b"
)
_INQUIRY: Final = re.compile(
    r"\b(?:investigat\w+|inquir\w+|enquir\w+|probe[sd]?|probing|examin\w+|work\w*|report|case|audit|findings|looked into|ran|opened|finding|study)\b"
)
_SUITS: Final = re.compile(r"\b(?:lawsuit|suit|sue[sd]?|sanction|fine[sd]?|settle\w*)\b")
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}


def business(mask: Mask) -> Iterator[Draft]:
    """Drafts of ownership, investment, letters and joint inquiries."""
    yield from _owners(mask)
    yield from _backers(mask)
    yield from _letters(mask)
    yield from _joint(mask)


def _draft(
    mask: Mask, relation: str, rule: str, subject: Actor | None, obj: Actor | None, token: int
) -> Iterator[Draft]:
    if subject is not None and obj is not None and subject.id != obj.id:
        yield Draft(relation, rule, mask.scene.index, token, subject, obj, undated=True)


def _owners(mask: Mask) -> Iterator[Draft]:
    for name, pattern in _OWNS:
        for match in mask.find(pattern):
            owner = mask.actor(mask.mention(match["owner"]), _OWNERS)
            for owned in mask.all(match["owned"]):
                yield from _draft(
                    mask, "ACQUIRED_OR_OWNS", f"owns-{name}", owner, mask.actor(owned, _FIRMS), owned.first
                )
    for match in mask.find(_PARENT_NOMINAL):
        owned = mask.mention(match["owned"])
        owner = mask.scene.discourse.before(frozenset({"company"}), mask.scene.index, owned.first)
        if owner and owner.known:
            yield from _draft(
                mask, "ACQUIRED_OR_OWNS", "owns-parent", owner, mask.actor(owned, _FIRMS), owned.first
            )
    for match in mask.find(_ITS_PARENT):
        owner = mask.mention(match["owner"])
        owned_actor = mask.scene.discourse.before(_FIRMS, mask.scene.index, owner.first)
        yield from _draft(
            mask, "ACQUIRED_OR_OWNS", "owns-its-parent", mask.actor(owner, _OWNERS), owned_actor, owner.first
        )


def _backers(mask: Mask) -> Iterator[Draft]:
    for match in mask.find(_BACKED):
        firm = mask.actor(mask.mention(match["firm"]), _FIRMS)
        for backer in mask.all(match["backers"]):
            yield from _draft(
                mask, "INVESTED_IN", "backed-by", mask.actor(backer, _OWNERS), firm, backer.first
            )


def _letters(mask: Mask) -> Iterator[Draft]:
    if not _LETTER.search(mask.text):
        return
    for match in mask.find(_LETTER_TO):
        for target in mask.all(match["to"]):
            addressee = mask.actor(target, TARGET)
            if addressee is None:
                continue
            sender = mask.scene.discourse.before(TARGET | AUTHORITY, mask.scene.index, target.first)
            named = [
                m
                for m in mask.mentions
                if m.sort == "entity"
                and m.last < target.first
                and m.id != addressee.id
                and m.may_be(TARGET | AUTHORITY)
            ]
            if named:
                sender = mask.actor(named[0], TARGET | AUTHORITY)
            yield from _draft(mask, "SENT_CEASE_AND_DESIST_TO", "letter", sender, addressee, target.first)


def _joint(mask: Mask) -> Iterator[Draft]:
    """A joint inquiry: a pair for any two of the authorities, and the inquiry of each into the target."""
    sign = _JOINT.search(mask.text)
    if not sign or not _INQUIRY.search(mask.text) or _SUITS.search(mask.text):
        return
    authorities = _authorities(mask)
    if len(authorities) < 2:
        return
    scene = mask.scene
    token = next((m.first for m in mask.mentions if m.may_be(AUTHORITY)), 0)
    target = (
        scene.discourse.nearest(TARGET, scene.index, token)
        or scene.discourse.before(TARGET, scene.index, token)
        or scene.discourse.after(TARGET, scene.index, token)
    )
    for at, one in enumerate(authorities):
        for other in authorities[at + 1 :]:
            draft = Draft(
                "INVESTIGATED_JOINTLY_WITH", "joint-inquiry", scene.index, token, one, other, undated=True
            )
            draft.roles = [("target", target)] if target else []
            yield draft
    for one in authorities if target else []:
        yield Draft("INVESTIGATED", "joint-inquiry", scene.index, token, one, target, undated=True)


def _authorities(mask: Mask) -> list[Actor]:
    """The authorities that a sentence names, describes or counts ("the three")."""
    found: dict[str, Actor] = {}
    for mention in mask.mentions:
        if mention.may_be(AUTHORITY) and (actor := mask.actor(mention, AUTHORITY)):
            found.setdefault(actor.id, actor)
    if len(found) < 2 and (
        count := re.search(r"\bthe (?:other )?(two|three|four|five)\b(?! \w+s\b)", mask.text)
    ):
        for actor in _counted(mask, _NUMBERS[count[1]]):
            found.setdefault(actor.id, actor)
    return list(found.values())


def _counted(mask: Mask, number: int) -> list[Actor]:
    """The authorities that an earlier sentence lists, if there are as many as counted."""
    scene = mask.scene
    for index in range(scene.index, max(scene.index - 6, -1), -1):
        listed: dict[str, Actor] = {}
        for mention in scene.discourse.text.readings[index].mentions:
            actor = _listed(scene.discourse.text.readings[index].mentions, mention, mask, index)
            if actor is not None:
                listed.setdefault(actor.id, actor)
        if len(listed) == number:
            return list(listed.values())
    return []


def _listed(mentions: list[Mention], mention: Mention, mask: Mask, index: int) -> Actor | None:
    if mention.sort == "entity" and mention.may_be(AUTHORITY) and mention.id:
        return mask.scene.discourse.actor(mention, index)
    if mention.sort == "place" and mention.name == "name":
        return mask.scene.discourse.metonym(mention, index)
    return None
