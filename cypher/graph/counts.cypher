// mode: read
// What is live: counted as all there is, less what was withdrawn, merged, or named by withdrawn documents alone; what is no
// source, such as a case note of our own, is not counted as a document.
MATCH (g:_Graph {id: 'graph'})
RETURN {
  entities: COUNT { (:Entity) } - COUNT { (e:Entity) WHERE e.merged_into IS NOT NULL }
    - COUNT { (e:Entity {unregistered: true}) WHERE e.merged_into IS NULL AND NOT EXISTS { (e)<-[:PARTY]-() } },
  documents: COUNT { (:Document) } - COUNT { (d:Document) WHERE d.withdrawn_key IS NOT NULL }
    - COUNT { (d:Document) WHERE d.kind IN $uncounted AND d.published_key IS NOT NULL AND d.withdrawn IS NULL },
  claims: COUNT { (:Claim) } - COUNT { (c:Claim) WHERE c.withdrawn IS NOT NULL },
  facts: COUNT { (:Fact) } - COUNT { (f:Fact) WHERE f.withdrawn IS NOT NULL },
  cases: COUNT { (k:Case) WHERE NOT EXISTS { (k)<-[:PART_OF]-() } OR EXISTS { MATCH (k)<-[:PART_OF]-(f:Fact) WHERE f.withdrawn IS NULL } },
  unsourced: COUNT { (f:Fact) WHERE f.unsourced AND f.withdrawn IS NULL }
} AS counts, g.revision AS revision, g.changed AS changed
