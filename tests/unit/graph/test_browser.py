"""Links that open an answer in Neo4j Browser."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from graph.connection import Connection
from graph.reads import browser_link

HERE = Connection("bolt://127.0.0.1:7687", "neo4j", "secret", browser_url="http://127.0.0.1:7474/browser/")


def test_a_link_carries_the_query_and_no_password() -> None:
    """Where to connect, which database, and the query in the editor."""
    link = browser_link.link(HERE, "facts", ["a'b", 'c"d'])
    assert link is not None
    asked = parse_qs(urlsplit(link).query)
    assert asked["dbms"] == ["bolt://127.0.0.1:7687"]
    assert asked["cmd"] == ["edit"]
    assert asked["arg"][0].startswith('MATCH (f:Fact) WHERE f.id IN ["a\'b", "c\\"d"]')
    assert "secret" not in link


def test_what_the_address_says_of_the_server_stays() -> None:
    """A reader's way to it may be another than ours; there is one question mark."""
    link = browser_link.link(
        replace(HERE, browser_url="http://h/browser/?dbms=bolt%3A%2F%2Fneo4j%40h%3A7687"), "facts", []
    )
    assert link is not None
    assert link.count("?") == 1
    assert parse_qs(urlsplit(link).query)["dbms"] == ["bolt://neo4j@h:7687"]


def test_without_a_browser_there_is_no_link() -> None:
    """Not every server has one."""
    assert browser_link.link(replace(HERE, browser_url=None), "facts", ["f"]) is None
