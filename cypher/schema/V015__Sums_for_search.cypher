// "746 million" leads to the facts with that sum.
CREATE INDEX fact_amount IF NOT EXISTS FOR (f:Fact) ON (f.amount);
