"""A net under all rules: the word of a deed and the named parties next to it, for the model to decide.

It speaks only of relations that no rule has found in a sentence, so that a wording which no table has is still put
to the model. What a word needs beside it, and how far a party may be, are rows of ``data/net.yaml``.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.claims.amounts import word_at
from seed.extract.lexicon import nets, word_classes
from seed.extract.lexicon.nets import Net
from seed.extract.lexicon.wording import is_excepted
from seed.extract.mentions.mention import Mention
from seed.extract.patterns.fallback import DOUBT
from seed.extract.patterns.masks import Mask
from seed.extract.scope import modality
from seed.extract.syntax.arguments import expand

_BEFORE, _AFTER = 8, 3
"""Words around a deed in which a doubt silences it."""
_PERSON: Final = frozenset({"person"})
_TOLD_WITH: Final = {
    "SETTLED_WITH": frozenset({"FINED"}),
    "FINED": frozenset({"SETTLED_WITH", "PROPOSED_FINE"}),
}
"""Relations beside which another is only the same deed in other words."""


def net(masked: Mask, told: Iterable[Draft]) -> Iterator[Draft]:
    """A draft for each relation of which a sentence has the word and the parties, and no rule has told it."""
    scene = masked.scene
    if scene.reading.sentence.text.rstrip().endswith("?"):
        return
    known = {draft.relation for draft in told}
    for row in nets.ROWS:
        if row.relation in known or known & _TOLD_WITH.get(row.relation, frozenset()):
            continue
        drafts = next(filter(None, (_drafts(scene, row, at) for at in _words(scene, row))), list[Draft]())
        known |= {draft.relation for draft in drafts}
        yield from drafts


def _words(scene: Scene, row: Net) -> Iterator[int]:
    """The tokens at which a row's words stand without doubt, with what they need before and behind them."""
    lower = scene.reading.lower
    for at, word in enumerate(lower):
        if word not in row.words or scene.reading.at(at) is not None:
            continue
        before = set(lower[max(0, at - 1) : at])
        behind = set(lower[at + 1 : at + 2])
        if (
            before & row.rejects
            or behind & row.unlike
            or (row.before and not before & row.before)
            or (row.after and not behind & row.after)
        ):
            continue
        if not DOUBT.search(" ".join(lower[max(0, at - _BEFORE) : at + _AFTER])):
            yield at


def _drafts(scene: Scene, row: Net, at: int) -> list[Draft]:
    """A draft for each whom the word may be about: the party nearest to it, and those in a list with that."""
    acting = _nearest(scene, row, at, row.subjects, "")
    subject = scene.discourse.named(acting, row.subjects, scene.index) if acting is not None else None
    target = _nearest(scene, row, at, row.objects, subject.id if subject is not None else "", row.side)
    if target is None or _is_left_out(scene, acting) or _is_of_people(scene, target):
        return []
    if (row.both and subject is None) or (row.money and not scene.sums()):
        return []
    word = word_at(scene.tree, at) if scene.words else None
    mode = modality.of_trigger(scene.tree, word, row.relation) if word is not None else modality.ASSERTED
    rule = f"{row.relation.lower()}-net-{scene.reading.lower[at]}"
    return [
        Draft(row.relation, rule, scene.index, at, subject, obj, mode)
        for mention in _listed(scene, target)
        if (obj := scene.discourse.named(mention, row.objects, scene.index)) is not None
    ]


def _is_left_out(scene: Scene, acting: Mention | None) -> bool:
    """Whether whoever would act is named only to be left out: "not by the ICO"."""
    return acting is not None and is_excepted(scene.reading.lower, acting.first)


def _is_of_people(scene: Scene, target: Mention) -> bool:
    """Whether a name only says whose people are meant: "Acme lawyers were fined"."""
    behind = scene.reading.lower[target.last + 1 : target.last + 2]
    return bool(behind) and behind[0].removesuffix("s") in word_classes.TITLES | word_classes.ROLE_WORDS


def _listed(scene: Scene, mention: Mention) -> list[Mention]:
    """A mention, and those in a list with it."""
    word = word_at(scene.tree, mention.first) if scene.words else None
    members = expand(word) if word is not None and word.mention is mention else []
    return [m for w in members if (m := w.mention) is not None and m.sort == "entity"] or [mention]


def _nearest(  # noqa: PLR0917 - a party, and where it may stand
    scene: Scene, row: Net, at: int, kinds: frozenset[str], but: str, side: str = ""
) -> Mention | None:
    """The named party of some kinds that is nearest to a word, on one side of it where the row says which."""
    found = [m for m in scene.entities(kinds) if _is_beside(m, at, side) and _distance(m, at) <= row.reach]
    fit = [m for m in found if m.id != but and m.kinds != _PERSON]
    return min(fit, key=lambda m: _distance(m, at), default=None)


def _is_beside(mention: Mention, at: int, side: str) -> bool:
    return not side or (mention.first > at if side == "after" else mention.last < at)


def _distance(mention: Mention, at: int) -> int:
    return mention.first - at if mention.first > at else at - mention.last
