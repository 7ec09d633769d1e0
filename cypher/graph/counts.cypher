// mode: read
MATCH (g:Graph {id: 'graph'})
RETURN {
  entities: COUNT { (:Entity) }, documents: COUNT { (:Document) }, claims: COUNT { (:Claim) }, facts: COUNT { (:Fact) },
  cases: COUNT { (:Case) }, unsourced: COUNT { (f:Fact) WHERE f.unsourced }
} AS counts, g.revision AS revision, g.changed AS changed
