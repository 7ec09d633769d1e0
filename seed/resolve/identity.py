"""Who is who: from the log of judgements to the entity that each mention means. Pure, and small on purpose.

A judgement on two entities says that they are the same, different, or cannot be told. For one pair the last one
counts. What is `same` hangs together; the one that the others go by is the registered one, else the smallest id.
A judgement with claims or documents speaks of mentions: what these say of ``left`` means ``right``.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the log; ``number`` is its place. ``of`` are all ids that ``left`` went by when it was written.

    ``name`` is that of an entity which the judgement makes.
    """

    number: int
    left: str
    right: str
    verdict: str
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    name: str | None = None

    @property
    def splits(self) -> bool:
        """Whether it speaks of mentions, and not of two entities as such."""
        return bool(self.claims or self.documents)

    @property
    def pair(self) -> Pair:
        """The two ids, the smaller one first."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


@dataclass(frozen=True, slots=True)
class Identity:
    """What all judgements come to: ``canonical`` holds merged ids only, ``assigned`` mentions by claim or document."""

    canonical: Mapping[str, str] = field(default_factory=dict[str, str])
    assigned: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def of(self, id_: str) -> str:
        """The id that an entity goes by."""
        return self.canonical.get(id_, id_)

    def meant(self, id_: str, claim: str, documents: Iterable[str]) -> str:
        """The entity that an id of a claim means; ``documents`` are the claim's own and those that it follows."""
        for place in (claim, *documents):
            if (place, id_) in self.assigned:
                return self.of(self.assigned[place, id_])
        return self.of(id_)

    @property
    def targets(self) -> frozenset[str]:
        """Entities that mentions are assigned to."""
        return frozenset(self.assigned.values())


def identity(log: Iterable[Judgement], registered: Collection[str]) -> Identity:
    """What the log comes to, whatever the order in which documents came. Two registered entities are never merged."""
    lines = sorted(log, key=lambda one: one.number)
    root: dict[str, str] = {}

    def find(id_: str) -> str:
        while root.get(id_, id_) != id_:
            id_ = root[id_]
        return id_

    for left, right in sorted(pair for pair, verdict in verdicts(lines).items() if verdict == "same"):
        kept, merged = sorted((find(left), find(right)), key=lambda id_: (id_ not in registered, id_))
        if kept != merged and merged not in registered:
            root[merged] = kept
    return Identity({id_: find(id_) for id_ in sorted(root)}, _assigned(lines))


def verdicts(log: Iterable[Judgement]) -> dict[Pair, str]:
    """The verdict that counts for each pair of entities: the last one."""
    return {one.pair: one.verdict for one in sorted(log, key=lambda one: one.number) if not one.splits}


def _assigned(lines: Iterable[Judgement]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for one in lines:
        for mention in product((*one.claims, *one.documents), one.of):
            if one.verdict == "same":
                found[mention] = one.right
            elif found.get(mention) == one.right:
                del found[mention]
    return found


def members(found: Identity, id_: str) -> tuple[str, ...]:
    """All ids that go by the same one as this, itself among them, sorted."""
    kept = found.of(id_)
    return tuple(sorted({kept, id_, *(one for one, into in found.canonical.items() if into == kept)}))


def objection(log: Collection[Judgement], new: Judgement, registered: Collection[str]) -> str | None:
    """Why a judgement on two entities cannot stand beside the others, in words; ``None`` where it can."""
    if new.splits:
        return None
    if new.verdict == "same":
        return _against_same(log, new, registered)
    after = identity([*log, new], registered)
    if after.of(new.left) != after.of(new.right):
        return None
    chain = " · ".join(f"{a} = {b}" for a, b in _chain([*log, new], new.left, new.right))
    return f"other judgements make them the same ({chain}): take one of those back first"


def _against_same(log: Collection[Judgement], new: Judgement, registered: Collection[str]) -> str | None:
    before = identity(log, registered)
    left, right = members(before, new.left), members(before, new.right)
    if left == right:
        return None
    curated = sorted(id_ for id_ in {*left, *right} if id_ in registered)
    if len(curated) > 1:
        return f"{' and '.join(curated)} both come from the curated records: edit the records instead"
    known = verdicts(log)
    for one, other in product(left, right):
        pair = (one, other) if one <= other else (other, one)
        if known.get(pair) == "different" and pair != new.pair:
            return f"{pair[0]} and {pair[1]} were judged to be different: take that back first"
    return None


def _chain(log: Iterable[Judgement], start: str, end: str) -> Iterator[Pair]:
    """The shortest way from one id to another over pairs that are the same."""
    links: dict[str, list[str]] = {}
    for (a, b), verdict in sorted(verdicts(log).items()):
        if verdict == "same":
            links.setdefault(a, []).append(b)
            links.setdefault(b, []).append(a)
    came: dict[str, str] = {end: end}
    queue = deque([end])
    while queue and start not in came:
        here = queue.popleft()
        for there in links.get(here, ()):
            if there not in came:
                came[there] = here
                queue.append(there)
    while start != end:
        yield start, came[start]
        start = came[start]
