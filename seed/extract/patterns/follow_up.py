"""Sentences that add to the one before: "These include Acme and Bolt", "The decision of 19 July …"."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.patterns.fallback import DOUBT
from seed.extract.patterns.masks import Mask

_INCLUDES: Final = re.compile(
    r"^(?:(?:these|they|those|the list|examples|the (?:companies|firms|targets|defendants))(?: (?:companies|firms|businesses|organisations))? include[sd]?"
    r"|among (?:them|these|those)(?: are| is)?)\b"
)
_LISTED: Final = frozenset({"INVESTIGATED", "FINED", "SUED", "ORDERED"})
_DECISION: Final = re.compile(
    r"\b(?:the|this|that|its) (?:[\w-]+ ){0,2}?(?:decision|order|fine|penalty|notice|ruling|sanction|determination|resolution|measure|verdict)s? ?,? ?"
    r"(?:of|dated|from|(?:which )?(?:was |were |is |had been |has been )?(?:made public|announced|issued|adopted|taken|made|imposed|published|dated|signed|notified)(?: \w+)?(?: on| in)?) (?P<date><D\d+>)"
)
_IMPOSED: Final = re.compile(
    r"<[Rr]\d+> (?:had |has )?(?:originally |first )?(?:imposed|issued|levied|announced|handed down|adopted|taken) (?:it|(?:the|this|that) (?:fine|penalty|sanction|order|decision))"
    r"(?: (?:back )?(?:on|in))? (?P<date><D\d+>)"
)
_ANSWER: Final = re.compile(
    r"^(?:a (?::|\.) )?(?:yes (?:,|\.|:|;|–|-) ?)?(?:(?:about|around|nearly|almost|more than|some|over|a (?:fine|total|sum) of|a|it was|by <R\d+> ,|<R\d+> ,|in <D\d+> ,) )*<M\d+>"
)
_NEAR: Final = 3


def included(mask: Mask, before: Draft | None) -> Iterator[Draft]:
    """The parties of a list that carries on the relation of the sentence before."""
    if (
        before is None
        or before.sentence != mask.scene.index - 1
        or before.relation not in _LISTED
        or not _INCLUDES.search(mask.text)
    ):
        return
    for mention in mask.mentions:
        target = mask.actor(mention, TARGET) if mention.sort == "entity" else None
        if target is not None and before.subject is not None and target.id != before.subject.id:
            rule = f"{before.rule}-list"
            draft = Draft(before.relation, rule, mask.scene.index, mention.first, before.subject, target)
            draft.modality, draft.news = before.modality, True
            yield draft


def answered(mask: Mask, before: Draft | None) -> Iterator[Draft]:
    """The fine that an answer names by its sum: "Was Acme fined?" "Yes, €18 million, by the CNIL"."""
    if (
        before is None
        or before.sentence != mask.scene.index - 1
        or before.relation != "FINED"
        or not mask.scene.discourse.text.readings[before.sentence].sentence.text.rstrip().endswith("?")
        or not _ANSWER.search(mask.text)
        or DOUBT.search(mask.text)
    ):
        return
    authority = next((a for m in mask.mentions if (a := mask.actor(m, AUTHORITY))), before.subject)
    target = before.object or next((a for m in mask.mentions if (a := mask.actor(m, TARGET))), None)
    money = mask.scene.sums()[0]
    date = next((m for m in mask.mentions if m.sort == "date" and m.first > money.last), None)
    yield Draft(
        "FINED",
        "fined-answer",
        mask.scene.index,
        money.first,
        authority,
        target,
        money=money,
        date=date,
        undated=True,
    )


def opening(scene: Scene, drafts: list[Draft]) -> Draft | None:
    """The draft whose parties a list in the next sentence may name; its authority is one that the sentence names."""
    for draft in drafts:
        if draft.relation in _LISTED:
            subject = draft.subject or scene.discourse.nearest(AUTHORITY, scene.index, draft.token)
            if subject is not None or scene.reading.sentence.text.rstrip().endswith("?"):
                return replace(draft, subject=subject)
    return None


def later_date(mask: Mask) -> tuple[str, str] | None:
    """The date that a sentence gives for a decision told before: the date and its words."""
    for match in (*mask.find(_DECISION), *mask.find(_IMPOSED)):
        mention = mask.mention(match["date"])
        if mention.date is not None and mention.date.date:
            return mention.date.date, mention.text
    return None


def is_near(claim_sentence: int, sentence: int) -> bool:
    """Whether a sentence is close enough to speak of the same decision."""
    return 0 < sentence - claim_sentence <= _NEAR
