// Who fined Clearview AI
// Authorities, and one relationship for each fine: its sum and year are on it, its status in its properties.
MATCH p = (:Company {id: 'clearview-ai'})<-[:FINED]-(:Regulator)
RETURN p
