      // As things stood, or were known, on a day: the pair needs a fact that there was by then.
      AND EXISTS {
        MATCH (f:Fact)
        USING INDEX SEEK f:Fact(relation, subject_id, object_id)
        WHERE f.relation IN l.relations AND f.subject_id IN [l.first, l.second] AND f.object_id IN [l.first, l.second]
          AND f.subject_id <> f.object_id AND f.withdrawn IS NULL
          AND ($known_on IS NULL OR f.recorded <= $known_on)
          AND ($valid_on IS NULL OR f.day IS NULL OR f.day <= $valid_on)
      }
