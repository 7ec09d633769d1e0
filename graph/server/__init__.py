"""Neo4j Community, run by the project itself: fetched, checked, started, supervised and stopped.

    connection = ensure(load_settings())          # in the background, shared by all processes of a user
    with hold(load_settings()) as connection: …   # ends with this process
    with LocalServer(tmp_path) as server: …       # one for a test

`docs/local-neo4j.md` tells how it works and what it keeps where.
"""
