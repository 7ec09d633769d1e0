"""The command as a shell sees it: help with examples, one line for an error, an exit status that scripts can use."""

import asyncio
import os
import socket
import sys
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.testing import CliRunner

from app.cli import main
from app.cli.main import app
from tests.requirements import CHECKOUT

COMMANDS = sorted(name for name in main.COMMANDS if not isinstance(main.loaded(name), TyperGroup))


async def whofined(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of the command."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "app.cli.main", *arguments,
        cwd=CHECKOUT, env=os.environ | environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


def text_of(result: object) -> str:
    """What a command printed, without frames and line breaks."""
    return " ".join(str(getattr(result, "output", "")).replace("│", " ").split())


def test_help_says_what_there_is() -> None:
    """Every command with a sentence, and examples at the end."""
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    assert all(command in result.output for command in ("up", "neo4j", "migrate", "seed", "export", "check"))
    assert "Examples: whofined up" in text_of(result)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_shows_an_example(command: str) -> None:
    """Each help ends with something to copy."""
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"whofined {command}" in text_of(result).partition("Example")[2]


def test_the_version() -> None:
    """Name and version, and nothing else is done."""
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.output.split()[0]) == (0, "whofined")


async def test_a_mistyped_setting_stops_everything() -> None:
    """Exit status 2, one line, the nearest name."""
    status, out, err = await whofined("migrate", WHOFINED_PRT="1")
    assert (status, out) == (2, "")
    assert err == "whofined: unknown setting (WHOFINED_PRT); did you mean WHOFINED_PORT?\n"


async def test_a_taken_port_is_said_before_anything_starts(tmp_path: Path) -> None:
    """Non-zero, one line with the address and what to do; no server was fetched or started."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        status, out, err = await whofined("up", WHOFINED_PORT=port, WHOFINED_HOME=str(tmp_path))
    assert status == 4
    assert f"127.0.0.1:{port}" in err
    assert "WHOFINED_PORT" in err
    assert (out, err.count("\n")) == ("", 1)
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - in a coroutine


async def test_a_graph_that_is_not_there_is_one_line() -> None:
    """A wrong address and a missing password are told apart, without a trace of the code."""
    status, _, err = await whofined("export", "--relation", "LIKED")
    assert (status, err.count("\n")) == (2, 1)
    assert "LIKED" in err
    assert "FINED" in err
    status, _, err = await whofined("migrate", "--check", NEO4J_URI="bolt://127.0.0.1:1")
    assert (status, err.count("\n")) == (2, 1)
    assert "NEO4J_PASSWORD" in err


def test_check_finds_the_records_in_order() -> None:
    """The shipped records have no problem, and the numbers are told as JSON too."""
    result = CliRunner().invoke(app, ["check", "--json"])
    assert result.exit_code == 0
    assert '"problems": []' in result.output


async def test_up_begins_without_what_serves() -> None:
    """Neo4j is started first: the service and the records are imported while it starts."""
    heavy = ("app.main", "fastapi", "neo4j", "seed.curated", "seed.import_", "uvicorn")
    text = f"import app.cli.up, sys; print([name for name in {heavy!r} if name in sys.modules])"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", text, cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert (process.returncode, out.decode().strip()) == (0, "[]")
