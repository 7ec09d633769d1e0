  MATCH (c:Claim {review: 'unreviewed'})-[:STATED_IN]->(d:Document)
  WHERE c.recorded > '' AND c.withdrawn IS NULL AND c.modality = 'asserted' // every claim is; only so the index serves
    AND NOT d.kind IN $uncounted
