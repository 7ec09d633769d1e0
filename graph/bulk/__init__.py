"""A first load of many facts: tables for Neo4j's own import, with all that is derived reckoned on the way.

- ``tables``   nodes and relationships as files that ``neo4j-admin database import`` reads
- ``shelf``    values by key, on disk where they are many
- ``base``     the graph as it stands, into the tables
- ``derived``  what the statements of ``cypher/write`` derive of a new fact, without a graph
- ``facts``    plans of new facts into the tables
- ``finish``   what is left to do once the tables are a graph
"""
