// mode: read
// The totals as they are kept.
MATCH (t:_Total)
RETURN t.id AS id, [t.facts, t.minor, t.eur_minor, t.amounts, t.without_eur, t.fallen, t.fallen_eur_minor] AS figures
