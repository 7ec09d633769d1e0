"""Sentences that add to the one before: "These include Acme and Bolt", "The decision of 19 July …"."""

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.drafts import Draft
from seed.extract.masks import Mask
from seed.extract.mentions import TARGET

_INCLUDES: Final = re.compile(r"^(?:these|they|those|among (?:them|these|those)(?: are| is)?|the list|examples)(?: \w+)?(?: include[sd]?| are| is| were)?\b")
_LISTED: Final = frozenset({"INVESTIGATED", "FINED", "SUED", "ORDERED"})
_DECISION: Final = re.compile(
    r"\b(?:the|this|that|its) (?:[\w-]+ ){0,2}?(?:decision|order|fine|penalty|notice|ruling|sanction|determination|resolution|measure|verdict)s? ?,? ?"
    r"(?:of|dated|from|(?:which )?(?:was |were |is )?(?:made public|announced|issued|adopted|taken|made|imposed|published|dated|signed|notified)(?: \w+)?(?: on| in)?) (?P<date><D\d+>)"
)
_NEAR: Final = 3


def included(mask: Mask, before: Draft | None) -> Iterator[Draft]:
    """The parties of a list that carries on the relation of the sentence before."""
    if before is None or before.sentence != mask.scene.index - 1 or before.relation not in _LISTED or not _INCLUDES.search(mask.text):
        return
    for mention in mask.mentions:
        target = mask.actor(mention, TARGET) if mention.sort == "entity" else None
        if target is not None and before.subject is not None and target.id != before.subject.id:
            draft = Draft(before.relation, f"{before.rule}-list", mask.scene.index, mention.first, before.subject, target, before.modality)
            draft.undated = True
            yield draft


def later_date(mask: Mask) -> tuple[str, str] | None:
    """The date that a sentence gives for a decision told before: the date and its words."""
    for match in mask.find(_DECISION):
        mention = mask.mention(match["date"])
        if mention.date is not None and mention.date.date:
            return mention.date.date, mention.text
    return None


def is_near(claim_sentence: int, sentence: int) -> bool:
    """Whether a sentence is close enough to speak of the same decision."""
    return 0 < sentence - claim_sentence <= _NEAR
