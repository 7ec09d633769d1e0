// Who says so: the sources of the British fine
// Claims for it and against it, and the documents in which they stand.
MATCH p = (:Fact {id: 'clearview-uk-2022'})<-[:SUPPORTS|DISPUTES]-(:Claim)-[:STATED_IN]->(:Document)
RETURN p
