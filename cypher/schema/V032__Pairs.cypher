// Whether two are a pair is looked up, by both of them.
CREATE INDEX internal_linked_pair IF NOT EXISTS FOR ()-[l:_LINKED]-() ON (l.first, l.second);
