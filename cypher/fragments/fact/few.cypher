  // Of the indexes that a filter can start at, the one that is known to find few.
  CALL () {
    WITH 1 AS one WHERE $few = 'law'
    UNWIND $laws AS law
    MATCH (:Law {id: law})<-[:UNDER]-(f:Fact)
    RETURN f
  UNION
    WITH 1 AS one WHERE $few = 'review'
    UNWIND $reviews AS review
    MATCH (f:Fact)
    USING INDEX SEEK f:Fact(review)
    WHERE f.review = review
    RETURN f
  UNION
    WITH 1 AS one WHERE $few = 'amount'
    MATCH (f:Fact)
    USING INDEX SEEK f:Fact(currency, amount_minor)
    WHERE f.currency = $currencies[0] AND f.amount_minor >= coalesce($amount_min, 0)
      AND f.amount_minor <= coalesce($amount_max, 9223372036854775807)
    RETURN f
  UNION
    WITH 1 AS one WHERE $few = 'sum'
    MATCH (f:Fact)
    USING INDEX SEEK f:Fact(eur_key)
    WHERE f.eur_key > $few_low AND f.eur_key < $few_high
    RETURN f
  UNION
    WITH 1 AS one WHERE $few = 'record'
    MATCH (f:Fact)
    USING INDEX SEEK f:Fact(recorded_key)
    WHERE f.recorded_key > $few_low AND f.recorded_key < $few_high
    RETURN f
  UNION
    WITH 1 AS one WHERE $few = 'day'
    MATCH (f:Fact)
    USING INDEX SEEK f:Fact(date_key)
    WHERE f.date_key > $few_low AND f.date_key < $few_high
    RETURN f
  }
