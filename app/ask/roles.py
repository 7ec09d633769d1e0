"""Who acts and who is acted on: by the words around a name, and by what the relation allows."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from app.ask.marked import Mark, Marked
from app.ask.names import Index
from app.ask.relations import Told
from app.ask.understanding import Named
from graph.vocabulary import RELATIONS

Role = Literal["subject", "object", "either"]

_BY: Final = frozenset({"by", "from"})
_ON: Final = frozenset({"against", "on", "about", "upon", "over", "for", "to", "into", "with"})
_SKIPPED: Final = frozenset({"the", "a", "an", "both", "either", "of", "all", "and", "or", "just", "only"})


@dataclass(frozen=True, slots=True)
class Part:
    """A name with its role; ``sure`` where the words leave no doubt."""

    named: Named
    role: Role
    sure: bool


def parts(marked: Marked, told: Told, mentions: list[tuple[Mark, Named]], index: Index) -> list[Part]:
    """The role of each name."""
    found: list[Part] = []
    before: Part | None = None
    for mark, named in mentions:
        role, sure = _by_words(marked, told, mark) if told.relations else ("either", False)
        joined = found and _joined(marked, mentions, mark)
        if joined and before is not None and not sure:
            role, sure = before.role, before.sure
        before = _allowed(Part(named, role, sure), told, index)
        found.append(before)
    if told.relations == ("SETTLED_WITH",):
        found = _sides(marked, mentions, found)
    return _settled(found, told, index)


def _sides(marked: Marked, mentions: list[tuple[Mark, Named]], found: list[Part]) -> list[Part]:
    """Names that "and" joins are one side of a settlement, where another name is the other."""
    groups: list[list[Part]] = []
    for (mark, _), part in zip(mentions, found, strict=True):
        if groups and _joined(marked, mentions, mark):
            groups[-1].append(part)
        else:
            groups.append([part])
    if len(groups) < 2:
        return found
    return [replace(group[0], named=_merged([part.named for part in group])) for group in groups]


def _merged(named: list[Named]) -> Named:
    if len(named) == 1:
        return named[0]
    ids = tuple(dict.fromkeys(id_ for one in named for id_ in one.ids))
    return Named(" and ".join(one.text for one in named), ids, ids, members=tuple(one.ids for one in named))


def _joined(marked: Marked, mentions: list[tuple[Mark, Named]], mark: Mark) -> bool:
    """Whether only "and" or a comma stands between this name and the one before."""
    last = max((other.end for other, _ in mentions if other.end <= mark.start), default=0)
    between = [marked.word(at) for at in range(last, mark.start)]
    return all(word in {"and", "or", "the", "nor"} for word in between)


def _by_words(marked: Marked, told: Told, mark: Mark) -> tuple[Role, bool]:
    near = _before(marked, mark)
    if told.relations == ("COMPLAINED_ABOUT",) and near in {"to", "with", "before"}:
        # Whom a complaint was sent to has a part of its own.
        return "either", True
    if near in _BY or (told.at is not None and near in {"against", "on", "upon", "about"}):
        return "subject" if near in _BY else "object", True
    if told.at is None:
        return "either", False
    after = mark.start > told.at
    if told.noun and told.mark is not None and told.at == told.mark.start:
        return ("object", False) if near in _ON and after else ("either", False)
    if marked.tokens[mark.end - 1].possessive and not after:
        # "Clearview's fine was appealed": whose fine it is tells the relation, not the verb.
        return "either", False
    if near in {"for", "to", "with"} and after:
        return "object", False
    sure = near not in {"in", "at", "of", "under"}
    if told.passive:
        return ("subject", False) if after else ("object", sure)
    return ("object", sure) if after else ("subject", sure)


def _before(marked: Marked, mark: Mark) -> str:
    at = mark.start - 1
    while at >= 0 and (marked.word(at) in _SKIPPED or _adjective(marked, at)) and marked.word(at) != "of":
        at -= 1
    return marked.word(at)


def _adjective(marked: Marked, at: int) -> bool:
    return any(found.start <= at < found.end and "place" in found for found in marked.marks)


def _allowed(part: Part, told: Told, index: Index) -> Part:
    """Turn a role that the relation does not allow, unless the words are sure."""
    if not told.relations:
        return part
    kinds = {index.by_id[id_].kind for id_ in part.named.ids}
    kind = RELATIONS[told.relations[0]]
    if part.role == "either" and part.sure:
        return part
    subject, object_ = bool(kinds & set(kind.subjects)), bool(kinds & set(kind.objects))
    if kind.symmetric:
        return replace(part, role="either", sure=False)
    if kind.name == "EMPLOYS":
        return replace(part, role="object" if kinds == {"person"} else "subject")
    if part.role == "either":
        role: Role = (
            "subject" if subject and not object_ else "object" if object_ and not subject else "either"
        )
        return replace(part, role=role)
    fits = subject if part.role == "subject" else object_
    other = object_ if part.role == "subject" else subject
    if not fits and other and not part.sure:
        return replace(part, role="object" if part.role == "subject" else "subject")
    return part


def _settled(found: list[Part], told: Told, index: Index) -> list[Part]:
    """With two names whose roles are sure nothing is turned; else a role that is not allowed is turned round."""
    if not told.relations or RELATIONS[told.relations[0]].symmetric:
        return found
    sides = {part.role for part in found if part.sure} - {"either"}
    if len(sides) == 2:
        return [_rest(part, found, told, index) for part in found]
    loose = [part if part.role == "either" else replace(part, sure=False) for part in found]
    return [_rest(_allowed(part, told, index), found, told, index) for part in loose]


def _rest(part: Part, found: list[Part], told: Told, index: Index) -> Part:
    """A name without a role takes the part that the others leave, where the relation allows it."""
    if part.role != "either" or part.sure:
        return part
    taken = {other.role for other in found if other is not part and other.role != "either"}
    kinds = {index.by_id[id_].kind for id_ in part.named.ids}
    kind = RELATIONS[told.relations[0]]
    if taken == {"object"} and kinds & set(kind.subjects):
        return replace(part, role="subject")
    if taken == {"subject"} and kinds & set(kind.objects):
        return replace(part, role="object")
    return part
