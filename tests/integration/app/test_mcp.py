"""The tools for agents, called by the protocol's own client over both of its transports."""

import os
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from mcp import Client, MCPError, StdioServerParameters
from mcp_types import CallToolResult

from app.mcp.tools import TOOLS
from graph import api_keys
from graph.connection import Connection
from graph.store import Store
from tests.requirements import CHECKOUT
from tests.service import listening, refused, service

CALLS: dict[str, dict[str, Any]] = {
    "search": {"q": "clearvew"},
    "entity": {"id": "Clearview-AI"},
    "who_fined_whom": {"object": ["clearview-ai"]},
    "case": {"id": "clearview-uk"},
    "paths": {"from": "clearview-ai", "to": "oaic-au"},
    "stats": {"by": "country,year", "relation": ["FINED"]},
    "evidence": {"id": "clearview-uk-2022"},
    "ask": {"question": "Who fined Clearview AI in 2022?"},
    "coverage": {},
}
WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "an unknown argument": ("who_fined_whom", {"company": "meta"}, "company"),
    "an unknown word": ("who_fined_whom", {"relation": ["FINE"]}, "did you mean"),
    "nobody": ("who_fined_whom", {"object": ["nobody-at-all"]}, "nobody-at-all"),
    "no such entity": ("entity", {"id": "nobody-at-all"}, "nobody-at-all"),
    "a wrong day": ("evidence", {"id": "clearview-uk-2022", "valid_on": "soon"}, "valid_on"),
    "no question": ("ask", {"question": "colourless green ideas sleep"}, ""),
    "a missing argument": ("paths", {"from": "clearview-ai"}, "to"),
    "a cursor of another list": ("who_fined_whom", {"cursor": "nonsense"}, "cursor"),
    "too many": ("search", {"q": "ico", "limit": 21}, "limit"),
}


@pytest.fixture(scope="module")
def address(seeded: Connection) -> Iterator[str]:
    """The tools over HTTP."""
    with listening(seeded) as found:
        yield f"{found}/mcp"


async def call(opened: Client, name: str, arguments: dict[str, Any]) -> CallToolResult:
    """The answer of a tool; on a server that has just started a first query may take too long."""
    answer = await opened.call_tool(name, arguments)
    return await opened.call_tool(name, arguments) if "try again" in str(answer.content) else answer


async def given(address: str, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """What a tool gives over HTTP."""
    async with Client(address) as opened:
        answer = await call(opened, name, arguments)
    assert not answer.is_error, answer.content
    assert answer.structured_content is not None
    return answer.structured_content


def started(connection: Connection) -> StdioServerParameters:
    """The command that an agent starts."""
    values = {"URI": connection.uri, "USER": connection.user, "PASSWORD": connection.password}
    environment = os.environ | {f"NEO4J_{name}": value for name, value in values.items()}
    return StdioServerParameters(
        command=sys.executable, args=["-m", "app.cli.main", "mcp"], env=environment, cwd=CHECKOUT
    )


async def test_every_tool_over_standard_input(seeded: Connection) -> None:
    """Listed with closed schemas and as reading only; each gives what its schema says, and so says the client."""
    async with Client(started(seeded)) as opened:
        tools = (await opened.list_tools()).tools
        assert [tool.name for tool in tools] == list(TOOLS) == list(CALLS)
        for tool in tools:
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint
            assert tool.description
            assert tool.input_schema["additionalProperties"] is False
            Draft202012Validator.check_schema(tool.input_schema)
            answer = await call(opened, tool.name, CALLS[tool.name])
            assert not answer.is_error, answer.content
            assert tool.output_schema is not None
            Draft202012Validator(tool.output_schema).validate(answer.structured_content)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_every_tool_over_http(address: str, mode: Any) -> None:
    """The same, by the protocol of today and by that with a handshake."""
    async with Client(address, mode=mode) as opened:
        assert [tool.name for tool in (await opened.list_tools()).tools] == list(CALLS)
        for name, arguments in CALLS.items():
            answer = await call(opened, name, arguments)
            assert not answer.is_error, answer.content
            assert answer.structured_content


async def test_rows_carry_their_sources(address: str) -> None:
    """Each fine with who says so; the sums say what they take in; a page leads to the next one."""
    asked = {"object": ["clearview-ai"], "limit": 3}
    page = await given(address, "who_fined_whom", asked)
    assert len(page["items"]) == 3
    assert page["total"]["value"] > 3
    assert page["sums"]["includes"]
    for row in page["items"]:
        assert row["relation"] == "FINED"
        assert row["citations"]
        assert all(one["document"]["title"] for one in row["citations"])
        assert row["sentence"].count("fined") == 1
    following = await given(address, "who_fined_whom", asked | {"cursor": page["next"]})
    ids = [row["id"] for row in page["items"] + following["items"]]
    assert len(ids) == len(set(ids))


async def test_a_fact_with_all_that_is_known(address: str) -> None:
    """How it stands, through which stages, and a citation to print."""
    fact = await given(address, "evidence", {"id": "clearview-uk-2022"})
    assert fact["amount"]["value"] == 7_552_800
    assert {"annulled", "remitted"} <= {stage["stage"] for stage in fact["stages"]} | {fact["status"]}
    assert "clearview-uk-2022" in fact["citation"]
    assert fact["more_citations"] == 0
    before = await given(address, "evidence", {"id": "clearview-uk-2022", "valid_on": "2022-06"})
    assert before["status"] != fact["status"]


@pytest.mark.parametrize("case", WRONG)
async def test_a_wrong_call_says_what_is_wrong(address: str, case: str) -> None:
    """As an answer that an agent reads and mends, not as a fault of the protocol."""
    name, arguments, expected = WRONG[case]
    async with Client(address) as opened:
        answer = await call(opened, name, arguments)
    assert answer.is_error
    (content,) = answer.content
    assert content.type == "text"
    assert content.text
    assert expected in content.text
    assert "errors.pydantic.dev" not in content.text


async def test_an_unknown_tool(address: str) -> None:
    """It is a fault of the protocol that names the nearest."""
    async with Client(address) as opened:
        with pytest.raises(MCPError, match="did you mean"):
            await opened.call_tool("serch", {})


async def test_who_is_let_in(seeded: Connection) -> None:
    """Another host name, another origin, a method that opens a stream, too large a body, too many requests."""
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    accept = {"Accept": "application/json, text/event-stream"}
    async with service(seeded, cors_origins="", rate_limit="8/minute") as http:

        async def post(**headers: str) -> httpx.Response:
            return await http.post("/mcp", json=message, headers=accept | headers)

        assert (await post()).status_code == 200
        assert (await post(Origin="http://service.test")).status_code == 200
        refused(await post(Origin="http://evil.test"), 403)
        refused(await post(Host="evil.test"), 421)
        for method in ("GET", "DELETE"):
            answer = await http.request(method, "/mcp", headers=accept)
            refused(answer, 405)
            assert answer.headers["allow"] == "POST"
        refused(await http.post("/mcp", content=b" " * 3_000_000, headers=accept), 413)
        while (answer := await post()).status_code == 200:
            pass
        refused(answer, 429)


async def test_closed_reads_are_closed_to_agents(store: Store) -> None:
    """Where reads need a key, so do the tools: any key with the scope to read opens them."""
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    headers = {"Accept": "application/json, text/event-stream"}
    reads = await api_keys.create(store, "agent", ["read"])
    writes = await api_keys.create(store, "writer", ["write"])
    async with service(store.connection, reads="keyed") as http:
        refused(await http.post("/mcp", json=message, headers=headers), 401)
        for key, status in ((reads, 200), (writes, 403)):
            given = headers | {"Authorization": f"Bearer {key}"}
            assert (await http.post("/mcp", json=message, headers=given)).status_code == status
