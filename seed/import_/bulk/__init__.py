"""A first load of a long list: its rows become tables for Neo4j's own import, by the rules of any import.

- ``spool``    rows on their way, in a file
- ``reading``  the list is read once: what each row says, whom it names, which facts it may tell of
- ``ready``    the graph and the rows become tables
- ``finish``   what is done once the tables are a graph
"""
