// All that authorities and courts did about Clearview AI
// Investigations, orders, fines, suits and settlements, drawn between who acted and whom it was about.
MATCH p = (:Company {id: 'clearview-ai'})<-[r]-(:Entity)
WHERE r.fact_id IS NOT NULL
RETURN p
