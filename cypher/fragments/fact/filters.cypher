    AND ($withdrawn OR f.withdrawn IS NULL)
    // Whoever belonged to a group for a time only counts with the facts of that time.
    AND ($bounds IS NULL OR none(bound IN $bounds WHERE bound.id IN [f.subject_id, f.object_id] AND none(
          window IN bound.windows WHERE coalesce(f.day_last >= window[0], true) AND coalesce(f.day <= window[1], true))))
    AND ($relations IS NULL OR f.relation IN $relations)
    AND ($subjects IS NULL OR f.subject_id IN $subjects)
    AND ($objects IS NULL OR f.object_id IN $objects)
    AND ($countries IS NULL OR f.country IN $countries OR f.region IN $countries)
    AND ($laws IS NULL OR any(law IN f.laws WHERE law IN $laws))
    AND ($day_from IS NULL OR f.day IS NOT NULL AND f.day_last >= $day_from)
    AND ($day_to IS NULL OR f.day <= $day_to)
    AND ($currencies IS NULL OR f.currency IN $currencies)
    AND ($amount_min IS NULL OR CASE WHEN $currencies IS NULL THEN f.amount_eur_minor ELSE f.amount_minor END >= $amount_min)
    AND ($amount_max IS NULL OR CASE WHEN $currencies IS NULL THEN f.amount_eur_minor ELSE f.amount_minor END <= $amount_max)
    AND ($flags IS NULL
         OR 'unsourced' IN $flags AND coalesce(f.independent, 0) = 0
         OR 'single_source' IN $flags AND f.independent = 1
         OR 'unchecked' IN $flags AND f.found IS NULL
         OR 'not_found' IN $flags AND f.found = 'not_found'
         OR 'says_otherwise' IN $flags AND f.found = 'says_otherwise'
         OR 'unknown_outcome' IN $flags AND f.status = 'unknown'
         OR 'stale' IN $flags AND f.status IN ['pending', 'proposed', 'under_appeal']
            AND coalesce(f.status_since, f.day) < toString(date() - duration('P3Y'))
         OR 'disputed' IN $flags AND f.disputed)
    AND ($reviews IS NULL OR f.review IN $reviews)
    AND ($tiers IS NULL OR f.tier IN $tiers)
    AND ($found IS NULL OR coalesce(f.found, 'unchecked') IN $found)
    AND ($known_on IS NULL OR f.recorded <= $known_on)
    AND ($valid_on IS NULL OR f.day IS NULL OR f.day <= $valid_on)
    AND ($statuses IS NULL OR CASE
          WHEN $valid_on IS NULL THEN f.status IN $statuses
          ELSE any(i IN range(0, size(f.timeline_from) - 1) WHERE f.timeline_from[i] <= $valid_on
                   AND coalesce(f.timeline_until[i + 1] > $valid_on, true) AND f.timeline_status[i] IN $statuses)
        END)
