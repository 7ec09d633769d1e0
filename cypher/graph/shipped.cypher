// mode: read
// What of the project's own seed the graph holds whole: the mark of the files that it was written from.
MATCH (g:_Graph {id: 'seed'})
RETURN g.checksum AS mark
