"""Documentation that lags behind the code is a failure."""

import re
from pathlib import Path

import pytest

from app.settings import known_variables
from tests.requirements import CHECKOUT

DOCS = CHECKOUT / "docs"
PAGES = [CHECKOUT / "README.md", *sorted(DOCS.rglob("*.md"))]
RECORDS = sorted((DOCS / "adr").glob("*.md"))
RECORD_LINES = 40
RECORD_PARTS = (
    "**Context.**",
    "**Decision.**",
    "**Consequences.**",
    "**Rejected.**",
    "**The code that obeys it.**",
)


def verbs() -> set[str]:
    """The verbs of the Makefile: targets with a line of help."""
    return set(
        re.findall(r"^([a-z]+):.*## ", (CHECKOUT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )


def name(path: Path) -> str:
    """A page as it is called in a test's id."""
    return path.relative_to(CHECKOUT).as_posix()


def test_every_verb_of_the_makefile_is_documented() -> None:
    """docs/development.md lists the verbs that there are, and no other."""
    listed = re.findall(
        r"^\| `make ([a-z]+)`", (DOCS / "development.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(verbs())


def test_every_setting_is_documented() -> None:
    """docs/settings.md lists the variables that are read, and no other."""
    listed = re.findall(
        r"^\| `([A-Z0-9_]+)`", (DOCS / "settings.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(known_variables())


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file of the repository names one that is there."""
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_every_page_is_in_the_index() -> None:
    """docs/README.md leads to every other page."""
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - {"README.md"}
    assert {page for page in pages if f"]({page})" not in index} == set()


@pytest.mark.parametrize("record", RECORDS, ids=name)
def test_decision_records_are_short_and_whole(record: Path) -> None:
    """A record has all five parts, at most forty lines, and names only code that exists."""
    text = record.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= RECORD_LINES
    assert [part for part in RECORD_PARTS if part not in text] == []
    code = re.findall(r"`((?:app|graph|seed|cypher|tests)/[\w./*-]+)`", text.partition(RECORD_PARTS[-1])[2])
    assert code
    assert [path for path in code if not list(CHECKOUT.glob(path.rstrip("/")))] == []


def test_no_page_holds_two_versions_of_a_line() -> None:
    """Marks of an unfinished merge are in no page."""
    marked = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
    assert [str(page) for page in PAGES if marked.search(page.read_text(encoding="utf-8"))] == []
