// mode: read
// hot
// What the facts that are counted in totals add up to, by up to two dimensions; `summed` are the relations whose sums count.
// variant anchor: kind, subject, subjects
MATCH (g:_Graph {id: 'graph'})
CALL () {
//> total/by/__anchor__
  WITH t, [dimension IN $by |
//> total/dimension
  ] AS values, $summed IS NULL OR t.relation IN $summed AS sums
  WITH values, sum(t.facts) AS facts, sum(t.fallen) AS fallen,
       sum(CASE WHEN t.tier IN ['compiled', 'imported'] THEN t.facts ELSE 0 END) AS listed,
       sum(CASE WHEN sums THEN t.minor ELSE 0 END) AS minor, sum(CASE WHEN sums THEN t.eur_minor ELSE 0 END) AS eur_minor,
       sum(CASE WHEN sums THEN t.amounts ELSE 0 END) AS amounts, sum(CASE WHEN sums THEN t.without_eur ELSE 0 END) AS without_eur,
       sum(CASE WHEN sums THEN t.fallen_eur_minor ELSE 0 END) AS fallen_eur_minor
  RETURN collect({
    values: [value IN values | nullIf(value, '')], facts: facts, minor: minor, eur_minor: eur_minor, amounts: amounts,
    without_eur: without_eur, fallen: fallen, fallen_eur_minor: fallen_eur_minor, listed: listed
  }) AS items
}
RETURN items, g.revision AS revision
