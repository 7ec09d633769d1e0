    AND (d.withdrawn IS NOT NULL) = $withdrawn
    // What is no source, such as a case note of our own, is listed where it is asked for.
    AND ($kinds IS NOT NULL OR $publishers IS NOT NULL OR NOT d.kind IN $uncounted)
    AND ($kinds IS NULL OR d.kind IN $kinds)
    AND ($publishers IS NULL OR d.publisher IN $publishers OR any(name IN coalesce(d.publishers, []) WHERE name IN $publishers))
