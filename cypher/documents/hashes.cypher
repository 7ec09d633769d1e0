// mode: read
MATCH (d:Document)
RETURN d.id AS id, d.text_sha256 AS text_sha256
