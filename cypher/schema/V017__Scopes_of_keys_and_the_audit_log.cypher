// Who changed what, and when. Entries are not of the field: no relationship leads to one.
CREATE CONSTRAINT audit_entry_id IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.id IS UNIQUE;
CREATE INDEX audit_entry_position IF NOT EXISTS FOR (n:AuditEntry) ON (n.position);
CALL db.createLabel('AuditEntry');
CALL db.createProperty('action');
CALL db.createProperty('at');
CALL db.createProperty('expires');
CALL db.createProperty('last_used');
CALL db.createProperty('position');
CALL db.createProperty('scopes');
CALL db.createProperty('target');
CALL db.createProperty('transactions');
