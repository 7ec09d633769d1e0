// What sources say of the payment of a sum, from which day on; few facts have it.
CALL db.createProperty('payments');
CALL db.createProperty('payments_from');
MATCH (s:Stage)<-[:HAS_STAGE]-(f:Fact) WHERE s.stage IN ['paid', 'unpaid']
WITH f, s ORDER BY s.position
WITH f, collect(s) AS told
CALL (f, told) {
  SET f.payments = [s IN told | s.stage],
      f.payments_from = [s IN told | CASE WHEN s.date IS NULL THEN '' ELSE left(s.date + '-01-01', 10) END]
} IN TRANSACTIONS OF 1000 ROWS;
