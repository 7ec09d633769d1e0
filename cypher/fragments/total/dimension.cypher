CASE dimension
      WHEN 'regulator' THEN t.subject
      WHEN 'country' THEN t.country
      WHEN 'region' THEN coalesce(nullIf(t.region, ''), t.country)
      WHEN 'year' THEN t.year
      WHEN 'status' THEN t.status
      WHEN 'relation' THEN t.relation
      WHEN 'tier' THEN t.tier
      WHEN 'currency' THEN t.currency
    END
