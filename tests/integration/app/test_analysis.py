"""Figures, connections, comparisons, coverage and conflicts over HTTP."""

from itertools import pairwise

import httpx
import pytest

from tests.service import good, refused, walk


async def test_figures_add_up_to_the_list(api: httpx.AsyncClient) -> None:
    """The cells of a dimension that each fact has once hold all facts and the whole sum of the list of fines."""
    fines = await walk(api, "/v1/fines", limit=500)
    sums = good(await api.get("/v1/fines", params={"limit": 1}))["sums"]
    for by in ("regulator", "country", "year", "status", "target"):
        cells = good(await api.get("/v1/stats", params={"relation": "FINED", "by": by}))["items"]
        assert sum(cell["facts"] for cell in cells) == len(fines), by
        # A decision on two targets is one of each of them.
        if by != "target":
            assert sum(cell["decisions"] for cell in cells) >= sums["decisions"], by
        if by in {"year", "country"}:
            assert sum(cell["eur"] for cell in cells) == pytest.approx(sums["eur"])


async def test_a_cell_leads_to_its_facts(api: httpx.AsyncClient) -> None:
    """The filters of a cell give as many facts in the list as the cell counts."""
    cells = good(await api.get("/v1/stats", params={"relation": "FINED", "by": "country,year"}))["items"]
    for cell in [cell for cell in cells if None not in cell["values"].values()][:6]:
        found = good(await api.get("/v1/facts", params={"relation": "FINED", **cell["filters"]}))
        assert found["total"]["value"] == cell["facts"], cell


async def test_proposed_sums_never_mix_in(api: httpx.AsyncClient) -> None:
    """The 17 million that were only proposed are no part of what was fined in 2021."""
    cells = good(await api.get("/v1/stats", params={"by": "year", "object": "clearview-ai"}))["items"]
    by_year = {cell["values"]["year"]: cell for cell in cells}
    assert by_year["2021"]["facts"] > 0
    assert by_year["2021"]["eur"] == 0


@pytest.mark.parametrize("by", ["weather", "year,year", "year,country,law", ""])
async def test_wrong_dimensions_are_refused(api: httpx.AsyncClient, by: str) -> None:
    """An error names the parameter."""
    refused(await api.get("/v1/stats", params={"by": by}), 422, "by")


async def test_a_chain_is_facts(api: httpx.AsyncClient) -> None:
    """Each step joins the one before it, and says so in a sentence with facts behind it."""
    found = good(
        await api.get("/v1/paths", params={"from": "clearview-ai", "to": "meta-platforms", "max_hops": 4})
    )
    assert found["complete"]
    assert found["paths"]
    for path in found["paths"]:
        hops = path["hops"]
        assert hops[0]["start"]["id"] == "clearview-ai"
        assert hops[-1]["end"]["id"] == "meta-platforms"
        for hop, following in pairwise(hops):
            assert hop["end"]["id"] == following["start"]["id"]
        for hop in hops:
            assert hop["sentence"]
            ends = {hop["start"]["id"], hop["end"]["id"]}
            assert all({fact["subject"]["id"], fact["object"]["id"]} == ends for fact in hop["facts"])
    scores = [path["score"] for path in found["paths"]]
    assert scores == sorted(scores)


async def test_two_neighbours_are_one_step_apart(api: httpx.AsyncClient) -> None:
    """A direct fact is the best chain."""
    found = good(await api.get("/v1/paths", params={"from": "ico-uk", "to": "clearview-ai"}))
    assert len(found["paths"][0]["hops"]) == 1


@pytest.mark.parametrize(
    ("parameters", "at_fault"),
    [
        ({"from": "nobody", "to": "ico-uk"}, "from"),
        ({"from": "ico-uk", "to": "ico-uk"}, "to"),
        ({"from": "ico-uk"}, "to"),
        ({"from": "ico-uk", "to": "cnil-fr", "max_hops": 9}, "max_hops"),
    ],
)
async def test_wrong_ends_are_refused(
    api: httpx.AsyncClient, parameters: dict[str, str], at_fault: str
) -> None:
    """An error names the end at fault."""
    answer = await api.get("/v1/paths", params=parameters)
    assert answer.status_code in {404, 422}
    assert [fault["parameter"] for fault in answer.json()["errors"]] == [at_fault]


async def test_two_authorities_beside_each_other(api: httpx.AsyncClient) -> None:
    """Counts and sums are those of the lists; what both have a part in is shown."""
    found = good(await api.get("/v1/compare", params={"a": "ico-uk", "b": "oaic-au"}))
    fines = good(await api.get("/v1/fines", params={"subject": "ico-uk", "limit": 1}))
    assert found["a"]["eur"] == fines["sums"]["eur"]
    assert found["a"]["fines"] == fines["sums"]["decisions"]
    assert any(fact["relation"] == "INVESTIGATED_JOINTLY_WITH" for fact in found["shared"])


async def test_a_chain_on_a_day_is_of_the_facts_of_then(api: httpx.AsyncClient) -> None:
    """No step rests on a fact that came later, or that the graph did not know yet."""
    ends = {"from": "ico-uk", "to": "clearview-ai"}
    then = good(await api.get("/v1/paths", params={**ends, "valid_on": "2021-06-30"}))
    assert then["paths"]
    for hop in (hop for path in then["paths"] for hop in path["hops"]):
        assert hop["facts"]
        assert all((fact["date"] or "") <= "2021-06-30" for fact in hop["facts"])
    assert good(await api.get("/v1/paths", params={**ends, "known_on": "2000-01-01"}))["paths"] == []
    assert good(await api.get("/v1/paths", params={**ends, "known_on": "2100-01-01"}))["paths"]


async def test_two_authorities_on_a_day(api: httpx.AsyncClient) -> None:
    """Counts and sums are those of the lists with the same days."""
    for days in ({"valid_on": "2022-12-31"}, {"known_on": "2000-01-01"}):
        found = good(await api.get("/v1/compare", params={"a": "ico-uk", "b": "cnil-fr", **days}))
        for side, id_ in (("a", "ico-uk"), ("b", "cnil-fr")):
            fines = good(await api.get("/v1/fines", params={"subject": id_, "limit": 1, **days}))["sums"]
            assert (found[side]["fines"], found[side]["eur"]) == (fines["decisions"], fines["eur"])
            assert sum(one["fines"] for one in found[side]["years"]) <= fines["decisions"]


async def test_coverage_counts_what_is_there(api: httpx.AsyncClient) -> None:
    """The countries and years of all facts, and the counts of each level."""
    found = good(await api.get("/v1/coverage"))
    total = good(await api.get("/v1/facts", params={"limit": 1}))["total"]["value"]
    assert found["counts"]["facts"] == total
    assert sum(one["facts"] for one in found["countries"]) == total
    assert found["newest"] >= "2025"


async def test_conflicts_have_both_sides(api: httpx.AsyncClient) -> None:
    """Each fact has a claim that disputes it; filters narrow the list, a day on which nothing was known empties it."""
    items = good(await api.get("/v1/conflicts"))["items"]
    assert items
    assert all(any(entry["stance"] == "disputes" for entry in fact["evidence"]) for fact in items)
    country = items[0]["country"]
    narrow = good(await api.get("/v1/conflicts", params={"country": country}))["items"]
    assert [fact["id"] for fact in narrow] == [one["id"] for one in items if one["country"] == country]
    assert good(await api.get("/v1/conflicts", params={"known_on": "2000-01-01"}))["items"] == []
