"""Ownership, scraping, investments, letters and joint work of authorities: relations that patterns over masked words tell best."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.mentions.mention import Mention
from seed.extract.patterns.masks import FIRM, Mask
from seed.extract.patterns.ownership import FIRMS, OWNERS, ownership

_BACKED: Final = re.compile(
    r"(?P<firm><[CU]\d+>)[^<>]{0,40}\b(?:backed|funded|financed|bankrolled)\b[^<>]{0,30}\bby (?P<backers><[PUC]\d+>(?:(?: ,(?: and)?| and) <[PUC]\d+>)*)"
)
_SITES: Final = rf"{FIRM}(?:(?: ,(?: and| or)?| and| or| as well as) (?:the )?(?:[\w-]+ ){{0,3}}?{FIRM})*"
_SCRAPES: Final = re.compile(
    r"\b(?:scrap(?:ed|es|ing|e)|harvest\w*|gather(?:ed|ing|s)?|collect(?:ed|ing|s)?|taken|took|takes|taking|cop(?:ied|ying|ies)|copy|lift(?:ed|ing|s)?|trawl\w*|download\w*"
    r"|pull(?:ed|ing|s)?|filled|extract(?:ed|ing|s)?|obtained|compil(?:ed|ing)|siphon\w*|syphon\w*|crawl\w*|mined|mines|vacuum\w*|hoover\w*|emptied|built|grab(?:s|bed|bing)?"
    r"|rip(?:s|ped|ping)|amass\w*|slurp\w*|suck\w*|plunder\w*|loot\w*|comb(?:ed|ing|s)|skim(?:s|med|ming)|assembl(?:ed|ing)|fetch\w*|retriev\w*|train(?:ed|s|ing)|feeds?|fed|swip(?:ed|ing)|swept|read out|reads out|drew|drawn)\b"
)
_MATERIAL: Final = re.compile(
    r"\b(?:photo\w*|images?|pictures?|faces?|faceprints|profiles?|posts?|data|database|addresses|robots?|bots?|automated|scrap\w+|comments|listings|numbers|dossiers|billions?|harvest\w+|trawl\w+|crawl\w+|videos?|selfies|reviews|routes|entries|accounts|records|details|portraits|snapshots|articles|messages|tweets|night after night)\b"
)
_STRAIGHT: Final = r"scraped|scrapes|scraping|trawled|trawls|trawling|emptied|crawled|crawls|crawling|mined|mines|plundered|combed|looted"
"""Verbs whose object is the site itself."""
_FROM_SITES: Final = re.compile(
    rf"\b(?:from|off|of|on|such as|including|among them|notably|{_STRAIGHT}|their) (?:the )?(?:(?:\d[\d,.]*|millions of|thousands of|hundreds of|billions of|some|public|unsuspecting) )*(?:[\w' -]{{0,60}}?(?:such as|including|like|sites?|site|forums|portals?|platforms|pages|profiles|networks) )?(?P<sites>{_SITES})(?: by (?:the )?(?:[\w-]+ ){{0,4}}?(?P<by><[CU]\d+>))?"
)
_ROBBED: Final = re.compile(
    rf"(?P<site>{FIRM}) (?:has |had |have |also |is )*(?:sued|sues|suing|accused|accuses|banned|blocked|warned|charged) (?:the )?(?:[\w-]+ ){{0,3}}?(?P<taker>{FIRM})"
    r"(?: [\w,]+){0,6}? (?:for|of|from|over) (?:\w+ly )?(?:scraping|harvesting|crawling|copying) (?:(?:its|their|the|public|user|users'?|member|members'?|personal|profile|data|information|\w+ million|\d+) ?)+"
)
_LETTER: Final = re.compile(r"\bcease[- ]and[- ]desist\b")
_LETTER_TO: Final = re.compile(
    r"\bcease[- ]and[- ]desist[^<>]{0,60}?\b(?:to|at|against)\b (?:the )?(?P<to>(?:<[CUc]\d+>(?: ,? ?(?:and )?)?)+)"
)
_JOINT: Final = re.compile(
    r"\bjoint(?:ly)?\b|\btogether\b|\bside by side\b|\balongside\b|\bin (?:tandem|concert|cooperation|co-operation|coordination) with\b|\bhand in hand\b|\bteamed up\b|\bcounterparts?\b|\bjoined forces\b|\bin partnership with\b"
)
_INQUIRY: Final = re.compile(
    r"\b(?:investigat\w+|inquir\w+|enquir\w+|probe[sd]?|probing|examin\w+|work\w*|report|case|audit|findings|look(?:s|ed|ing)? (?:\w+ly |together )?into|ran|opened|finding|study)\b"
)
_INTO: Final = re.compile(
    r"\b(?:into|investigat(?:ed|ing|e|es)|examin(?:ed|ing|e|es)|look(?:ed|ing|s)? (?:\w+ly |together )?(?:into|at)|audit(?:ed|ing)|prob(?:ed|ing)) (?:(?!(?:by|with|and)\b)[\w'-]+ ){0,4}?(?P<firm><[CUBc]\d+>)"
)
_EXAMINED: Final = TARGET - {"person", "ngo"}
_SUITS: Final = re.compile(r"\b(?:lawsuit|suit|sue[sd]?|sanction|fine[sd]?|settle\w*)\b")
_WITH: Final = re.compile(
    r"\b(?:jointly|together|side by side|alongside|hand in hand|joint \w+|in (?:tandem|cooperation|concert)) (?:\w+ ){0,4}?with\b"
)
_BY_MACHINE: Final = re.compile(
    r"\b(?:scrap|harvest|trawl|crawl|robot|automated|emptied|siphon|syphon|hoover|vacuum|slurp|plunder|loot|wholesale|spiders?\b|scripts?\b|bots?\b|fake accounts|mined|mines|ripp|rips|comb(?:ed|ing))"
    r"|\b(?:million|billion|thousand|millions of|thousands of|billions of|\d[\d,.]{3,}) (?:[\w-]+ ){0,3}(?:profiles|photos|pictures|images|faces|listings|posts|records|addresses|numbers|people|users|members|accounts|entries|videos|reviews|portraits|routes|comments|messages|documents|files|items)\b"
)
"""What nobody takes by hand: many pages, or by a machine."""
_THEIRS: Final = re.compile(r"\b(?:their|the) joint \w+")
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}


def business(mask: Mask) -> Iterator[Draft]:
    """Drafts of ownership, investment, letters and joint inquiries."""
    yield from ownership(mask)
    yield from _scraped(mask)
    yield from _robbed(mask)
    yield from _backers(mask)
    yield from _letters(mask)
    yield from _joint(mask)


def _draft(  # noqa: PLR0917 - the parts of a draft
    mask: Mask, relation: str, rule: str, subject: Actor | None, obj: Actor | None, token: int
) -> Iterator[Draft]:
    if subject is not None and obj is not None and subject.id != obj.id:
        yield Draft(relation, rule, mask.scene.index, token, subject, obj, undated=True)


def _scraped(mask: Mask) -> Iterator[Draft]:
    """Sites whose data somebody took: a verb of taking, what is taken, and the sites after "from"."""
    verb = _SCRAPES.search(mask.text)
    if not verb or not _MATERIAL.search(mask.text):
        return
    strong = _BY_MACHINE.search(mask.text) is not None
    for match in mask.find(_FROM_SITES):
        sites = [m for m in mask.all(match["sites"]) if m.may_be(frozenset({"platform", "company"}))]
        listed = re.search(
            r"\b(?:sites?|websites?|platforms|networks) (?:such as|like|including)\b", match.group()
        )
        if match.end() < verb.start() or not sites or not (strong or listed or len(sites) > 1):
            continue
        named = [
            m
            for m in mask.mentions
            if m.sort in {"entity", "nominal"}
            and m.first < sites[0].first
            and m.id not in {s.id for s in sites}
        ]
        doer = mask.mention(match["by"]) if match["by"] else None
        taker = mask.actor(doer, frozenset({"company"})) if doer is not None else None
        taker = taker or next((a for m in named if (a := mask.actor(m, frozenset({"company"})))), None)
        taker = taker or mask.scene.discourse.before(frozenset({"company"}), mask.scene.index, 0)
        for site in sites:
            if taker is not None and taker.id in mask.scene.discourse.gazetteer.operators(site.id or ""):
                continue  # Whoever runs a site has its data anyway.
            yield from _draft(
                mask,
                "SCRAPED",
                "scraped-from",
                taker,
                mask.actor(site, frozenset({"platform", "company"})),
                site.first,
            )


def _robbed(mask: Mask) -> Iterator[Draft]:
    """A site that acts against whoever scraped it: "LinkedIn has sued Acme for scraping its members' profiles"."""
    for match in mask.find(_ROBBED):
        firms = frozenset({"platform", "company"})
        site, taker = mask.mention(match["site"]), mask.mention(match["taker"])
        yield from _draft(
            mask, "SCRAPED", "scraped-own", mask.actor(taker, firms), mask.actor(site, firms), taker.first
        )


def _backers(mask: Mask) -> Iterator[Draft]:
    for match in mask.find(_BACKED):
        firm = mask.actor(mask.mention(match["firm"]), FIRMS)
        for backer in mask.all(match["backers"]):
            yield from _draft(
                mask, "INVESTED_IN", "backed-by", mask.actor(backer, OWNERS), firm, backer.first
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
    if len(authorities) == 1 and _WITH.search(mask.text):
        other = mask.scene.discourse.before(AUTHORITY, mask.scene.index, 0)
        authorities = [other, *authorities] if other is not None and other.id != authorities[0].id else []
    if len(authorities) < 2 and _THEIRS.search(mask.text):
        authorities = _named_before(mask) or authorities
    if len(authorities) < 2:
        return
    scene = mask.scene
    token = next((m.first for m in mask.mentions if m.may_be(AUTHORITY)), 0)
    target = _examined(mask, token)
    for at, one in enumerate(authorities):
        for other in authorities[at + 1 :]:
            draft = Draft("INVESTIGATED_JOINTLY_WITH", "joint-inquiry", scene.index, token, one, other)
            draft.roles = [("target", target)] if target else []
            yield draft
    for one in authorities if target else []:
        yield Draft("INVESTIGATED", "joint-inquiry", scene.index, token, one, target)


def _examined(mask: Mask, token: int) -> Actor | None:
    """Whom a joint inquiry is about: the firm after "into" or the verb, else the likeliest one."""
    scene = mask.scene
    for match in mask.find(_INTO):
        if actor := mask.actor(mask.mention(match["firm"]), _EXAMINED):
            return actor
    return (
        scene.discourse.nearest(_EXAMINED, scene.index, token)
        or scene.discourse.before(_EXAMINED, scene.index, token)
        or scene.discourse.after(_EXAMINED, scene.index, token)
    )


def _authorities(mask: Mask) -> list[Actor]:
    """The authorities that a sentence names, describes or counts ("the three")."""
    found: dict[str, Actor] = {}
    for mention in mask.mentions:
        if mention.may_be(AUTHORITY) and not mention.unnamed and (actor := mask.actor(mention, AUTHORITY)):
            found.setdefault(actor.id, actor)
    if len(found) < 2 and (
        count := re.search(r"\bthe (?:other )?(two|three|four|five)\b(?! \w+s\b)", mask.text)
    ):
        for actor in _counted(mask, _NUMBERS[count[1]]):
            found.setdefault(actor.id, actor)
    return list(found.values())


def _named_before(mask: Mask) -> list[Actor]:
    """The authorities of the sentence before, where there are several: "their joint investigation" is theirs."""
    at = mask.scene.index - 1
    mentions = mask.scene.discourse.text.readings[at].mentions if at >= 0 else []
    found = {a.id: a for m in mentions if (a := _listed(m, mask, at)) is not None and m.sort == "entity"}
    return list(found.values()) if len(found) > 1 else []


def _counted(mask: Mask, number: int) -> list[Actor]:
    """The authorities that an earlier sentence lists, if there are as many as counted."""
    scene = mask.scene
    for index in range(scene.index, max(scene.index - 6, -1), -1):
        listed: dict[str, Actor] = {}
        for mention in scene.discourse.text.readings[index].mentions:
            actor = _listed(mention, mask, index)
            if actor is not None:
                listed.setdefault(actor.id, actor)
        if len(listed) == number:
            return list(listed.values())
    return []


def _listed(mention: Mention, mask: Mask, index: int) -> Actor | None:
    if mention.sort == "entity" and mention.may_be(AUTHORITY) and mention.id:
        return mask.scene.discourse.actor(mention, index)
    if mention.sort == "place" and mention.name == "name":
        return mask.scene.discourse.metonym(mention, index)
    return None
