"""Cypher lives in cypher/, one statement a file, and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.vocabulary import KINDS
from tests.requirements import CHECKOUT

CYPHER = re.compile(
    r"\b(?:MATCH|MERGE|CREATE|DELETE|FOREACH)\s*\("
    r"|\bUNWIND\s+[$\[\w]"
    r"|\bRETURN\s+\S"
    r"|\b(?:CREATE|DROP|SHOW|TERMINATE)\s+(?:CONSTRAINT|INDEX|FULLTEXT|DATABASE|SETTING|TRANSACTION|USER)"
    r"|\bCALL\s*(?:[({]|dbm?s?\.)"
    r"|\)\s*<?-\[(?:\w*:|\w*\]|\*)"
)
MODULES = [path for layer in ("app", "graph", "seed") for path in sorted((CHECKOUT / layer).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_modules_hold_no_cypher(path: Path) -> None:
    """No string of a module is a query or a part of one; docstrings may show one."""
    found = [text for text in strings(path.read_text(encoding="utf-8")) if CYPHER.search(text)]
    assert found == []


def strings(source: str) -> Iterator[str]:
    """All string literals of a module, the constant parts of f-strings among them, without docstrings."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (f:Fact) RETURN f",
        "UNWIND $rows AS row",
        "(a)-[:FINED]->(b)",
        "CALL db.index.fulltext.queryNodes('x', 'y')",
        "SHOW INDEXES",
    ],
)
def test_cypher_would_be_found(text: str) -> None:
    """The search itself: these are what it must not miss, also inside an f-string."""
    assert [part for part in strings(f"query = {text!r}") if CYPHER.search(part)] == [text]
    assert any(CYPHER.search(part) for part in strings(f"query = f{(text + ' {limit}')!r}"))


def test_ordinary_texts_are_not_taken_for_cypher() -> None:
    """Relation names and sentences pass."""
    texts = [
        "FINED",
        "no match (yet)",
        "RETURNED",
        "call it (again)",
        "a -> b",
        "CREATED: 3",
        r"(?:a|b)-[\w.]+",
    ]
    assert [text for text in texts if CYPHER.search(text)] == []


def test_every_file_is_lower_case_words() -> None:
    """Statements are named like Python modules; migrations like V001__What_it_does."""
    statement = re.compile(r"[a-z0-9_]+")
    migration = re.compile(r"V\d{3}__[A-Z][A-Za-z0-9_]+")
    for path in sorted((CHECKOUT / "cypher").rglob("*.cypher")):
        rule = migration if path.parent.name == "schema" else statement
        assert rule.fullmatch(path.stem), path.name


def test_what_is_internal_has_a_low_line() -> None:
    """Labels beside those of the field begin with ``_``: ``(:_Graph)``, ``(:_Node)``, ``(:_Key)``."""
    field = {"Entity", "Document", "Claim", "Fact", "Case", "Stage", *(kind.label for kind in KINDS.values())}
    older = {("graph/migrations.cypher", "Migration")}  # until migration 22 is applied
    for path in (CHECKOUT / "cypher").rglob("*.cypher"):
        name = path.relative_to(CHECKOUT / "cypher").as_posix()
        if name.startswith("schema/V"):
            continue
        code = re.sub(r"//[^\n]*|'[^']*'", "", path.read_text(encoding="utf-8"))
        nodes = re.findall(r"\(\w*:([\w|&!]+)", code)
        labels = {label for found in nodes for label in re.split(r"[|&!]", found) if label}
        strange = {label for label in labels if not label.startswith("_")} - field
        assert {(name, label) for label in strange} <= older, (
            f"{name}: {strange}; internal labels begin with _"
        )


def test_private_rows_are_named_by_their_own_statements_alone() -> None:
    """Beside those only what takes a batch out, what redacts, and the schema; no other one takes their fragments."""
    folder = CHECKOUT / "cypher"
    named = {
        path.relative_to(folder).with_suffix("").as_posix()
        for path in folder.rglob("*.cypher")
        if "_PrivateRow" in path.read_text(encoding="utf-8")
    }
    others = {"fragments/private/rows", "redaction/nodes"}
    assert others < named
    assert [
        name
        for name in sorted(named - others)
        if not name.startswith(("private/", "schema/V024__", "schema/V030__"))
    ] == []
    users = [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.cypher")
        if "//> private/" in path.read_text(encoding="utf-8")
    ]
    assert users
    assert all(user.startswith("private/") for user in users)


def test_a_hint_asks_for_a_seek() -> None:
    """``USING INDEX`` alone lets the server go through a whole index, as it does where it takes the graph for empty."""
    for path in (CHECKOUT / "cypher").rglob("*.cypher"):
        if path.parent.name != "schema":
            hints = re.findall(r"USING INDEX (\w+)", path.read_text(encoding="utf-8"))
            assert set(hints) <= {"SEEK"}, path.name
