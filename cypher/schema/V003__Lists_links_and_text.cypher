// Lists of entities, documents and cases; neighbours by weight; text with accents folded.
CREATE INDEX entity_name IF NOT EXISTS FOR (e:Entity) ON (e.name_key);
CREATE INDEX entity_kind IF NOT EXISTS FOR (e:Entity) ON (e.kind, e.name_key);
CREATE INDEX entity_country IF NOT EXISTS FOR (e:Entity) ON (e.country, e.name_key);
CREATE INDEX document_published IF NOT EXISTS FOR (d:Document) ON (d.published_key);
CREATE INDEX document_kind IF NOT EXISTS FOR (d:Document) ON (d.kind, d.published_key);
CREATE INDEX case_key IF NOT EXISTS FOR (c:Case) ON (c.date_key);
CREATE INDEX linked_first IF NOT EXISTS FOR ()-[l:LINKED]-() ON (l.first, l.rank);
CREATE INDEX linked_second IF NOT EXISTS FOR ()-[l:LINKED]-() ON (l.second, l.rank);
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (e:Entity) ON EACH [e.names, e.id] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX fact_text IF NOT EXISTS FOR (f:Fact) ON EACH [f.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX document_text IF NOT EXISTS FOR (d:Document) ON EACH [d.title, d.publisher, d.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
