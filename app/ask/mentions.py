"""From marks to whom they mean: names with their groups, authorities by country, places, kinds of party."""

from dataclasses import dataclass, field
from typing import Final

from app.ask import places
from app.ask.marked import Mark, Marked
from app.ask.names import Index
from app.ask.understanding import Named, Place

_BETWEEN: Final = frozenset(
    "data privacy protection information the national federal supervisory chief top main personal".split()
)
_ANY: Final = frozenset("any a an another some which what every no other".split())
_HOME: Final = frozenset("based headquartered seated registered incorporated domiciled located".split())
_PARTS: Final = frozenset("subsidiary subsidiaries affiliate affiliates daughter daughters".split())
_PAYS: Final = frozenset("pay pays paid payed paying owe owes owed".split())
_OUT: Final = frozenset({"outside", "except", "excluding", "beyond", "non", "not"})
_TARGETS: Final = frozenset({"company", "public_body", "person", "platform", "ngo"})


@dataclass(slots=True)
class Found:
    """Whom and what the marks of a question name; ``used`` are places that belong to a name."""

    mentions: list[tuple[Mark, Named]] = field(default_factory=list[tuple[Mark, Named]])
    laws: list[Named] = field(default_factory=list[Named])
    places: list[Place] = field(default_factory=list[Place])
    target_places: list[Place] = field(default_factory=list[Place])
    office: str | None = None
    used: set[int] = field(default_factory=set[int])
    alternatives: list[str] = field(default_factory=list[str])
    subjects: list[str] = field(default_factory=list[str])


def find(marked: Marked, index: Index) -> Found:
    """The parties, laws and places of a question."""
    found = Found()
    for at, mark in enumerate(marked.marks):
        if "name" in mark:
            _name(marked, at, index, found)
    for at, mark in enumerate(marked.marks):
        if "place" in mark and at not in found.used:
            _authority(marked, at, index, found)
    for at, mark in enumerate(marked.marks):
        if "place" in mark and at not in found.used:
            _place(marked, at, found)
        elif "office" in mark and at not in found.used and "kind" not in mark:
            found.office = mark.means["office"][0]
    if any("WITHDREW_FROM" in mark.means.get("verb", ()) and "status" not in mark for mark in marked.marks):
        _left(marked, index, found)
    found.mentions.sort(key=lambda one: one[0].start)
    return found


def _left(marked: Marked, index: Index, found: Found) -> None:
    """Take a country for a party where it is one: whoever withdrew left it, and it imposed nothing."""
    for mark in marked.having("place"):
        ids = tuple(
            id_ for code in sorted(mark.means["place"]) if (id_ := f"country-{code.lower()}") in index.by_id
        )
        if ids:
            found.mentions.append((mark, Named(mark.text, ids, ids)))
            found.places = [place for place in found.places if place.codes != mark.means["place"]]


def _name(marked: Marked, at: int, index: Index, found: Found) -> None:
    mark = marked.marks[at]
    ids: tuple[str, ...] = mark.means["name"]
    guessed = "guessed" in mark
    kinds = {index.by_id[id_].kind for id_ in ids}
    if kinds == {"law"}:
        ids = _of_country(marked, at, ids, index, found)
        found.laws.append(Named(mark.text, ids, _laws(ids, index), guessed))
        if len(ids) > 1:
            found.alternatives.extend(ids)
        return
    ids = tuple(id_ for id_ in ids if index.by_id[id_].kind != "law")
    narrowed = _narrowed(marked, at, ids, index, found)
    bodies = {index.by_id[id_].kind for id_ in narrowed} & {"regulator", "court", "person"}
    acting = tuple(id_ for id_ in narrowed if index.by_id[id_].facts or not bodies) or narrowed
    opened = tuple(dict.fromkeys(member for id_ in acting for member in _opened(id_, index)))
    if _without_itself(marked, mark):
        opened = tuple(id_ for id_ in opened if id_ not in acting) or opened
    home = narrowed != ids and not kinds & {"regulator"}
    if len(narrowed) > 1 and {index.by_id[id_].kind for id_ in narrowed} & {"regulator", "court"}:
        found.alternatives.extend(narrowed)
    found.mentions.append((mark, Named(mark.text, narrowed, narrowed if home else opened, guessed)))


def _without_itself(marked: Marked, mark: Mark) -> bool:
    """Whether those are meant that belong to it and not itself: "Acme's subsidiaries", "subsidiaries of Acme"."""
    after = marked.word(mark.end) if marked.tokens[mark.end - 1].possessive else ""
    before = marked.word(mark.start - 2) if marked.word(mark.start - 1) == "of" else ""
    return bool({after, before} & _PARTS)


def _of_country(marked: Marked, at: int, ids: tuple[str, ...], index: Index, found: Found) -> tuple[str, ...]:
    """Those laws of a name that are of the place beside it: "the UK Data Protection Act"."""
    for beside in (at - 1, at + 1):
        if len(ids) < 2 or not 0 <= beside < len(marked.marks) or "place" not in marked.marks[beside]:
            continue
        codes: frozenset[str] = marked.marks[beside].means["place"]
        own = tuple(id_ for id_ in ids if places.within(index.by_id[id_].country, codes))
        if own:
            if beside < at:
                found.used.add(beside)
            return own
    return ids


def _laws(ids: tuple[str, ...], index: Index) -> tuple[str, ...]:
    known = tuple(id_ for id_ in ids if index.by_id[id_].facts)
    return known or ids


def _opened(id_: str, index: Index) -> tuple[str, ...]:
    return index.group(id_)


def _narrowed(marked: Marked, at: int, ids: tuple[str, ...], index: Index, found: Found) -> tuple[str, ...]:
    """Those of a name that are of the place beside it, which then belongs to the name."""
    mark = marked.marks[at]
    for beside, adjacent in ((at - 1, True), (at + 1, not marked.tokens[mark.end - 1].possessive)):
        if not adjacent or not 0 <= beside < len(marked.marks) or "place" not in marked.marks[beside]:
            continue
        codes: frozenset[str] = marked.marks[beside].means["place"]
        regulators = {index.by_id[id_].kind for id_ in ids} == {"regulator"}
        if not regulators and beside < at:
            continue
        pool = ids if regulators else tuple(dict.fromkeys(m for id_ in ids for m in index.group(id_)))
        members = tuple(
            id_
            for id_ in pool
            if (index.by_id[id_].country or "")[:2] in codes or index.by_id[id_].country in codes
        )
        if members and (regulators or set(members) != set(pool)):
            found.used.add(beside)
            return members
    return ids


def _authority(marked: Marked, at: int, index: Index, found: Found) -> None:
    """Read "the French regulator", "Hamburg's data protection commissioner", "German state authorities"."""
    mark = marked.marks[at]
    codes: frozenset[str] = mark.means["place"]
    head = at + 1
    while head < len(marked.marks) and marked.marks[head].text.lower() in _BETWEEN:
        head += 1
    if head >= len(marked.marks):
        return
    noun = marked.marks[head]
    office = noun.means["office"][0] if "office" in noun else None
    if office is None and "regulator" not in noun.means.get("kind", ()):
        return
    any_of = marked.word(mark.start - 1) in _ANY
    if (
        any_of
        or noun.text.lower().endswith(("ies", "ors", "ogs", "ers", "pas", "men"))
        or (noun.text.lower().endswith("s") and office)
    ):
        found.used.add(head)
        found.office = office if office != "data protection authority" else found.office
        return
    ids = _main_authorities(index, codes, office)
    if ids:
        found.used |= {at, head}
        whole = Mark(
            mark.start,
            noun.end,
            marked.text[marked.tokens[mark.start].start : marked.tokens[noun.end - 1].end],
        )
        if len(ids) > 1:
            found.alternatives.extend(ids)
        found.mentions.append((whole, Named(whole.text, ids, ids)))


def _main_authorities(index: Index, codes: frozenset[str], office: str | None) -> tuple[str, ...]:
    """The authorities that a country's "regulator" means: the national one for data protection, else all of it."""
    kept = None if office == "data protection authority" else office
    ids = index.authorities(codes, kept)
    national = tuple(id_ for id_ in ids if index.by_id[id_].country in codes) or ids
    own = tuple(
        id_ for id_ in national if (index.by_id[id_].office or "").endswith("data protection authority")
    )
    chosen = national if kept else own or national
    return tuple(id_ for id_ in chosen if index.by_id[id_].facts) or chosen


def _goes_on(marked: Marked, mark: Mark, found: Found) -> bool:
    """Whether it is joined to a place that is left out: "outside France and Italy"."""
    before = next((one for one in reversed(marked.having("place")) if one.end <= mark.start), None)
    if before is None or not found.places or found.places[-1].codes != before.means["place"]:
        return False
    between = {marked.word(at) for at in range(before.end, mark.start)}
    return found.places[-1].outside and between <= {"and", "or", "nor", "the"}


def _place(marked: Marked, at: int, found: Found) -> None:
    mark = marked.marks[at]
    words = [marked.word(n) for n in range(max(0, mark.start - 3), mark.start)]
    left_out = any("except" in one and one.end <= mark.start <= one.end + 1 for one in marked.marks)
    outside = left_out or bool(_OUT & set(words)) or _goes_on(marked, mark, found)
    place = Place(mark.means["called"], mark.means["place"], outside)
    following = marked.marks[at + 1] if at + 1 < len(marked.marks) else None
    of_target = following is not None and bool(_TARGETS & set(following.means.get("kind", ())))
    to = words[-1:] == ["to"] or words[-2:] == ["to", "the"]
    if to and not _PAYS & {marked.word(n) for n in range(mark.start)}:
        # "Transfers to the United States" is what a fine is about, not where it was imposed.
        found.subjects.append(place.text.lower())
    elif of_target or _HOME & set(words):
        found.target_places.append(place)
    else:
        found.places.append(place)
