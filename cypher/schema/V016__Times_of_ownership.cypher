// From when and until when somebody belonged to an owner or operator: known from the start, so that no query warns of it.
CALL db.createProperty('since');
CALL db.createProperty('until');
