  CASE WHEN f.amount IS NULL THEN '' ELSE
    coalesce({EUR: '€', GBP: '£', USD: '$'}[f.currency], f.currency + ' ') + CASE
      WHEN f.amount >= 1e9 THEN replace(toString(round(f.amount / 1e9, 1)) + 'bn', '.0bn', 'bn')
      WHEN f.amount >= 1e6 THEN replace(toString(round(f.amount / 1e6, 1)) + 'm', '.0m', 'm')
      WHEN f.amount >= 1e4 THEN toString(toInteger(round(f.amount / 1e3))) + 'k'
      WHEN f.amount = toInteger(f.amount) THEN toString(toInteger(f.amount))
      ELSE toString(f.amount) END
  END
