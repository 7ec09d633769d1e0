"""Questions in plain English."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.answers.ask import ask
from app.http.openapi import answers
from app.http.responses import respond_one
from app.http.service import Graph
from app.parameters.ask import AskParameters, bounds
from app.schemas.ask import AskAnswer

router = APIRouter(prefix="/v1", tags=["search"])


@router.get("/ask", name="ask", responses=answers("/v1/ask", AskAnswer))
async def ask_question(graph: Graph, asked: Annotated[AskParameters, Query()]) -> Response:
    """A question in plain English: how it was understood, an answer in one sentence, and the facts that show it.

    A text that is no such question is refused with forms that can be read; an empty answer says what is covered.
    """
    return respond_one((await ask(graph.store, asked.q, bounds(asked))).as_json())
