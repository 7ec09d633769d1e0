"""What the service must say of Clearview AI and of its regulators: the questions that the project exists for."""

import httpx
import pytest

from tests.service import Json, good, walk

FINES = {
    ("ico-uk", "2022-05-18", 7_552_800, "GBP", "remitted"),
    ("garante-it", "2022-02-10", 20_000_000, "EUR", None),
    ("hdpa-gr", "2022-07-13", 20_000_000, "EUR", None),
    ("cnil-fr", "2022-10-17", 20_000_000, "EUR", None),
    ("cnil-fr", "2023-04-13", 5_200_000, "EUR", None),
    ("ap-nl", "2024-05-16", 30_500_000, "EUR", None),
}


async def fine_of_the_ico(api: httpx.AsyncClient, **clock: str) -> Json:
    """The ICO's fine as it is answered for these clocks."""
    items = await walk(api, "/v1/fines", object="clearview-ai", subject="ico-uk", **clock)
    assert len(items) == 1
    return items[0]


async def test_every_fine_of_the_saga_is_listed(api: httpx.AsyncClient) -> None:
    """Authority, date, sum, currency, EUR, status and sources of each; what was only proposed is no fine."""
    items = await walk(api, "/v1/fines", object="clearview-ai")
    found = {
        (
            item["subject"]["id"],
            item["date"],
            item["amount"]["value"],
            item["amount"]["currency"],
            item["status"] if item["subject"]["id"] == "ico-uk" else None,
        )
        for item in items
    }
    assert found == FINES
    for item in items:
        assert item["relation"] == "FINED"
        assert item["object"]["name"] == "Clearview AI, Inc."
        assert item["amount"]["eur"] > 1_000_000
        assert item["status"]
        assert item["sources"]["independent"] >= 1
        assert all(entry["document"]["url"].startswith("http") for entry in item["evidence"])


async def test_what_was_not_paid_is_said(api: httpx.AsyncClient) -> None:
    """The French and the Italian fine were reported as unpaid, from the day of the report on; others were not."""
    items = await walk(api, "/v1/fines", object="clearview-ai")
    unpaid = {(item["subject"]["id"], item["date"][:4]) for item in items if item["payment"] == "unpaid"}
    assert {("cnil-fr", "2022"), ("garante-it", "2022")} <= unpaid
    assert {item["payment"] for item in items} == {"unpaid", None}
    before = await walk(api, "/v1/fines", object="clearview-ai", subject="garante-it", valid_on="2025-03-31")
    after = await walk(api, "/v1/fines", object="clearview-ai", subject="garante-it", valid_on="2025-04-01")
    assert [item["payment"] for item in (*before, *after)] == [None, "unpaid"]


@pytest.mark.parametrize(
    ("day", "status", "stands"),
    [("2022-12-31", "imposed", True), ("2023-12-01", "annulled", False), ("2025-12-31", "remitted", False)],
)
async def test_the_status_is_that_of_the_day(
    api: httpx.AsyncClient, day: str, status: str, stands: bool
) -> None:
    """``valid_on`` gives the status as it was: in force or under appeal, then annulled, then sent back."""
    fine = await fine_of_the_ico(api, valid_on=day)
    assert fine["stands"] is stands
    assert fine["status"] in {status, "under_appeal"} if stands else fine["status"] == status


async def test_the_icos_fine_is_remitted_now(api: httpx.AsyncClient) -> None:
    """Sum, date, status and the day of the status."""
    fine = await fine_of_the_ico(api)
    assert (fine["amount"]["value"], fine["amount"]["currency"]) == (7_552_800, "GBP")
    assert (fine["date"], fine["status"], fine["status_since"]) == ("2022-05-18", "remitted", "2025-10-06")


async def test_before_the_decision_there_is_no_fine(api: httpx.AsyncClient) -> None:
    """On a day before it was imposed, the list does not have it."""
    assert await walk(api, "/v1/fines", object="clearview-ai", subject="ico-uk", valid_on="2022-05-17") == []


async def test_a_proposed_sum_is_never_a_fine(api: httpx.AsyncClient) -> None:
    """17 million pounds was a notice of intent; it is found only as such."""
    fines = await walk(api, "/v1/fines")
    assert [item["id"] for item in fines if item["object"]["id"] == "clearview-ai"] != []
    of_clearview = [item["amount"] for item in fines if item["object"]["id"] == "clearview-ai"]
    assert all(amount["value"] != 17_000_000 for amount in of_clearview)
    proposed = await walk(api, "/v1/facts", relation="PROPOSED_FINE", object="clearview-ai")
    assert ("ico-uk", 17_000_000) in {(item["subject"]["id"], item["amount"]["value"]) for item in proposed}


async def test_the_joint_investigation(api: httpx.AsyncClient) -> None:
    """The OAIC's joint investigation is with the ICO, into Clearview AI."""
    items = await walk(api, "/v1/facts", relation="INVESTIGATED_JOINTLY_WITH", party="oaic-au")
    assert [{item["subject"]["id"], item["object"]["id"]} for item in items] == [{"ico-uk", "oaic-au"}]
    assert "clearview-ai" in {party["entity"]["id"] for party in items[0]["parties"]}


async def test_who_sued_clearview(api: httpx.AsyncClient) -> None:
    """Thirteen lawsuits, the ACLU's among them."""
    items = await walk(api, "/v1/facts", relation="SUED", object="clearview-ai")
    assert {"aclu", "aclu-illinois", "ag-us-vt", "mijente"} <= {item["subject"]["id"] for item in items}
    assert len(items) == 13
    assert {item["object"]["id"] for item in items} == {"clearview-ai"}


async def test_whom_clearview_scraped(api: httpx.AsyncClient) -> None:
    """The four platforms of the press, and the two of the authorities' findings."""
    items = await walk(api, "/v1/facts", relation="SCRAPED", subject="clearview-ai")
    assert {item["object"]["id"] for item in items} == {
        "facebook", "twitter", "linkedin", "youtube", "instagram", "venmo",
    }  # fmt: skip


async def test_whom_the_cnil_fined(api: httpx.AsyncClient) -> None:
    """All fines of one authority, the latest first; a joint decision is one row for each target."""
    items = await walk(api, "/v1/facts", relation="FINED", subject="cnil-fr", limit=10)
    assert {"google-2019", "clearview-fr-2022", "clearview-fr-2023", "amazon-cookies-2020"} <= {
        item["id"] for item in items
    }
    days = [item["date"] for item in items]
    assert days == sorted(days, reverse=True)
    assert {item["subject"]["id"] for item in items} == {"cnil-fr"}


async def test_the_pages_tell_the_saga(api: httpx.AsyncClient) -> None:
    """The first page says what is here and links to the ways in; a question leads to the fine with its whole sum."""
    page = await api.get("/?utm_source=newsletter")
    assert page.status_code == 200
    assert all(text in page.text for text in ("Who fined Clearview AI?", "Latest actions", "/docs", "/about"))
    page = await api.get("/ask?q=who+fined+Clearview+AI%3F")
    assert all(text in page.text for text in ("Clearview AI, Inc.", "£7,552,800", "remitted"))
    assert "unsafe" not in page.headers["content-security-policy"]


async def test_a_name_is_found_however_it_is_typed(api: httpx.AsyncClient) -> None:
    """Misspelt names and aliases lead to the entity."""
    for typed in ("clearvew", "Clearview", "CLEARVIEW AI"):
        assert good(await api.get("/v1/search", params={"q": typed}))["entities"][0]["id"] == "clearview-ai"
    assert good(await api.get("/v1/search", params={"q": "ICO"}))["entities"][0]["id"] == "ico-uk"
