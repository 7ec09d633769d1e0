// Whom Clearview AI scraped, and who answered
// The platforms, what their operators did about it, and the firms behind them.
MATCH p = (:Company {id: 'clearview-ai'})-[:SCRAPED]->(:Entity)
OPTIONAL MATCH answered = (:Company {id: 'clearview-ai'})<-[:SENT_CEASE_AND_DESIST_TO]-(:Entity)
RETURN p, answered
