"""Suits told by their caption: "FTC v. Acme Inc.", "Acme v Information Commissioner", "In re Acme Litigation"."""

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft
from seed.extract.claims.arguments import plaintiffs_class
from seed.extract.coreference.actor import Actor, registered
from seed.extract.lexicon.kinds import AUTHORITY, PARTY, TARGET
from seed.extract.mentions.captions import NOBODY
from seed.extract.mentions.mention import Mention
from seed.extract.patterns.masks import Mask

_VERSUS: Final = re.compile(
    r"(?P<who><[RCUBNPLT]\d+>) (?:,? ?et al \. )?(?:v|vs|versus)(?: ?\.)? (?:the )?(?P<whom><[RrCUBNP]\d+>)"
)
_IN_RE: Final = re.compile(
    r"\bin re (?:: )?(?P<whom><[CU]\d+>)(?= (?:[\w'-]+ ){0,5}?(?:litigation|litig|breach|cases)\b)"
)
_CITED: Final = re.compile(
    r"\b(?:under|see|cf|citing|cited|following|precedent|overruled|since|per|as in|after)[ .,]*$"
)
"""What stands before a caption that only names a precedent."""
_SETTLEMENTS: Final = frozenset({"settlement", "settlements", "settled"})
_ABOVE: Final = 3
_STATE: Final = "US-"
_FEDERAL: Final = "doj-us"


def captions(mask: Mask) -> Iterator[Draft]:
    """SUED drafts of captions; APPEALED where the other side is an authority."""
    for match in mask.find(_VERSUS):
        if _CITED.search(mask.text[: match.start()]):
            continue
        whom = mask.mention(match["whom"])
        who = _side(mask, mask.mention(match["who"]))
        yield from _draft(mask, who, whom, "v")
        yield from _settled(mask, who, whom)
    for match in mask.find(_IN_RE):
        whom = mask.mention(match["whom"])
        yield from _draft(mask, plaintiffs_class(mask.scene, whom.first), whom, "in-re")


def _settled(mask: Mask, who: Actor | None, whom: Mention) -> Iterator[Draft]:
    """The settlement of a caption with one sum, in a line or below one that speaks of settlements."""
    scene = mask.scene
    sums, readings = scene.sums(), scene.discourse.text.readings
    words = {word for r in readings[max(0, scene.index - _ABOVE) : scene.index + 1] for word in r.lower}
    target = mask.actor(whom, TARGET)
    if who is None or target is None or len(sums) != 1 or not words & _SETTLEMENTS:
        return
    if who.id != target.id and not {"fine", "fined", "penalty"} & set(scene.reading.lower):
        rule = "settled_with-caption-v"
        yield Draft("SETTLED_WITH", rule, scene.index, whom.first, who, target, money=sums[0])


def _side(mask: Mask, mention: Mention) -> Actor | None:
    """Who brings the suit: a state through its attorney general, the United States through their department."""
    discourse = mask.scene.discourse
    if mention.text.split()[-1].lower() in NOBODY:
        return plaintiffs_class(mask.scene, mention.first)
    if mention.sort != "place":
        return mask.actor(mention, PARTY)
    if (mention.place or "").startswith(_STATE):
        return discourse.metonym(mention, mask.scene.index)
    entry = discourse.gazetteer.entries.get(_FEDERAL) if mention.place == "US" else None
    if entry is None:
        return None
    return registered(entry, mention.text, mask.scene.index, mention.first, explicit=True)


def _draft(mask: Mask, who: Actor | None, whom: Mention, name: str) -> Iterator[Draft]:
    appeal = who is not None and not who.may_be(AUTHORITY) and whom.may_be(AUTHORITY)
    target = mask.actor(whom, AUTHORITY if appeal else TARGET)
    if who is None or target is None or who.id == target.id:
        return
    relation = "APPEALED" if appeal else "SUED"
    yield Draft(relation, f"{relation.lower()}-caption-{name}", mask.scene.index, whom.first, who, target)
