// What ingestion looks up: claims of the same two parties, a text that is there already, an address with a newer text,
// texts that share a fingerprint, claims that wait for a person.
CREATE CONSTRAINT band_id IF NOT EXISTS FOR (n:Band) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT audit_id IF NOT EXISTS FOR (n:Audit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT key_id IF NOT EXISTS FOR (n:Key) REQUIRE n.id IS UNIQUE;
CREATE INDEX claim_group IF NOT EXISTS FOR (c:Claim) ON (c.relation, c.subject, c.object);
CREATE INDEX claim_review IF NOT EXISTS FOR (c:Claim) ON (c.review, c.recorded);
CREATE INDEX document_hash IF NOT EXISTS FOR (d:Document) ON (d.text_sha256);
CREATE INDEX document_twin IF NOT EXISTS FOR (d:Document) ON (d.twin_key);
CREATE INDEX document_url IF NOT EXISTS FOR (d:Document) ON (d.url);
