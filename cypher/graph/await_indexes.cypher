// mode: read
CALL db.awaitIndexes($seconds)
