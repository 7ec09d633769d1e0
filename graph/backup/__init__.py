"""Backups of a graph that is served, and putting one back: a file of lines that any Neo4j of ours can take.

- ``form``     the lines of a file, and the check that it is whole
- ``statements`` what is asked of the graph
- ``write``    a graph at one revision becomes a file
- ``restore``  a file becomes a graph again
"""
