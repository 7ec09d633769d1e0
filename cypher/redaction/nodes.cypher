// mode: read
// Every node in which a word of a name stands, in whatever property. Reads the whole graph: that is what it is for.
MATCH (n:Entity|Document|Claim|Fact|Case|Stage|_Review|_Judgement|_Records|_Change|_FormerFact|_Correction|_Way|_PrivateRow)
WHERE any(key IN keys(n) WHERE CASE
    WHEN n[key] IS :: STRING THEN any(word IN $words WHERE toLower(n[key]) CONTAINS word)
    WHEN n[key] IS :: LIST<STRING NOT NULL> THEN any(value IN n[key] WHERE any(word IN $words WHERE toLower(value) CONTAINS word))
    ELSE false
  END)
RETURN elementId(n) AS node, [label IN labels(n) WHERE label IN $labels][0] AS label, properties(n) AS properties
