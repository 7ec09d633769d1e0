"""Every failure is a problem document that names the parameter and what would be valid."""

import httpx
import pytest

from app.answers.cursor import encode
from app.http.size_limits import LARGEST_BODY, LONGEST_ADDRESS
from app.schemas.words import SORTINGS
from graph.vocabulary import RELATIONS
from tests.service import good, refused

LISTS = ("/v1/facts", "/v1/fines", "/v1/entities", "/v1/documents", "/v1/cases", "/v1/entities/ico-uk/facts")
ROUTES = (
    *LISTS, "/v1/search?q=ico", "/v1/vocabulary", "/v1/facts/clearview-nl-2024", "/v1/entities/ico-uk",
    "/v1/entities/ico-uk/neighbours", "/v1/cases/clearview-nl", "/healthz", "/readyz",
)  # fmt: skip

WRONG = {
    "relation=LIKED": "relation",
    "status=gone": "status",
    "review=maybe": "review",
    "sort=name": "sort",
    "sort=date:up": "sort",
    "format=xml": "format",
    "limit=0": "limit",
    "limit=501": "limit",
    "limit=many": "limit",
    "country=Britain": "country",
    "currency=GBX": "currency",
    "date_from=18.05.2022": "date_from",
    "date_to=2022-02-30": "date_to",
    "valid_on=yesterday": "valid_on",
    "known_on=2022-13": "known_on",
    "date_from=2023&date_to=2022": "date_from",
    "amount_min=2&amount_max=1": "amount_min",
    "amount_min=-1": "amount_min",
    "amount_min=inf": "amount_min",
    "amount_min=nan": "amount_min",
    "amount_min=1e300": "amount_min",
    "amount_max=1.234&currency=JPY": "amount_max",
    "subject=nobody": "subject",
    "object=nobody": "object",
    "party=nobody": "party",
    "law=no-law": "law",
    "subject=ico-uk&object=nobody": "object",
    "subject=": "subject",
    "q=": "q",
    f"q={'x' * 301}": "q",
    "cursor=nonsense": "cursor",
    "cursor=%C3%A9%00": "cursor",
    "colour=red": "colour",
    "Relation=FINED": "Relation",
}


@pytest.mark.parametrize("query", WRONG)
async def test_a_wrong_parameter_is_named(api: httpx.AsyncClient, query: str) -> None:
    """422 names the parameter and what would be valid, however it is wrong."""
    refused(await api.get(f"/v1/facts?{query}"), 422, WRONG[query])


async def test_two_faults_are_both_named(api: httpx.AsyncClient) -> None:
    """All parameters at fault are told at once."""
    problem = refused(await api.get("/v1/facts?limit=0&relation=LIKED"), 422)
    assert {fault["parameter"] for fault in problem["errors"]} == {"limit", "relation"}


@pytest.mark.parametrize("path", ROUTES)
async def test_an_unknown_parameter_is_an_error_everywhere(api: httpx.AsyncClient, path: str) -> None:
    """No route ignores what it does not know."""
    join = "&" if "?" in path else "?"
    refused(await api.get(f"{path}{join}colour=red"), 422, "colour")


async def test_an_unknown_word_is_answered_with_the_known_ones(api: httpx.AsyncClient) -> None:
    """``valid`` lists what can be given, in full."""
    fault = refused(await api.get("/v1/facts?relation=LIKED"), 422)["errors"][0]
    assert all(name in fault["valid"] for name in RELATIONS)
    fault = refused(await api.get("/v1/facts?sort=name"), 422)["errors"][0]
    assert all(name in fault["valid"] for name in SORTINGS)


@pytest.mark.parametrize("path", LISTS)
async def test_a_cursor_of_another_list_is_refused(api: httpx.AsyncClient, path: str) -> None:
    """A cursor holds for the filters and the order that it was given for."""
    cursor = good(await api.get("/v1/facts?relation=SUED&limit=1"))["next"]
    refused(await api.get(path, params={"cursor": cursor}), 422, "cursor")
    forged = encode("2022", "0" * 12)
    refused(await api.get(path, params={"cursor": forged}), 422, "cursor")


@pytest.mark.parametrize("kind", ["facts", "claims", "documents", "cases", "entities"])
async def test_what_is_not_there_is_404(api: httpx.AsyncClient, kind: str) -> None:
    """An id that nothing has, also a strange one."""
    for id_ in ("nothing", "%00", "a%20b", "Ü", "'%22", "x" * 200):
        refused(await api.get(f"/v1/{kind}/{id_}"), 404, "id")
    refused(await api.get(f"/v1/{kind}/{'x' * 201}"), 422, "id")


async def test_below_an_entity_that_is_not_there(api: httpx.AsyncClient) -> None:
    """Its facts and neighbours are not there either."""
    refused(await api.get("/v1/entities/nobody/facts"), 404, "id")
    refused(await api.get("/v1/entities/nobody/neighbours"), 404, "id")


@pytest.mark.parametrize(
    "path", ["/v2/facts", "/v1/facts.doc", "/static/none.css", "/v1/fines/x", "/wp-admin"]
)
async def test_an_unknown_page_is_404(api: httpx.AsyncClient, path: str) -> None:
    """So is every address that there is not; none redirects by guessing."""
    assert path in refused(await api.get(path), 404)["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_a_method_that_is_not_allowed(api: httpx.AsyncClient, method: str) -> None:
    """405 with the methods that are."""
    answer = await api.request(method, "/v1/facts")
    assert method in refused(answer, 405)["detail"]
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/v1/documents", "GET, HEAD, POST"),
        ("/v1/documents/any", "GET, HEAD, DELETE"),
        ("/v1/imports/any", "GET, HEAD, DELETE"),
        ("/v1/judgements", "GET, HEAD, POST"),
        ("/facts", "GET, HEAD"),
    ],
)
async def test_all_methods_of_an_address_are_named(api: httpx.AsyncClient, path: str, allowed: str) -> None:
    """Those of all its routes, whichever of them refuses."""
    assert (await api.request("PUT", path)).headers["allow"] == allowed


async def test_a_long_address_is_414(api: httpx.AsyncClient) -> None:
    """The longest address passes, one byte more does not."""
    path = "/v1/search?q=a&q="
    room = LONGEST_ADDRESS - len(path) + 1  # the question mark is no part of either
    refused(await api.get(path + "x" * room), 422)
    refused(await api.get(path + "x" * (room + 1)), 414)


async def test_a_large_body_is_413(api: httpx.AsyncClient) -> None:
    """A body that says its size is refused before it is read."""
    refused(await api.post("/v1/facts", content=b"x" * (LARGEST_BODY + 1)), 413)
    refused(await api.post("/v1/facts", content=b"x" * 10), 405)


async def test_failures_can_be_read_from_other_origins(api: httpx.AsyncClient) -> None:
    """A page elsewhere sees why it was refused: also where the refusal comes before routing."""
    origin = {"Origin": "https://news.example"}
    long = "/v1/search?q=" + "x" * LONGEST_ADDRESS
    for path, status in (("/v1/facts?colour=red", 422), (long, 414), ("/nowhere", 404)):
        answer = await api.get(path, headers=origin)
        refused(answer, status)
        assert answer.headers["access-control-allow-origin"] == "*"
