"""The protocol around the tools: their schemas, their calls, their failures."""

from collections.abc import Awaitable, Callable
from importlib.metadata import version
from typing import Any, Final

import structlog
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.answers.service import Service
from app.mcp.tools import TOOLS
from app.schemas.near import hint
from graph.errors import DatabaseUnavailable, InvalidInput, NotAuthorized, NotFound, WhofinedError

log = structlog.get_logger()

INSTRUCTIONS: Final = """\
A knowledge graph of privacy enforcement: who fined, sued, ordered or investigated whom, when, for how much, whether
it still stands, and who says so. Find ids with `search`; then ask the other tools. Cite the document that a row names,
with its address. A proposed fine is not a fine; an annulled one no longer stands: read `relation`, `status`, `stands`.
An empty answer is not a "no": `coverage` says what the graph holds."""
_CALLERS: Final = (InvalidInput, NotFound, NotAuthorized)
"""Failures whose words are for the caller."""
_READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def server(service: Callable[[], Awaitable[Service]]) -> Server[Any]:
    """A server of the tools; ``service`` gives the graph, and is asked at the first call of a tool."""

    async def listed(_: Any, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[_described(name) for name in TOOLS])

    async def called(_: Any, asked: CallToolRequestParams) -> CallToolResult:
        if asked.name not in TOOLS:
            raise MCPError(INVALID_PARAMS, f"no tool {asked.name!r}{hint(asked.name, TOOLS)}")
        try:
            answer = await _call(await service(), asked.name, asked.arguments or {})
        except ValidationError as error:
            return _failure("; ".join(_fault(one) for one in error.errors()))
        except _CALLERS as error:
            return _failure(str(error))
        except DatabaseUnavailable as error:
            log.warning("tool failed", tool=asked.name, error=str(error))
            return _failure("the graph does not answer now; try again in a moment")
        except WhofinedError as error:
            log.warning("tool failed", tool=asked.name, error=str(error))
            return _failure("internal error; see the server log")
        return CallToolResult(
            content=[TextContent(type="text", text=answer.model_dump_json())],
            structured_content=answer.model_dump(mode="json"),
        )

    return Server(
        "whofined",
        version=version("whofined"),
        title="whofined",
        instructions=INSTRUCTIONS,
        on_list_tools=listed,
        on_call_tool=called,
    )


async def _call(service: Service, name: str, given: dict[str, Any]) -> BaseModel:
    tool = TOOLS[name]
    return await tool.run(service, tool.takes.model_validate(given))


def _described(name: str) -> Tool:
    tool = TOOLS[name]
    return Tool(
        name=name,
        title=tool.title,
        description=(tool.run.__doc__ or "").strip().replace("\n    ", "\n"),
        input_schema=tool.takes.model_json_schema(),
        output_schema=tool.gives.model_json_schema(mode="serialization"),
        annotations=_READS,
    )


def _fault(error: ErrorDetails) -> str:
    where = ".".join(str(part) for part in error["loc"])
    valid = (error.get("ctx") or {}).get("expected")
    return f"{where}: {error['msg']}" + (f"; valid: {valid}" if valid else "")


def _failure(text: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True)
