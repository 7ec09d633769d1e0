  // A row has no relationship: its parties are looked up by their ids, and what the graph does not know the row says.
  CALL (f) {
    OPTIONAL MATCH (s:Entity {id: f.subject_id})
    OPTIONAL MATCH (o:Entity {id: f.object_id})
    RETURN [{role: 'subject', entity: CASE WHEN s IS NULL
      THEN {id: f.subject_id, name: f.subject_name, caption: f.subject_name, acronym: null, kind: 'regulator', country: coalesce(f.region, f.country)}
      ELSE {id: s.id, name: s.name, caption: coalesce(s.caption, s.name), acronym: s.acronym, kind: s.kind, country: coalesce(s.region, s.country)} END
    }, {role: 'object', entity: CASE WHEN o IS NULL
      THEN {id: f.object_id, name: f.object_name, caption: f.object_name, acronym: null, kind: f.object_kind, country: null}
      ELSE {id: o.id, name: o.name, caption: coalesce(o.caption, o.name), acronym: o.acronym, kind: o.kind, country: coalesce(o.region, o.country)} END
    }] AS parties
  }
  WITH f, more, parties, null AS case_, CASE WHEN $claims > 0 THEN 0 ELSE 1 END AS more_evidence, CASE WHEN $claims > 0 THEN [{
    claim: f.claim, stance: 'supports', modality: f.modality, review: f.review, quote: null, start: null, end: null,
    confidence: null, read_as: null, found: null, checked_on: null,
    document: {
      id: f.document, title: f.title, url: f.url, publisher: f.publisher, published: null, kind: 'dataset', title_from_address: false
    }
  }] ELSE [] END AS evidence
