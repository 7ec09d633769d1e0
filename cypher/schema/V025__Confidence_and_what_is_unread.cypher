// Names of properties that may stand on no node yet: a query that reads one would warn.
CALL db.createProperty('confidence');
CALL db.createProperty('unread');
