// Few facts of many are found by the filter that they meet.
CREATE INDEX fact_review IF NOT EXISTS FOR (f:Fact) ON (f.review);
CREATE INDEX fact_currency_amount IF NOT EXISTS FOR (f:Fact) ON (f.currency, f.amount_minor);
