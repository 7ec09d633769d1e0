    AND f.withdrawn IS NULL
    AND ($relations IS NULL OR f.relation IN $relations)
    AND ($subject IS NULL OR f.subject_id = $subject)
    AND ($object IS NULL OR f.object_id = $object)
    AND ($country IS NULL OR f.country = $country OR f.region = $country)
    AND ($law IS NULL OR $law IN f.laws)
    AND ($day_from IS NULL OR f.day >= $day_from)
    AND ($day_to IS NULL OR f.day <= $day_to)
    AND ($currency IS NULL OR f.currency = $currency)
    AND ($amount_min IS NULL OR CASE WHEN $currency IS NULL THEN f.amount_eur_minor ELSE f.amount_minor END >= $amount_min)
    AND ($amount_max IS NULL OR CASE WHEN $currency IS NULL THEN f.amount_eur_minor ELSE f.amount_minor END <= $amount_max)
    AND ($review IS NULL OR f.review = $review)
    AND ($known_on IS NULL OR f.recorded <= $known_on)
    AND ($valid_on IS NULL OR f.day IS NULL OR f.day <= $valid_on)
    AND ($status IS NULL OR CASE
          WHEN $valid_on IS NULL THEN f.status
          ELSE [i IN range(size(f.timeline_from) - 1, 0, -1) WHERE f.timeline_from[i] <= $valid_on | f.timeline_status[i]][0]
        END IN $status)
