  CALL (f) {
    MATCH (f)-[:HAS_STAGE]->(stage:Stage)
    WHERE $known_on IS NULL OR stage.recorded <= $known_on
    OPTIONAL MATCH (stage)-[:BY]->(by:Entity)
    WITH stage, by ORDER BY stage.position
    RETURN collect({
      stage: stage.stage, date: stage.date, note: stage.note, unsourced: stage.unsourced,
      by: CASE WHEN by IS NULL THEN null ELSE {id: by.id, name: by.name, caption: coalesce(by.caption, by.name), acronym: by.acronym, kind: by.kind, country: coalesce(by.region, by.country)} END,
      amount_minor: stage.amount_minor, currency: stage.currency,
      evidence: COLLECT {
        UNWIND coalesce([stage.ruling], []) + coalesce(stage.told_by, []) + COLLECT {
          // A recorded ruling stands beside the stage that it is.
          MATCH (f)<-[:CHANGES]-(r:Fact)
          WHERE NOT r.derived AND r.date = stage.date
            AND (r.subject_id = stage.by_id OR r.relation = 'APPEALED' AND stage.stage = 'appealed')
          RETURN r.id
        } AS ruling
        MATCH (:Fact {id: ruling})<-[stance:SUPPORTS|DISPUTES]-(c:Claim)-[:STATED_IN]->(d:Document)
        WHERE c.withdrawn IS NULL AND ($known_on IS NULL OR c.recorded <= $known_on)
        WITH DISTINCT c, d, stance ORDER BY d.published_key, c.id
        RETURN {
          claim: c.id, stance: toLower(type(stance)), modality: c.modality, review: c.review,
          quote: c.quote, start: c.start, end: c.end, confidence: c.confidence, read_as: c.read_as, found: c.found, checked_on: c.checked_on,
          document: {id: d.id, title: d.title, url: d.url, publisher: d.publisher, published: d.published, kind: d.kind,
            title_from_address: coalesce(d.title_from_address, false)}
        }
      }
    }) AS stages
  }
