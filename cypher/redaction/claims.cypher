// mode: read
// hot
// Claims of documents, for their quotes change with the text.
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:STATED_IN]-(c:Claim)
WHERE c.quote IS NOT NULL
RETURN elementId(c) AS node, d.id AS document, properties(c) AS properties
