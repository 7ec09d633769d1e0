"""Whether the kept totals are what the facts add up to."""

from typing import Any, Final

from graph.store import Store

_KEPT: Final = """
MATCH (t:_Total)
RETURN t.id AS id, [t.subject, t.relation, t.country, t.region, t.year, t.status, t.tier, t.currency,
   reduce(text = '', stage IN coalesce(t.stages, ['']) | text + stage + ' ')] AS kind,
  [t.facts, t.minor, t.eur_minor, t.amounts, t.without_eur, t.fallen, t.fallen_eur_minor] AS figures, t.empty AS empty
"""
_WANTED: Final = """
MATCH (f:Fact) WHERE f.withdrawn IS NULL
WITH f, COUNT { MATCH (o:Fact) WHERE o.action = f.action AND o.withdrawn IS NULL } = 1
       AND coalesce(left(f.day, 4) = left(f.day_last, 4), f.day IS NULL) AS alone
OPTIONAL MATCH (f)-[:HAS_STAGE]->(s:Stage)
WITH f, alone, s.stage AS stage ORDER BY stage
WITH f, alone, reduce(text = '', stage IN collect(DISTINCT stage) | text + stage + ' ') AS stages
WITH f, alone, stages, f.amount_counts AND f.amount_minor IS NOT NULL AS has
UNWIND ['', f.subject_id] AS subject
RETURN f.id, alone, f.loose, f.counted_in,
  [subject, f.relation, coalesce(f.country, ''), coalesce(f.region, ''), coalesce(left(f.day, 4), ''),
   coalesce(f.status, ''), f.tier, coalesce(f.currency, ''), stages] AS kind,
  [1, CASE WHEN has THEN f.amount_minor ELSE 0 END, CASE WHEN has THEN coalesce(f.amount_eur_minor, 0) ELSE 0 END,
   CASE WHEN has THEN 1 ELSE 0 END, CASE WHEN has AND f.amount_eur_minor IS NULL THEN 1 ELSE 0 END,
   CASE WHEN f.stands = false THEN 1 ELSE 0 END,
   CASE WHEN has AND f.stands = false THEN coalesce(f.amount_eur_minor, 0) ELSE 0 END] AS figures
"""
_STRAY: Final = """
MATCH (n:Fact|_FormerFact) WHERE (n.withdrawn IS NOT NULL OR n:_FormerFact)
  AND (n.loose IS NOT NULL OR n.counted_in IS NOT NULL OR n.counted IS NOT NULL)
RETURN n.id
"""


async def miscounted(store: Store) -> list[str]:
    """What is wrong with the totals of a graph, one line each: every fact is in its two totals, or marked as loose."""
    wanted: dict[str, list[int]] = {}
    wrong: list[str] = []
    for id_, alone, loose, counted_in, kind, figures in await _rows(store, _WANTED):
        key = "|".join(kind)
        if alone != (loose is None) or (key in (counted_in or ())) != alone:
            wrong.append(f"{id_}: alone {alone}, loose {loose}, counted in {counted_in}")
        if alone:
            known = wanted.setdefault(key, [0] * len(figures))
            wanted[key] = [a + b for a, b in zip(known, figures, strict=True)]
    kept = {id_: figures for id_, _, figures, _ in await _rows(store, _KEPT)}
    wrong += [f"{id_}: {kind}" for id_, kind, _, _ in await _rows(store, _KEPT) if id_ != "|".join(kind)]
    wrong += [f"{id_}: empty" for id_, _, _, empty in await _rows(store, _KEPT) if empty]
    wrong += [
        f"{key}: kept {kept.get(key)}, and facts give {wanted.get(key)}"
        for key in sorted({*kept, *wanted})
        if kept.get(key) != wanted.get(key)
    ]
    return wrong + [f"{id_}: counted, and no fact" for (id_,) in await _rows(store, _STRAY)]


async def _rows(store: Store, text: str) -> list[list[Any]]:
    return await store._read(text, {}, 60)  # pyright: ignore[reportArgumentType]
