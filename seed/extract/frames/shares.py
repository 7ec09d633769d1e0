"""Several sums for several firms in one sentence: each sum goes to its own firm."""

from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.coreference.actor import Actor
from seed.extract.frames.payments import FINES
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.mentions.conversions import is_conversion
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.scope import modality

_NEAR: Final = 5
_BESIDE: Final = 7
"""Words between a sum and the name beside a description: "€2,500 on its marketing agent, Acme"."""
_ASIDE: Final = 9
_HIT: Final = frozenset("hit hits slapped slaps handed hands punished penalised penalized sanctioned".split())
"""Verbs by which an authority whom the sentence names deals out sums."""
_CUTS: Final = frozenset({",", ";", "and", "while", "or", "whereas", "but", "plus"})


def enumeration(scene: Scene, context: set[str]) -> list[Draft]:
    """Sums for several firms in one sentence: each sum goes to the firm of its own stretch of the sentence."""
    reading = scene.reading
    sums = [m for m in scene.sums() if not is_conversion(reading, m)]
    targets = _targets(scene)
    if len(sums) < 2 or len({t.id for t in targets}) < 2:
        return []
    dealt = bool(_HIT & set(reading.lower)) and bool(scene.entities(AUTHORITY))
    if not dealt and not (set(reading.lower) | context) & FINES:
        return []
    pairs = _respectively(reading, sums, targets) or _by_stretch(reading, sums, targets)
    if len(pairs) < 2 or len({t.id for t, _ in pairs}) < 2:
        return []
    drafts: list[Draft] = []
    for target, money in pairs:
        actor = scene.discourse.actor(target, scene.index)
        word = next((w for w in scene.words if w.token == money.first), next(iter(scene.words), None))
        mode = modality.of_trigger(scene.tree, word) if word is not None else modality.ASSERTED
        drafts.append(
            Draft(
                "FINED",
                "fined-enumeration",
                scene.index,
                money.first,
                _authority(scene, money),
                actor,
                mode,
                money,
            )
        )
    return drafts


def _targets(scene: Scene) -> list[Mention]:
    return [
        m for m in scene.entities(TARGET) if "regulator" not in m.kinds and m.kinds != frozenset({"person"})
    ]


def _authority(scene: Scene, money: Mention) -> Actor | None:
    """The authority nearest to a sum among those of the sentence, if any."""
    owner = (
        scene.reading.at(money.first - 2)
        if money.first > 1 and scene.reading.lower[money.first - 1] in {"'s", "’s"}
        else None
    )
    if owner is not None and owner.sort == "place":
        return scene.discourse.metonym(owner, scene.index)
    leading = _place_before(scene.reading, money) or _place_behind(scene.reading, money)
    if leading is not None and (found := scene.discourse.metonym(leading, scene.index)) is not None:
        return found
    return scene.discourse.nearest(AUTHORITY, scene.index, money.first)


def _place_before(reading: Reading, money: Mention) -> Mention | None:
    """The country that leads a sum's own stretch: "France follows with €2m for Acme and Spain with €1m for Bolt"."""
    for at in range(money.first - 1, max(money.first - _NEAR, -1), -1):
        mention = reading.at(at)
        if mention is not None:
            return mention if mention.sort == "place" and mention.name == "name" else None
        if reading.lower[at] in {"on", "for", ",", ";"}:
            return None
    return None


def _place_behind(reading: Reading, money: Mention) -> Mention | None:
    """The country that stands behind a sum, also over its conversion: "€20 million ($22 million) in Italy"."""
    at = money.last + 1
    if reading.lower[at : at + 1] == ["("] and ")" in reading.lower[at : at + _ASIDE]:
        at += reading.lower[at : at + _ASIDE].index(")") + 1
    if reading.lower[at : at + 1] != ["in"]:
        return None
    mention = reading.at(at + 1 + (reading.lower[at + 1 : at + 2] == ["the"]))
    named = mention is not None and mention.sort == "place" and mention.name == "name"
    return mention if named else None


def _respectively(
    reading: Reading, sums: list[Mention], targets: list[Mention]
) -> list[tuple[Mention, Mention]]:
    """Sums and names that stand in two lists of the same length."""
    unique = list({t.id: t for t in targets}.values())
    separate = sums[-1].first < unique[0].first or unique[-1].last < sums[0].first
    if (
        separate
        and len(sums) == len(unique)
        and ("respectively" in reading.lower or sums[1].first - sums[0].last <= 3)
    ):
        return list(zip(unique, sums, strict=True))
    return []


def _by_stretch(
    reading: Reading, sums: list[Mention], targets: list[Mention]
) -> list[tuple[Mention, Mention]]:
    """Each sum with the name before it, back to the sum before; else with the one after it."""
    pairs: list[tuple[Mention, Mention]] = []
    bound: set[int] = set()
    before_first = any(t.last < sums[0].first for t in targets)
    for at, money in enumerate(sums):
        floor = sums[at - 1].last if at else -1
        ceiling = sums[at + 1].first if at + 1 < len(sums) else len(reading.tokens)
        left = [t for t in targets if floor < t.first and t.last < money.first and t.first not in bound]
        right = [t for t in targets if money.last < t.first < ceiling]
        following = [t for t in right if _bound(reading, money, t)]
        if following and not (left and before_first and at and not following):
            pairs.append((following[0], money))
            bound.add(following[0].first)
        elif left:
            pairs.append((left[0] if len(left) == 1 else _leading(reading, left), money))
    return pairs


def _bound(reading: Reading, money: Mention, target: Mention) -> bool:
    """Whether a preposition ties a name to the sum before it: "£8m for Capita", "(€2m) on Acme"."""
    between = reading.lower[money.last + 1 : target.first]
    beside = between[-1:] == [","] and len(between) > 2
    between = between[:-1] if beside else between
    return (
        len(between) <= (_BESIDE if beside else _NEAR - 1)
        and bool({"for", "on", "against", "to"} & set(between))
        and not _CUTS & set(between)
    )


def _leading(reading: Reading, left: list[Mention]) -> Mention:
    """Of several names before a sum, the one that leads the stretch; a name in a clause of its own gives way."""
    first = left[0]
    between = set(reading.lower[first.last + 1 : left[-1].first])
    return (
        first
        if between
        & {"part", "owned", "owner", "parent", "of", "subsidiary", "formerly", "now", "for", "from"}
        else left[-1]
    )
