  UNWIND $anchors AS anchor
  // Of each no more than a page needs: that keeps a group with a hub in it cheap.
  CALL (range, anchor) {
    MATCH (f:Fact)-[p:PARTY]->()
    USING INDEX SEEK p:PARTY(entity_id, __key__)
    WHERE p.entity_id = anchor AND p.__key__ > range[0] AND p.__key__ < range[1]
//> fact/filters
    WITH f, p ORDER BY p.entity_id __order__, p.__key__ __order__ LIMIT $limit
    RETURN f
  }
  WITH DISTINCT f
