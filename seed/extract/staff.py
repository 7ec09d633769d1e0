"""Who works, or worked, for whom: office holders, founders, staff."""

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

_WORD: Final = r"(?:[\w'&/-]+ )"
_ROLE: Final = rf"(?:{lexicon.ROLE_NOUNS})s?"
_LEAD: Final = r"(?:(?:the|a|an|its|their|our|then|former|ex|then-|who is|who was|both|now|acting|interim|current|late) )*"
_OF: Final = r"(?:of|at|for|with|from|in|by)"
_TAIL: Final = rf"(?:(?:and )?{_WORD}){{0,4}}?"

_PATTERNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "person-role-of",
            rf"(?P<person>{PERSON})(?: \( [^()]{{0,40}} \))? ,? (?:{_LEAD})(?:{_WORD}){{0,4}}?{_ROLE} {_TAIL}{_OF} (?:the |an? )?(?P<org>{ORG})",
        ),
        (
            "person-is-role-of",
            rf"(?P<person>{PERSON}) (?:is|was|serves as|served as|became|has been|remains) {_LEAD}(?:{_WORD}){{0,3}}?{_ROLE} {_TAIL}{_OF} (?:the )?(?P<org>{ORG})",
        ),
        (
            "person-org-role",
            rf"(?P<person>{PERSON}) , (?:{_LEAD})(?P<org>{ORG}) (?:'s )?(?:{_WORD}){{0,4}}?{_ROLE}\b",
        ),
        (
            "org-role-person",
            rf"(?P<org>{ORG}) (?:'s? )?(?:{_WORD}){{0,5}}?{_ROLE} ?(?:\) |, )?(?P<person>{PERSON})",
        ),
        (
            "role-of-org-person",
            rf"\b{_ROLE} {_TAIL}{_OF} (?:the )?(?P<org>{ORG}) (?:, |\( )?(?P<person>{PERSON})",
        ),
        (
            "org-headed-by",
            rf"(?P<org>{ORG}) ,? ?(?:which is |is |was )?(?:headed|led|run|founded|chaired|co-founded|set up|directed|represented) by (?P<person>{PERSON})",
        ),
        (
            "person-heads-org",
            rf"(?P<person>{PERSON}) ,? ?(?:who )?(?:\w+ly )?(?:heads|headed|leads|led|runs|founded|co-founded|cofounded|chairs|chaired|joined|works for|worked for|worked at|works at) (?:the )?(?P<org>{ORG})(?! (?:and |'s)?{_WORD}?(?:lawsuit|case|suit))",
        ),
        ("person-from-org", rf"(?P<person>{PERSON}) (?:from|of|at) (?:the )?(?P<org><[RCNU]\d+>)"),
        (
            "founder-with",
            rf"(?P<org>{ORG}) 's? {_WORD}{{0,4}}(?:founder|chief executive|boss) , [^<]{{0,40}}founded [^<]{{0,30}}with (?P<person>{PERSON})",
        ),
        ("official-person", r"(?P<org><R\d+>) ,? ?(?:ms |mr |dr\.? |mrs )?(?P<person><[PU]\d+>)"),
        (
            "person-official",
            rf"(?P<person>{PERSON}) , (?:who (?:is|was|has been) |the |then )?(?:both )?(?P<org><R\d+>)",
        ),
    )
)
_UNATTACHED: Final = re.compile(
    rf"(?P<person>{PERSON}) ,? ?(?:who )?(?:took over as|is|was appointed|was named|became|took office as) (?:the )?(?:new )?(?:information |privacy |data protection |data )?(?:commissioner|ombudsman|regulator)"
    rf"|(?:<r\d+>|commissioner|commissioners for data protection) ,? ?(?:ms |mr |dr\.? |mrs )?(?P<person2>{PERSON})"
    rf"|(?P<person3>{PERSON}) , (?:the |its )?(?:(?:information|privacy|data protection|data|federal|state) )*(?:commissioner|ombudsman|president|chair(?:man|woman)?|director)\b(?! of)"
    rf"|\bits (?:{_WORD}){{0,3}}?{_ROLE} ,? ?(?P<person4>{PERSON})"
)
_HONORIFICS: Final = frozenset(
    "mr mrs ms dr prof professor judge justice sir dame minister advocate commissioner".split()
)
_OFFICES: Final = re.compile(r"commissioner|attorney general|ombudsman|regulator|inspector", re.IGNORECASE)


def staff(mask: Mask) -> Iterator[Draft]:
    """EMPLOYS drafts of a sentence: the body is the subject, the person the object."""
    taken: set[str] = set()
    for name, pattern in _PATTERNS:
        for match in mask.find(pattern):
            person, org = mask.mention(match["person"]), mask.mention(match["org"])
            if (
                not _is_person(person, name)
                or person.id in taken
                or (name == "official-person" and not _OFFICES.search(org.text))
            ):
                continue
            if name == "person-from-org" and not _safe_from(mask, match, org):
                continue
            employer = mask.actor(
                org, frozenset({"regulator", "company", "ngo", "public_body", "court", "platform", "media"})
            )
            if employer is not None and employer.id != person.id:
                taken.add(person.id or "")
                yield _draft(mask, employer, person, name)
    for match in mask.find(_UNATTACHED):
        sign = match["person"] or match["person2"] or match["person3"] or match["person4"]
        person = mask.mention(sign)
        kinds = frozenset({"company", "ngo"}) if match["person4"] else AUTHORITY
        employer = mask.scene.discourse.before(kinds, mask.scene.index, person.first)
        if (
            _is_person(person, "office")
            and person.id not in taken
            and employer is not None
            and employer.id != person.id
        ):
            taken.add(person.id or "")
            yield _draft(mask, employer, person, "office")


def people(text: Text, gazetteer: Gazetteer) -> set[str]:
    """The ids of unknown names that a title or a role marks as people."""
    blank = Discourse(text, gazetteer, [], Counter())
    found: set[str] = set()
    for reading in text.readings:
        open_names = [
            m for m in reading.mentions if m.sort == "entity" and not m.known and m.kinds >= UNKNOWN
        ]
        if not open_names:
            continue
        for mention in open_names:
            if mention.first and reading.lower[mention.first - 1].rstrip(".") in _HONORIFICS:
                found.add(mention.id or "")
        masked = mask(Scene(Tree(reading, []), reading.sentence.index, blank))
        signs = [
            m[name]
            for _, pattern in _PATTERNS
            for m in masked.find(pattern)
            for name in ("person",)
            if _ != "person-from-org"
        ]
        signs += [next(filter(None, m.groups())) for m in masked.find(_UNATTACHED)]
        found |= {m.id or "" for m in map(masked.mention, signs) if _is_person(m, "") and m.kinds >= UNKNOWN}
    return found


def mark_people(text: Text, gazetteer: Gazetteer) -> None:
    """Give the kind of a person to every mention of those names."""
    known = people(text, gazetteer)
    for reading in text.readings:
        for mention in reading.mentions:
            if mention.id in known and not mention.known:
                mention.kinds = frozenset({"person"})


def _is_person(mention: Mention, rule: str) -> bool:
    """A known person, or an unknown name of two to four plain words."""
    words = mention.text.split()
    plain = all(
        w[0].isupper() and w.replace("-", "").replace(".", "").replace("'", "").replace("’", "").isalpha()
        for w in words
    )
    return mention.kinds == {"person"} or (
        mention.kinds >= UNKNOWN
        and 2 <= len(words) <= 4
        and plain
        and not any(w.isupper() and len(w) > 2 for w in words)
    )


def _safe_from(mask: Mask, match: re.Match[str], org: Mention) -> bool:
    """ "Johnny Ryan from Brave" is staff; "… of New York" or a longer clause is not."""
    return org.known or org.kinds == {"company"}


def _draft(mask: Mask, employer: Actor, person: Mention, rule: str) -> Draft:
    scene = mask.scene
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
