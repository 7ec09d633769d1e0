"""Which decision an appeal or ruling is about, and what becomes of a fact after it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import StageRow
from graph.money import Money
from seed.extract.types import Claim, Extraction, Party, When
from seed.ingest.rulings.match import Decision, Later, agreeing, aim, concerned
from seed.ingest.rulings.timeline import Added, Standing, live

FINE = Decision("fine", "FINED", "2021-05-03", Money(200_000_000, "GBP"))
ORDER = Decision("order", "ORDERED", "2021-05-03", None)
RULING = Later("r", "ANNULLED", "court", "2022-06-04")

ICO = Party("ICO", "ico", "regulator", "the ICO")
ACME = Party("Acme", "acme", "company", "Acme")
BOLT = Party("Bolt", "bolt", "company", "Bolt")
NOYB = Party("noyb", "noyb", "ngo", "noyb")
LOWER = Party("Lower", "lower", "court", "the court")
UPPER = Party("Upper", "upper", "court", "the court above")


@pytest.mark.parametrize(
    ("quote", "decisions", "told", "wanted"),
    [
        ("annulled the decision", [FINE], (), ("fine",)),
        ("annulled the decision", [FINE, ORDER], (), ()),
        ("annulled the decision", [FINE, ORDER], ("order",), ("order",)),
        ("annulled the penalty", [FINE, ORDER], (), ("fine",)),
        ("annulled the fine and the order", [FINE, ORDER], (), ("fine", "order")),
        ("annulled the reprimand", [FINE, ORDER], (), ()),
        ("annulled the £2m fine", [FINE, replace(FINE, id="b", sum=Money(100, "GBP"))], (), ("fine",)),
        ("annulled the €2.3m fine", [FINE], (), ("fine",)),
        ("annulled the £9m fine", [FINE], (), ()),
        ("annulled the £9m fine", [replace(FINE, sum=None)], (), ("fine",)),
        ("annulled the fine", [replace(FINE, date="2023")], (), ()),
        ("annulled the fine", [replace(FINE, date="2022")], (), ("fine",)),
        ("annulled the fine", [replace(FINE, id="r")], (), ()),
        ("annulled the fine", [], (), ()),
    ],
)
def test_only_one_decision_is_meant(
    quote: str, decisions: list[Decision], told: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    """By kind, sum, day and the rest of the document; where several are as likely, none."""
    later = replace(RULING, quotes=(quote,), told=frozenset(told))
    assert aim(later, decisions) == wanted
    assert aim(later, decisions[::-1]) == wanted


def test_a_record_is_changed_by_what_a_person_accepted_or_by_what_it_says_itself() -> None:
    """A claim of a machine alone changes no record."""
    record = replace(FINE, curated=True)
    assert aim(RULING, [record]) == ()
    assert aim(replace(RULING, accepted=True), [record]) == ("fine",)
    said = replace(record, stages=(StageRow("imposed", "2021-05-03"), StageRow("annulled", "2022", "court")))
    assert aim(RULING, [said]) == ("fine",)
    assert agreeing(RULING, said.stages) == 1
    assert aim(replace(RULING, by="another"), [said]) == ()
    assert aim(replace(RULING, date="2025"), [said]) == ()


def _claim(relation: str, subject: Party, object_: Party, start: int = 0, **more: object) -> Claim:
    return Claim(relation, subject, object_, "asserted", "w" * 10, start, start + 10, "rule", **more)  # pyright: ignore[reportArgumentType]


def _targets(*claims: Claim) -> list[str | None]:
    done = concerned(Extraction("-", claims, None, "rules", "1")).claims
    return [next((party.id for role, party in claim.roles if role == "target"), None) for claim in done]


def test_whom_a_ruling_is_about_is_told_by_the_rest_of_the_text() -> None:
    """Who is named, who appeals, the only one whom the body decided about, or the one told of in the same words."""
    annulled = _claim("ANNULLED", LOWER, ICO, 100)
    assert _targets(annulled) == [None]
    assert _targets(_claim("FINED", ICO, ACME), annulled) == [None, "acme"]
    assert _targets(_claim("FINED", UPPER, ACME), annulled) == [None, None]
    assert _targets(_claim("FINED", ICO, ACME), _claim("FINED", ICO, BOLT, 20), annulled)[2] is None
    assert _targets(_claim("FINED", ICO, ACME), _claim("FINED", ICO, BOLT, 105), annulled)[2] == "bolt"
    assert _targets(_claim("APPEALED", ACME, ICO), annulled) == ["acme", "acme"]
    assert _targets(_claim("APPEALED", NOYB, ICO), annulled) == [None, None]
    assert _targets(replace(annulled, roles=(("target", BOLT),)), _claim("FINED", ICO, ACME))[0] == "bolt"


def test_a_ruling_on_a_ruling_is_about_the_same() -> None:
    """An appeal of the authority and the reversal are about the firm of the first ruling."""
    claims = (
        _claim("REVERSED", UPPER, LOWER),
        _claim("APPEALED", ICO, LOWER, 20),
        _claim("ANNULLED", LOWER, ICO, 40),
        _claim("FINED", ICO, ACME, 60),
    )
    assert _targets(*claims) == ["acme", "acme", "acme", None]


def test_a_text_on_a_ruling_dates_no_fine_by_its_own_day() -> None:
    """A date that stands in the text stays; one that is only that of the document goes. Other texts keep theirs."""
    fine = _claim("FINED", ICO, ACME, when=When("2024-01-01", ""))
    dated = _claim("FINED", ICO, ACME, 20, when=When("2021", "in 2021"))
    done = concerned(Extraction("-", (fine, dated, _claim("ANNULLED", LOWER, ICO, 40)), None, "rules", "1"))
    assert [claim.when for claim in done.claims] == [None, When("2021", "in 2021"), None]
    alone = Extraction("-", (fine,), None, "rules", "1")
    assert concerned(alone) is alone


STANDING = Standing("f", "FINED", "2021-05-03", "imposed", (StageRow("imposed", "2021-05-03"),))


def _stages(fact: Standing) -> list[tuple[str, str | None]]:
    return [(stage.stage, stage.date) for _, stage in live(fact).stages]


def test_later_facts_bring_stages_in_order_of_time() -> None:
    """An appeal without a day stands behind the decision, a ruling without one last."""
    appeal = Later("a", "APPEALED", "court")
    fact = replace(STANDING, later=(RULING, appeal, Later("u", "UPHELD", "upper")))
    assert _stages(fact) == [
        ("imposed", "2021-05-03"),
        ("appealed", None),
        ("annulled", "2022-06-04"),
        ("upheld", None),
    ]
    assert live(fact).status == "imposed"
    assert _stages(replace(STANDING, stages=(), later=(appeal,))) == [("appealed", None)]


def test_a_ruling_that_is_set_aside_reinstates() -> None:
    """What an annulment took away comes back with its reversal; an upheld decision has nothing to come back."""
    upper = Later("x", "REVERSED", "upper", "2023-07-05")
    fact = replace(STANDING, later=(RULING,), undone=(("r", upper),))
    assert _stages(fact)[1:] == [("annulled", "2022-06-04"), ("reinstated", "2023-07-05")]
    assert (live(fact).timeline[-1].date, live(fact).timeline[-1].status) == ("2023-07-05", "imposed")
    kept = replace(fact, later=(replace(RULING, relation="UPHELD"),))
    assert _stages(kept)[1:] == [("upheld", "2022-06-04")]


def test_an_appeal_follows_the_decision_that_it_attacks() -> None:
    """Only what came after it was lodged."""
    stages = (Added("r", StageRow("annulled", "2022-06-04")), Added("o", StageRow("upheld", "2019")))
    appeal = Standing("a", "APPEALED", "2021-06-01", "under_appeal", (StageRow("appealed", "2021-06-01"),))
    assert _stages(replace(appeal, attacked=stages)) == [
        ("appealed", "2021-06-01"),
        ("annulled", "2022-06-04"),
    ]
    assert live(appeal).status == "under_appeal"


_LATER = st.builds(
    Later,
    st.sampled_from("abcd"),
    st.sampled_from(["APPEALED", "UPHELD", "ANNULLED", "REVERSED"]),
    st.sampled_from([None, "court"]),
    st.sampled_from([None, "2020", "2021-05", "2022-06-04"]),
    st.sampled_from([None, "2023-01-01"]),
)


@given(st.lists(_LATER, max_size=4, unique_by=lambda one: one.id), st.randoms())
def test_the_order_of_later_facts_plays_no_part(later: list[Later], choice: object) -> None:
    """The same stages and timeline, and days never run backwards."""
    shuffled = list(later)
    choice.shuffle(shuffled)  # pyright: ignore[reportAttributeAccessIssue]
    one, other = (live(replace(STANDING, later=tuple(found))) for found in (later, shuffled))
    assert one == other
    for days in ([entry.first for entry in one.timeline], [entry.last for entry in one.timeline]):
        assert days == sorted(days)
    assert one.stages[0][1].stage == "imposed"
