// What a fact opens in Neo4j Browser: its claims, their documents, its parties, stages and case.
MATCH (n) WHERE n.id IN $ids AND (n:Fact OR n:Claim OR n:Document OR n:Case)
OPTIONAL MATCH p = (n)-[:PARTY|SUPPORTS|DISPUTES|STATED_IN|HAS_STAGE|PART_OF|CHANGES]-()
RETURN n, p LIMIT 300
