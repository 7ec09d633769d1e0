  CALL (f) {
    MATCH (f)-[p:PARTY]->(e:Entity)
    RETURN collect({role: p.role, entity: {id: e.id, name: e.name, caption: coalesce(e.caption, e.name), acronym: e.acronym, kind: e.kind, country: coalesce(e.region, e.country)}}) AS parties
  }
  CALL (f) {
    OPTIONAL MATCH (f)-[:PART_OF]->(k:Case)
    RETURN CASE WHEN k IS NULL THEN null ELSE {id: k.id, title: k.title} END AS case_
  }
  CALL (f) {
    MATCH (f)<-[stance:SUPPORTS|DISPUTES]-(c:Claim)-[:STATED_IN]->(d:Document)
    WHERE c.withdrawn IS NULL AND ($known_on IS NULL OR c.recorded <= $known_on)
    WITH c, d, stance
    ORDER BY CASE WHEN d.kind IN ['official', 'court'] THEN 0 WHEN d.kind = 'press' THEN 1 WHEN d.kind IN ['note', 'memory'] THEN 3 ELSE 2 END, c.quote IS NULL, d.published_key, c.id
    WITH collect([c, d, stance]) AS rows
    WITH rows, rows[0..$claims] AS best, [row IN rows[$claims..] WHERE type(row[2]) = 'DISPUTES'] AS against
    // Where sources disagree, the few that are shown tell of both sides.
    WITH rows, CASE WHEN $claims = 0 OR against = [] OR any(row IN best WHERE type(row[2]) = 'DISPUTES') THEN best
      ELSE best[0..-1] + against[0..1] END AS shown
    RETURN [row IN shown | {
      claim: row[0].id, stance: toLower(type(row[2])), modality: row[0].modality, review: row[0].review,
      quote: row[0].quote, start: row[0].start, end: row[0].end, confidence: row[0].confidence, read_as: row[0].read_as,
      found: row[0].found, checked_on: row[0].checked_on,
      document: {
        id: row[1].id, title: row[1].title, url: row[1].url, publisher: row[1].publisher, published: row[1].published, kind: row[1].kind,
        title_from_address: coalesce(row[1].title_from_address, false)
      }
    }] AS evidence, size(rows) - size(shown) AS more_evidence
  }
