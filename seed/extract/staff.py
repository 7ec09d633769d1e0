"""Who works, or worked, for whom: office holders, founders, staff."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from seed.extract import lexicon
from seed.extract.discourse import Actor, Discourse
from seed.extract.drafts import Draft, Scene
from seed.extract.gazetteer import Gazetteer
from seed.extract.masks import ORG, PERSON, Mask, mask
from seed.extract.mentions import AUTHORITY, Mention
from seed.extract.names import UNKNOWN
from seed.extract.reader import Text
from seed.extract.syntax import Tree

_NOT: Final = r"(?!(?:said|says|has|have|had|was|is|were|are|by|to|that|which|who|with|from|fined|told|at|as|after|when|because)\b)"
_WORD: Final = rf"(?:{_NOT}[\w'&/-]+ )"
_GAP: Final = rf"(?:(?:<L\d+>|{_NOT}[\w'&/-]+) )"
_ROLE: Final = rf"(?:{lexicon.ROLE_NOUNS})s?"
_TITLE: Final = r"(?:(?:dr|mr|mrs|ms|prof|professor|judge|justice|sir|dame|advocate)(?: \.)? )*"
_LEAD: Final = r"(?:(?:the|a|an|its|their|our|then|former|ex|who is|who was|both|now|acting|interim|current|late|also) )*"
_OF: Final = r"(?:of|at|for|with|from|in)"
_TAIL: Final = rf"(?:(?:and |of |for |in )?{_WORD}){{0,5}}?"
_PEOPLE: Final = rf"(?P<people>{_TITLE}{PERSON}(?: (?:,|and|, and) {_TITLE}{PERSON})*)"
_ONE: Final = rf"(?P<people>{PERSON})"
_LED: Final = r"(?:headed|led|run|founded|chaired|co-founded|set up|started|directed|represented|created)"
_LEADS: Final = (
    r"(?:heads|headed|leads|led|runs|ran|founded|co-founded|chairs|chaired|directs|directed|joined|works for|worked for|works at|worked at"
    r"|presides over|has headed|has led|has chaired|presided over|used to work at|used to work for)"
)

_PATTERNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("person-role-of", rf"{_ONE}(?: \( [^()]{{0,40}} \))? ,? ?{_LEAD}{_GAP}{{0,4}}?{_ROLE} {_TAIL}{_OF} (?:the |an? )?{_GAP}{{0,3}}?(?P<org>{ORG})"),
        ("person-is-role-of", rf"{_ONE} (?:is|was|serves as|served as|became|has been|remains) {_LEAD}{_WORD}{{0,3}}?{_ROLE} {_TAIL}{_OF} (?:the )?(?P<org>{ORG})"),
        ("person-org-role", rf"{_ONE} ,? ?{_LEAD}(?P<org>{ORG}) (?:'s? )?{_WORD}{{0,4}}?{_ROLE}\b"),
        ("org-role-person", rf"(?P<org>{ORG}) (?:'s? )?{_WORD}{{0,5}}?{_ROLE} {_TAIL}(?:\) |, )?{_PEOPLE}"),
        ("role-of-org-person", rf"\b{_ROLE} {_TAIL}{_OF} (?:the )?(?P<org>{ORG}) (?:, |\( )?{_PEOPLE}"),
        ("org-led-by", rf"(?P<org>{ORG}) ,? ?(?:(?:which is|which was|is|was|then|now) )*{_LED} (?:in <D\d+> )?by (?:the )?{_GAP}{{0,4}}?{_PEOPLE}"),
        ("person-leads-org", rf"{_ONE} ,? ?(?:who )?(?:\w+ly )?{_LEADS} (?:the )?{_GAP}{{0,4}}?(?P<org>{ORG})(?! (?:and |'s )?{_WORD}?(?:lawsuit|case|suit))"),
        ("person-of-org", rf"{_ONE} (?:from|of|at) (?:the )?(?:{_WORD}{{1,3}}(?:group|firm|company|association|organisation|charity) )?(?P<org><[RCNU]\d+>)"),
        ("org-person-said", rf"(?P<org><[CRN]\d+>) 's {_PEOPLE} (?:said|says|told|wrote|called|argued|added|insisted)\b"),
        ("founded-with", rf"(?P<org>{ORG}) 's {_WORD}{{0,4}}?(?:founder|chief executive|boss) , [^<]{{0,40}}founded [^<]{{0,30}}with {_PEOPLE}"),
        ("org-official", rf"(?P<org><R\d+>) ,? ?(?:\( (?:\w{{2,6}}|<R\d+>) \) )?{_PEOPLE}"),
        ("person-official", rf"{_ONE} , (?:who (?:is|was|has been) |the |then )*(?:both )?(?P<org><R\d+>)"),
    )
)  # fmt: skip
_OFFICE: Final = (
    r"(?:commissioner|ombudsman|registrar|regulator|inspector|attorney general|watchdog|supervisor)"
)
_LOOSE: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("office", rf"{_ONE} ,? ?(?:who )?(?:took over as|is|was appointed|was named|became|took office as) (?:the )?(?:new )?{_WORD}{{0,3}}?{_OFFICE}"),
        ("office", rf"(?:<r\d+>|\b{_OFFICE}s?(?: for data protection| for personal data)?) ,? ?{_PEOPLE}"),
        ("office", rf"{_ONE} , (?:(?:the|its|who is|then) )*{_WORD}{{0,3}}?(?:{_OFFICE}|<r\d+>)(?! of)"),
        ("office", rf"{_ONE} 's office\b"),
        ("role", rf"\b(?:its|their) {_GAP}{{0,4}}?{_ROLE} {_TAIL},? ?{_PEOPLE}"),
        ("role", rf"(?:^|[,.;:“\"] |\band ){_ROLE} (?:and {_ROLE} )?{_PEOPLE}"),
        ("role", rf"{_ONE} , (?:its|the) {_WORD}{{0,3}}?{_ROLE}(?= ,| \.|$| and | since)"),
    )
)  # fmt: skip
_HONORIFICS: Final = frozenset(
    "mr mrs ms dr prof professor judge justice sir dame minister advocate commissioner".split()
)
_OFFICES: Final = re.compile(
    r"commissioner|attorney general|ombudsman|regulator|inspector|registrar", re.IGNORECASE
)
_BUSINESS: Final = re.compile(
    r"\b(?:chief executive|ceo|cto|cfo|coo|founder|chief \w+ officer|managing director)\b"
)
"""Roles that no authority has."""
_BOARD: Final = re.compile(r"\b(?:vice-chair|deputy chair|deputy commissioner|commissioners?|ombudsman)\b")
"""Roles that only an authority has."""
_FIRMS: Final = frozenset({"company", "ngo", "platform", "media"})
_REACH: Final = 2
_UNITS: Final = frozenset(
    "chamber division bureau unit panel court board department office committee council litigation section".split()
)
"""Words of bodies, which no person is called."""
_EMPLOYERS: Final = frozenset({"regulator", "company", "ngo", "public_body", "court", "platform", "media"})


def staff(masked: Mask) -> Iterator[Draft]:
    """EMPLOYS drafts of a sentence: the body is the subject, the person the object."""
    taken: set[str] = set()
    for name, pattern in _PATTERNS:
        for match in masked.find(pattern):
            org = masked.mention(match["org"])
            if name in {"org-official", "person-official"} and not _OFFICES.search(org.text):
                continue
            employer = masked.actor(org, _EMPLOYERS)
            yield from _drafts(masked, employer, match["people"], name, taken)
    for name, pattern in _LOOSE:
        for match in masked.find(pattern):
            first = masked.mention(match["people"])
            kinds = AUTHORITY if name == "office" or _BOARD.search(match.group()) else _EMPLOYERS
            if name == "role" and _BUSINESS.search(match.group()):
                kinds = _FIRMS
            employer = _its_owner(masked, first) if name == "role" else None
            heads = frozenset({"company"}) if name == "role" else frozenset[str]()
            employer = employer or masked.scene.discourse.before(
                kinds, masked.scene.index, first.first, heads=heads
            )
            if name == "role" and employer is not None and _is_far(masked, employer):
                continue
            yield from _drafts(masked, employer, match["people"], name, taken)


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
    if {w.lower() for w in words} & _UNITS:
        return False
    shouted = any(w.isupper() and len(w) > 3 for w in words)
    return mention.kinds == frozenset({"person"}) or (
        mention.kinds >= UNKNOWN and 2 <= len(words) <= 5 and plain and not shouted
    )


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
