// mode: read
// hot
// The last day of which there is a fact of each tier.
UNWIND $tiers AS tier
CALL (tier) {
  MATCH (f:Fact)
  USING INDEX SEEK f:Fact(tier, date_key)
  WHERE f.tier = tier AND f.date_key > '0001' AND f.withdrawn IS NULL
  RETURN f.day AS newest ORDER BY f.tier DESC, f.date_key DESC LIMIT 1
}
RETURN tier, newest
