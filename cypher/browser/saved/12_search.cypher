// Find somebody by a name, an acronym or a former name
// Misspellings: put ~ after a word ("clearvew~").
CALL db.index.fulltext.queryNodes('entity_text', 'clearview') YIELD node, score
RETURN node.caption AS who, node.id AS id, labels(node)[1] AS kind, score
ORDER BY score DESC LIMIT 20
