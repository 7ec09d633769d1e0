"""The command line imports what it calls: help and version come at once."""

import subprocess
import sys

import pytest
from typer.core import TyperGroup

from app.cli.main import COMMANDS, Lazy, line, loaded

HEAVY = ("fastapi", "uvicorn", "neo4j", "spacy", "numpy", "trafilatura", "pydantic", "httpx")


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(word: str) -> None:
    """What takes the time is not even looked at; seconds would depend on the machine."""
    code = (
        "import sys\n"
        "from app.cli.main import app\n"
        f"try: app([{word!r}])\n"
        "except SystemExit: pass\n"
        f"print('LOADED', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("LOADED")
    assert "whofined" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_a_command_is_its_own(name: str) -> None:
    """What the list of commands shows is what the command says of itself."""
    command = loaded(name)
    assert command.name == name
    assert line(name)
    assert (command.help or "").partition("\n\n")[0].replace("\n", " ") == line(name)


def test_the_names_typer_calls_are_ours() -> None:
    """It asks by these names; one that it does not know would be asked never, and all modules imported."""
    for ours, theirs in (
        (Lazy.list_commands, TyperGroup.list_commands),
        (Lazy.get_command, TyperGroup.get_command),
        (Lazy.format_help, TyperGroup.format_help),
    ):
        assert ours is not theirs
