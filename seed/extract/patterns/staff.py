"""Who works, or worked, for whom: office holders, founders, staff."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.coreference.actor import Actor
from seed.extract.coreference.discourse import Discourse
from seed.extract.lexicon import word_classes
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.mentions.document import Text
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Mention
from seed.extract.mentions.name_kinds import UNKNOWN
from seed.extract.patterns.masks import ORG, PERSON, Mask, mask
from seed.extract.syntax.tree import Tree

_NOT: Final = r"(?!(?:put|gave|gives|issued|issues|announced|imposed|decided|ordered|found|opened|sued|said|says|has|have|had|was|is|were|are|by|to|that|which|who|with|from|fined|told|at|as|after|when|because)\b)"
_WORD: Final = rf"(?:{_NOT}[\w'&/-]+ )"
_GAP: Final = rf"(?:(?:<[Lcr]\d+>|{_NOT}[\w'&/-]+) )"
_ROLE: Final = rf"(?:{word_classes.ROLE_NOUNS}|<r\d+>)s?"
_TITLE: Final = (
    r"(?:(?:dr|mr|mrs|ms|messrs|ladies|madam|prof|professor|judge|justice|sir|dame|advocate)(?: \.)? )*"
)
_LEAD: Final = r"(?:(?:the|a|an|its|their|our|then|former|ex|who is|who was|both|now|acting|interim|current|late|also) )*"
_OF: Final = r"(?:of|at|for|with|from|in)"
_TAIL: Final = rf"(?:(?:and |of |for |in )?{_WORD}){{0,5}}?"
_PEOPLE: Final = rf"(?P<people>{_TITLE}{PERSON}(?: (?:,|and|, and) {_TITLE}{PERSON})*)"
_ONE: Final = rf"(?P<people>{PERSON})"
_LED: Final = r"(?:headed|led|run|founded|chaired|co-founded|set up|started|directed|represented|created)"
_LEADS: Final = (
    r"(?:heads|headed|leads|led|runs|ran|founded|co-founded|chairs|chaired|directs|directed|joined|works for|worked for|works at|worked at"
    r"|presides over|has headed|has led|has run|has chaired|presided over|used to work at|used to work for)"
)

_PATTERNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("person-role-of", rf"{_ONE}(?: \( [^()]{{0,40}} \))? ,? ?{_LEAD}{_GAP}{{0,4}}?{_ROLE} {_TAIL}{_OF} (?:the |an? )?{_GAP}{{0,3}}?(?P<org>{ORG})"),
        ("person-is-role-of", rf"{_ONE} (?:is|was|serves as|served as|became|has been|remains) {_LEAD}{_WORD}{{0,3}}?{_ROLE} {_TAIL}{_OF} (?:the )?(?P<org>{ORG})"),
        ("whose-role", rf"(?P<org>{ORG}) ,? ?(?:and |but )?whose {_WORD}{{0,4}}?{_ROLE} (?:is |was )?,? ?{_PEOPLE}"),
        ("org-role-apposition", rf"(?P<org>{ORG}) 's? {_WORD}{{0,3}}?{_ROLE} , (?:the |a )?{_GAP}{{0,5}}?{_PEOPLE}"),
        ("led-by-its", rf"(?P<org>{ORG}) , (?:an? |the ){_GAP}{{1,5}}?{_LED} by (?:its |the )?{_GAP}{{0,3}}?{_PEOPLE}"),
        ("appointed-as", rf"(?:appoint\w*|nam(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|promot\w+|elect\w*|nominat\w+) (?:of )?{_ONE} (?:as |to be |to )?{_LEAD}{_GAP}{{0,3}}?{_ROLE} {_TAIL}{_OF} (?:the )?{_GAP}{{0,2}}?(?P<org>{ORG})"),
        ("served-as", rf"{_ONE} (?:previously |earlier |once |long |also |then )*(?:served|worked|acted|serves|works|acts) as {_LEAD}{_GAP}{{0,4}}?{_ROLE} {_TAIL}{_OF} (?:the )?{_GAP}{{0,2}}?(?P<org>{ORG})"),
        ("org-appointed", rf"(?P<org>{ORG}) (?:has |have |had )?(?:appointed|named|hired|promoted|elected) {_ONE} (?:as |to )?(?:its |the |their )?{_WORD}{{0,3}}?{_ROLE}\b(?! (?:of|at|for))"),
        ("person-org-role", rf"{_ONE} ,? ?{_LEAD}(?P<org>{ORG}) (?:'s? )?{_WORD}{{0,4}}?{_ROLE}\b"),
        ("org-role-person", rf"(?P<org>{ORG}) (?:'s? )?{_WORD}{{0,5}}?{_ROLE} {_TAIL}(?:\( [^()]{{1,40}} \) |\) |, )?{_PEOPLE}"),
        ("person-role-org", rf"{_ONE} , {_LEAD}{_GAP}{{0,3}}?{_ROLE} , (?:the )?(?P<org>{ORG})(?= [.,;”\"]|$)"),
        ("person-and-own", rf"{_ONE} and (?:his|her|their) {_WORD}{{1,4}}?(?:group|firm|company|organisation|organization|charity|foundation|startup|start-up|ngo|nonprofit) (?P<org>{ORG})"),
        ("role-of-org-person", rf"\b{_ROLE} {_TAIL}{_OF} (?:the )?(?P<org>{ORG}) (?:\( [^()]{{1,20}} \) )?(?:, |\( )?{_PEOPLE}"),
        ("org-led-by", rf"(?P<org>{ORG}) ,? ?(?:(?:which is|which was|is|was|then|now) )*{_LED} (?:in <D\d+> )?by (?:the )?{_GAP}{{0,4}}?{_PEOPLE}"),
        ("opened-led-by", rf"(?:^|[.;] )(?:co ?- ?)?{_LED} (?:in <D\d+> )?by (?:the )?{_GAP}{{0,7}}?{_PEOPLE} , (?:the )?(?P<org>{ORG})"),
        ("person-leads-org", rf"{_ONE} ,? ?(?:who )?(?:\w+ly )?{_LEADS} (?:the )?{_GAP}{{0,4}}?(?P<org>{ORG})(?! (?:and |'s )?{_WORD}?(?:lawsuit|case|suit))"),
        ("person-of-org", rf"{_ONE} (?:from|of|at) (?:the )?(?:{_WORD}{{1,3}}(?:group|firm|company|association|organisation|charity) )?(?P<org><[RCNU]\d+>)"),
        ("org-person-said", rf"(?P<org><[CRN]\d+>) 's {_PEOPLE} (?:said|says|told|wrote|called|argued|added|insisted)\b"),
        ("founded-with", rf"(?P<org>{ORG}) 's {_WORD}{{0,4}}?(?:founder|chief executive|boss) , [^<]{{0,40}}founded [^<]{{0,30}}with {_PEOPLE}"),
        ("org-official", rf"(?P<org><[Rr]\d+>) (?:(?:of|in|for) (?:the )?<L\d+> )?,? ?(?:\( (?:\w{{2,6}}|<R\d+>) \) )?(?:for (?:[a-z]+ ){{1,4}}?)?(?:, )?{_PEOPLE}"),
        ("person-official", rf"{_ONE} , (?:who (?:is|was|has been) |the |then )*(?:both )?(?P<org><R\d+>)"),
    )
)  # fmt: skip
_OFFICE: Final = (
    r"(?:commissioner|ombudsman|registrar|regulator|inspector|attorney general|watchdog|supervisor)"
)
_LOOSE: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("office", rf"{_ONE} ,? ?(?:who )?(?:took over as|is|was appointed|was named|became|took office as) (?:the )?(?:new )?{_WORD}{{0,3}}?(?:{_OFFICE}|<r\d+>)"),
        ("office", rf"(?:<r\d+>|\b{_OFFICE}s?(?: for (?:(?:data|protection|personal|privacy|information|freedom|access|the|of|and|to) )*(?:protection|data|privacy|information|freedom))?) ,? ?{_PEOPLE}"),
        ("office", rf"{_ONE} , (?:(?:the|its|who is|then) )*{_WORD}{{0,3}}?(?:{_OFFICE}|<r\d+>)(?! of)"),
        ("office", rf"{_ONE} 's office\b"),
        ("role", rf"\b(?:its|their) {_GAP}{{0,4}}?{_ROLE} {_TAIL},? ?{_PEOPLE}"),
        ("role", rf"(?:^|[,.;:“\"] |\b(?:and|by|says?|said|states?|stated|explains?) ){_ROLE} (?:and {_ROLE} )?{_PEOPLE}"),
        ("role", rf"{_ONE} , (?:its|the) {_WORD}{{0,3}}?{_ROLE}(?= ,| \.|$| and | since)"),
    )
)  # fmt: skip
_OWN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_ROLE}|<r\d+>) (?:\) )?,? ?{_PEOPLE}",
        rf"{_PEOPLE} , (?:{_LEAD}{_WORD}{{0,3}}?)?(?:{_ROLE}|<r\d+>)(?! (?:of|at|for) <[CBNU])",
        rf"\b(?:chairmanship of|presided over by|chaired by|appoint|appointed|appoints) {_PEOPLE}",
        rf"{_PEOPLE} (?:in|of|at|,) (?:the )?<[Rr]\d+>",
    )
)
"""People of the authority whose own text this is."""
_SITS: Final = re.compile(r"\b(?:composed of|sitting|meeting|members|chairmanship|commissioners)\b")
"""What a sentence says that lists the people who decide."""
_ROSTER: Final = re.compile(r"\b(?:composed of|consisting of|made up of)\b(?P<people>[^.;]*)")
"""The list of those who sit, each with or without an office."""
_HONORED: Final = re.compile(
    rf"\b(?:dr|mr|mrs|ms|messrs|ladies|madam|prof)(?: \.)? (?P<people>{PERSON}(?: (?:,|and|, and) {PERSON})*)"
)
_HONORIFICS: Final = frozenset(
    "mr mrs ms messrs ladies madam dr prof professor judge justice sir dame minister advocate commissioner".split()
)
_OFFICES: Final = re.compile(
    r"commissioner|attorney general|ombudsman|regulator|inspector|registrar|^(?:the )?(?:president|chair|head|director)",
    re.IGNORECASE,
)
_BUSINESS: Final = re.compile(
    r"\b(?:chief executive|ceo|cto|cfo|coo|founder|chief \w+ officer|managing director)\b"
)
"""Roles that no authority has."""
_BOARD: Final = re.compile(r"\b(?:vice-chair|deputy chair|deputy commissioner|commissioners?|ombudsman)\b")
"""Roles that only an authority has."""
_JUDICIAL: Final = re.compile(
    r"\b(?:councill?or|judge|justice|magistrate|assessor|court president|presiding)\b"
)
"""Roles that only a court has."""
_FIRMS: Final = frozenset({"company", "ngo", "platform", "media"})
_REACH: Final = 2
_UNITS: Final = frozenset(
    "chamber division bureau unit panel court board department office committee council litigation section chancellery administration "
    "administrations directorate subdirectorate gazette procedure register resolution inspection agreement clauses regulation protection attorneys general".split()
)
"""Words of bodies, which no person is called."""
_EMPLOYERS: Final = frozenset({"regulator", "company", "ngo", "public_body", "court", "platform", "media"})


def staff(masked: Mask) -> Iterator[Draft]:
    """EMPLOYS drafts of a sentence: the body is the subject, the person the object."""
    taken: set[str] = set()
    for name, pattern in _PATTERNS:
        for match in masked.find(pattern):
            org = masked.mention(match["org"])
            if name in {"org-official", "person-official"} and not _OFFICES.search(f"{org.text} {org.name}"):
                continue
            if name == "person-of-org" and not all(map(_is_called, masked.all(match["people"]))):
                continue
            employer = masked.actor(org, _EMPLOYERS)
            yield from _drafts(masked, employer, match["people"], name, taken)
    for name, pattern in _LOOSE:
        for match in masked.find(pattern):
            first = masked.mention(match["people"])
            kinds = _employing(name, match.group())
            employer = _its_owner(masked, first) if name == "role" else None
            heads = frozenset({"company"}) if name == "role" else frozenset[str]()
            author = masked.scene.discourse.author(masked.scene.index, first.first, "")
            if author is not None and kinds & AUTHORITY:
                employer = author
            employer = employer or masked.scene.discourse.before(
                kinds, masked.scene.index, first.first, heads=heads
            )
            if name == "role" and employer is not None and _is_far(masked, employer):
                continue
            yield from _drafts(masked, employer, match["people"], name, taken)


def _employing(name: str, words: str) -> frozenset[str]:
    """The kinds of body that somebody with such an office or role works for."""
    if name == "role" and _JUDICIAL.search(words):
        return frozenset({"court"})
    if name == "role" and _BUSINESS.search(words):
        return _FIRMS
    return AUTHORITY if name == "office" or _BOARD.search(words) else _EMPLOYERS


def own_staff(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """EMPLOYS drafts of the authority whose text this is: people with an office, and those who sit and decide."""
    author = masked.scene.discourse.author(masked.scene.index, 0, "")
    if author is None:
        return
    taken = {d.object.id for d in told if d.object is not None and d.relation == "EMPLOYS"}
    patterns = (*_OWN, _HONORED) if _SITS.search(masked.text) else _OWN
    for pattern in patterns:
        for match in masked.find(pattern):
            if not _BUSINESS.search(match.group()):
                yield from _drafts(masked, author, match["people"], "own-office", taken)
    for sign in _sitting(masked):
        yield from _drafts(masked, author, sign, "own-office", taken)


def _sitting(masked: Mask) -> Iterator[str]:
    """The people of a roster: names of two words and more, or with a title before them."""
    for match in masked.find(_ROSTER):
        for sign in re.findall(PERSON, match["people"]):
            if _is_called(masked.mention(sign)):
                yield sign


def _is_called(mention: Mention) -> bool:
    """Whether a name is one that a person could have: no word of an institution, none that only describes."""
    words = mention.text.lower().split()
    return not set(words) & (
        _UNITS | word_classes.PUBLIC_WORDS | word_classes.REGULATOR_WORDS | word_classes.NGO_WORDS
    )


def _is_far(masked: Mask, employer: Actor) -> bool:
    """Whether an employer whom the sentence does not name was named too long ago to be meant."""
    discourse = masked.scene.discourse
    return masked.scene.index - employer.sentence > _REACH and employer.id != discourse.topic


def _its_owner(masked: Mask, person: Mention) -> Actor | None:
    """The party that "its" goes back to, in "its chief executive, …"."""
    its = [w for w in masked.scene.words if w.lower in {"its", "their"} and w.token < person.first]
    return masked.scene.discourse.who(its[-1], _EMPLOYERS, masked.scene.index) if its else None


def _drafts(masked: Mask, employer: Actor | None, signs: str, rule: str, taken: set[str]) -> Iterator[Draft]:
    for person in masked.all(signs):
        if (
            employer is not None
            and _is_person(person)
            and person.id not in taken
            and employer.id != person.id
            and employer.kinds != frozenset({"person"})
        ):
            taken.add(person.id or "")
            yield _draft(masked, employer, person, rule)


def people(text: Text, gazetteer: Gazetteer) -> set[str]:
    """The ids of unknown names that a title or a role marks as people."""
    blank = Discourse(text, gazetteer, [], Counter())
    found: set[str] = set()
    for reading in text.readings:
        names = [m for m in reading.mentions if m.sort == "entity" and not m.known and m.kinds >= UNKNOWN]
        if not names:
            continue
        found |= {
            m.id or "" for m in names if m.first and reading.lower[m.first - 1].rstrip(".") in _HONORIFICS
        }
        masked = mask(Scene(Tree(reading, []), reading.sentence.index, blank))
        signs = [
            m["people"]
            for name, pattern in (*_PATTERNS, *_LOOSE)
            if name != "person-of-org"
            for m in masked.find(pattern)
        ]
        found |= {
            m.id or "" for sign in signs for m in masked.all(sign) if _is_person(m) and m.kinds >= UNKNOWN
        }
    return found


def mark_people(text: Text, gazetteer: Gazetteer) -> None:
    """Give the kind of a person to every mention of those names."""
    known = people(text, gazetteer)
    for reading in text.readings:
        for mention in reading.mentions:
            if mention.id in known and not mention.known:
                mention.kinds = frozenset({"person"})


def _is_person(mention: Mention) -> bool:
    """A known person, or an unknown name of two to five plain words."""
    words = mention.text.split()
    plain = words[0][:1].isupper() and all(
        w.replace("-", "").replace(".", "").replace("'", "").replace("’", "").isalpha() for w in words
    )
    if {w.lower() for w in words} & _UNITS or _is_trade(words[-1]):
        return False
    # "Alexandre LINDEN" is how French decisions write a person; "ACME FRANCE" is none.
    shouted = (
        any(w.isupper() and len(w) > 3 for w in words[:1])
        or sum(w.isupper() and len(w) > 3 for w in words) > 1
    )
    return mention.kinds == frozenset({"person"}) or (
        mention.kinds >= UNKNOWN and 2 <= len(words) <= 5 and plain and not shouted
    )


def _is_trade(word: str) -> bool:
    """Whether a name ends in what firms are called by: "Sable Brokers", "Orris Data Systems"."""
    one = word.lower()
    return one in word_classes.COMPANY_WORDS or (one.endswith("s") and one[:-1] in word_classes.COMPANY_HEADS)


def _draft(masked: Mask, employer: Actor, person: Mention, rule: str) -> Draft:
    scene = masked.scene
    actor = Actor(
        person.id or "",
        person.name,
        frozenset({"person"}),
        person.known,
        person.text,
        None,
        scene.index,
        person.first,
        True,
    )
    return Draft("EMPLOYS", f"employs-{rule}", scene.index, person.first, employer, actor, undated=True)
