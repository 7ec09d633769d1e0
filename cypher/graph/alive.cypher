// mode: read
// The smallest question: who answers it answers at all.
RETURN 1 AS answer
