// mode: read
RETURN EXISTS { MATCH (:_Batch {private: true}) } AS kept
