"""What a question asked for, in words: the parties by their own names, the place, the time, the sum."""

from collections.abc import Sequence

from app.ask.names import Index
from app.ask.sentence import NOUNS
from app.ask.understanding import Named, Understanding

_SHARED = 3


def scope(asked: Understanding, index: Index) -> str:
    """``fine by the CNIL of Google LLC in France since 2021``."""
    known = NOUNS.get(asked.relations[0]) if len(asked.relations) == 1 else None
    parts = ["ruling of a court" if asked.form == "rulings" else known[0] if known else "action"]
    parts += _parties(asked, index)
    if asked.about:
        parts.append(f"about {_called(asked.about, index)}")
    if asked.places:
        parts.append(
            " and ".join(f"{'outside' if place.outside else 'in'} {place.text}" for place in asked.places)
        )
    parts += _targets(asked)
    parts += [time.text for time in asked.times]
    if asked.bound:
        parts.append(asked.bound.text)
    if asked.laws:
        parts.append(f"under {_called(asked.laws, index)}")
    if asked.article:
        joined = " or " if asked.any_article else " and "
        parts.append(f"under article {joined.join((asked.article, *asked.more_articles))}")
    if asked.topics:
        parts.append(f"whose summary or articles tell of {' and '.join(asked.topics)}")
    if asked.sectors:
        parts.append(f"whose target's name or summary speaks of {' or '.join(asked.sectors)}")
    if asked.courts:
        parts.append(f"changed by {_called(asked.courts, index)}")
    if asked.status and asked.status != ("status",):  # what became of it, whatever that is
        meets = "does not meet" if asked.unlike else "meets"
        parts.append(f"that {meets} the status asked for ({', '.join(asked.status).replace('_', ' ')})")
    return " ".join(parts)


def _targets(asked: Understanding) -> list[str]:
    """``against a company of China``."""
    if not asked.target_places and not asked.target_kinds:
        return []
    kinds = " or ".join(asked.target_kinds).replace("_", " ") or "party"
    homes = " or ".join(place.text for place in asked.target_places)
    return [f"against a {kinds}{' of ' if homes else ''}{homes}"]


def _parties(asked: Understanding, index: Index) -> list[str]:
    found: list[str] = []
    if asked.subjects:
        found.append(f"by {_called(asked.subjects, index)}")
    if asked.objects:
        found.append(f"of {_called(asked.objects, index)}")
    if asked.parties:
        found.append(f"with {' and '.join(_called((one,), index) for one in asked.parties)}")
    return found


def _called(named: Sequence[Named], index: Index) -> str:
    # A name that several bodies share stands for all of them; a group for its first.
    ids = [one.ids[:1] if len(one.carriers) < 2 else one.carriers[:_SHARED] for one in named if one.ids]
    texts = [index.by_id[id_].caption for several in ids for id_ in several]
    return " or ".join(dict.fromkeys(texts))
