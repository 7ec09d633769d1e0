"""Reading lists: tables, cells, mappings, and what is refused."""

import gzip
from pathlib import Path

import pytest

from graph.errors import InvalidInput, NotFound
from graph.money import Money
from seed.import_ import values
from seed.import_.mapping import Mapping, Property, Table, mapping, shipped
from seed.import_.parties import Parties, kind_of, shown
from seed.import_.run import prepare
from seed.import_.source import Limits
from seed.import_.table import Row, rows
from tests.requirements import shared_folder

COLUMNS = Mapping(
    name="mine",
    title="My list",
    publisher="Me",
    properties={
        "authority": Property(column="who"),
        "country": Property(column="where"),
        "target": Property(column="whom"),
        "kind": Property(literal="fine"),
        "date": Property(column="when", format="%d.%m.%Y"),
        "amount": Property(column="sum"),
        "currency": Property(literal="EUR"),
        "url": Property(column="link"),
    },
)
HEAD = "who,where,whom,when,sum,link\n"


def _file(tmp_path: Path, text: str, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


def test_every_shipped_mapping_is_in_order() -> None:
    """Each is read, and names what a fact needs."""
    assert {"cms-tracker", "gdprhub", "tidytuesday-2020", "cnil-inspections", "gdprxiv"} <= set(shipped())
    assert [mapping(name).name for name in shipped()] == shipped()


def test_an_unknown_mapping_is_told() -> None:
    """With those that there are."""
    with pytest.raises(NotFound, match="gdprxiv"):
        mapping("nobodys")


@pytest.mark.parametrize("name", ["list.csv", "list.tsv", "list.ndjson", "list.json", "list.csv.gz"])
def test_one_list_in_each_form(tmp_path: Path, name: str) -> None:
    """The same row comes out of each."""
    cells = {"who": "AEPD", "whom": "Acme, S.L.\nMadrid"}
    text = {
        "csv": 'who,whom\nAEPD,"Acme, S.L.\nMadrid"\n',
        "tsv": 'who\twhom\nAEPD\t"Acme, S.L.\nMadrid"\n',
        "ndjson": '{"who": "AEPD", "whom": "Acme, S.L.\\nMadrid"}\n',
        "json": '{"data": [{"who": "AEPD", "whom": "Acme, S.L.\\nMadrid"}]}',
    }[name.removesuffix(".gz").rsplit(".", 1)[-1]]
    path = tmp_path / name
    content = ("\ufeff" + text).encode() if name == "list.csv" else text.encode()
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert [dict(row.values) for row in rows(path, Table())] == [cells]


@pytest.mark.parametrize(
    ("text", "name", "limits", "expected"),
    [
        ("a,a\n1,2\n", "x.csv", Limits(), "stands twice"),
        ("a,b\n1,2,3\n", "x.csv", Limits(), "line 2"),
        (",".join(f"c{n}" for n in range(2000)) + "\n", "x.csv", Limits(), "columns"),
        ("a\n" + "1\n" * 50, "x.csv", Limits(rows=10), "row 11"),
        ("a\n" + "x" * 900 + "\n", "x.csv", Limits(cell=100), "line 2|characters"),
        ("a\n1\n", "x.csv", Limits(bytes=2), "larger than"),
        ('{"a": 1}\n{"a": \n', "x.ndjson", Limits(), "line 2"),
        ("[1, 2]", "x.json", Limits(), "row 1"),
        ("a\n1\n", "x.doc", Limits(), "form of the file"),
    ],
)
def test_a_hostile_table_is_refused_with_its_place(
    tmp_path: Path, text: str, name: str, limits: Limits, expected: str
) -> None:
    """Where, what, and what would work."""
    with pytest.raises(InvalidInput, match=expected) as error:
        list(rows(_file(tmp_path, text, name), Table(), limits))
    assert error.value.remedy


def test_a_wrong_encoding_names_the_line(tmp_path: Path) -> None:
    """And reading goes on with the right one."""
    path = tmp_path / "x.csv"
    path.write_bytes("a\nfine\ncaf\xe9\n".encode("latin-1"))
    with pytest.raises(InvalidInput, match="line 3"):
        list(rows(path, Table()))
    assert [row.values["a"] for row in rows(path, Table(encoding="latin-1"))] == ["fine", "café"]


def test_a_bomb_is_stopped_before_it_is_unpacked(tmp_path: Path) -> None:
    """A small file that unpacks to a large one."""
    path = tmp_path / "x.csv.gz"
    path.write_bytes(gzip.compress(b"a\n" + b"0" * 5_000_000))
    with pytest.raises(InvalidInput, match="larger than"):
        list(rows(path, Table(), Limits(bytes=1_000_000)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50000", Money(5_000_000, "EUR")),
        ("50,000.5", Money(5_000_050, "EUR")),
        ("€ 1'200", Money(120_000, "EUR")),
        ("Unknown", None),
        ("Not available", None),
        ("Five-digit amount", None),
        ("between 1,000 and 2,000", None),
        ("Only intention to issue fine", None),
        ("0", None),
    ],
)
def test_sums(text: str, expected: Money | None) -> None:
    """What a list does not say is no sum."""
    assert values.amount(text, "EUR", COLUMNS) == expected


def test_a_sum_that_is_no_number_is_refused() -> None:
    """It is not dropped without a word."""
    with pytest.raises(InvalidInput, match="is not a sum"):
        values.amount("1.2.3", "EUR", COLUMNS)


def test_days_are_read_by_the_format_alone() -> None:
    """Nothing is guessed about the order of day and month."""
    assert values.day("04.03.2021", Property(format="%d.%m.%Y"), None) == "2021-03-04"
    assert values.day("2021-01-01", Property(), "year") == "2021"
    with pytest.raises(InvalidInput, match="set format"):
        values.day("04/03/2021", Property(), None)


def test_articles_and_links() -> None:
    """GDPR articles in the project's form, the address out of a link."""
    assert values.articles("Art. 5 (1) c) GDPR|Art. 13 GDPR", Property(split="|")) == (
        "GDPR Art. 5(1)(c)",
        "GDPR Art. 13",
    )
    row = Row(1, {"link": '<a href="https://example.org/a?b=1">see</a>'})
    assert values.address(row, Property(column="link")) == "https://example.org/a?b=1"


@pytest.mark.parametrize(
    "name",
    ["A bank", "Unknown company", "Private individual", "Private individual (football coach)", "Police Officer",
     "Restaurant", "Mr. John Doe", "J. D.", "Not disclosed", "Company in the financial sector", "Local bank", None],
)  # fmt: skip
def test_an_unnamed_party_is_no_entity_of_that_name(name: str | None) -> None:
    """It is a party of its own kind for its country, and a natural person's name is not kept."""
    found = Parties().target(name, "ES", {})
    assert not found.named
    assert found.id.startswith("unnamed-")
    assert found.row is not None
    assert found.row.group
    assert (name or "x") not in found.row.name


@pytest.mark.parametrize(
    "name", ["Vodafone España, S.A.U.", "Bergen Municipality", "1&1 Telecom GmbH", "EE", "Delivery Hero"]
)
def test_a_named_party_is_one_entity_however_it_is_written(name: str) -> None:
    """Legal form, accents and capitals make no other entity."""
    parties = Parties()
    first = parties.target(name, None, {})
    assert first.named
    assert parties.target(name.upper(), None, {}).id == first.id


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nemlig.com A / S", "Nemlig.com A/S"),
        ("Villafranca City Council de Los Barros City Council", "Villafranca de Los Barros City Council"),
        ('SOS Infertilitatea" Association', "SOS Infertilitatea Association"),
        ("Warsaw University of Life Sciences,", "Warsaw University of Life Sciences"),
        ("CITY COUNCIL OF LOS LLANOS DE ARIDANE", "City Council of los Llanos de Aridane"),
        ("KFC RESTAURANTS SPAIN, S.L.", "KFC Restaurants Spain, S.L."),
        ("APIFON S.A.", "APIFON S.A."),
        ("Acme Services Private Limited Company or the applicant", "Acme Services Private Limited Company"),
    ],
)
def test_traces_of_a_translation_are_mended(name: str, expected: str) -> None:
    """In what is shown."""
    assert shown(name) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Health Ministry of the Community of Madrid", "public_body"),
        ("Ministry of Community Health", "public_body"),
        ("Danish Society for Acute Medicine", "ngo"),
        ("Austrian Financial Union S.A. E.F.C.", "company"),
        ("Cabrera Gil Lawyers S.L.", "company"),
        ("Municipal Group of the Popular Party in Foz", "ngo"),
    ],
)
def test_the_words_of_a_name_say_its_kind(name: str, kind: str) -> None:
    """What an office is of does not count, and a legal form makes a firm."""
    assert kind_of(name) == kind
    assert Parties().target(name, None, {}).named


def test_the_spelling_of_a_legal_form_makes_no_other_entity() -> None:
    """Nor does the translation of one."""
    parties = Parties()
    found = {
        parties.target(name, None, {}).id for name in ("Gyldendal A / S", "Gyldendal A/S", "GYLDENDAL A/S")
    }
    assert len(found) == 1


def test_each_row_is_taken_or_refused_with_a_reason(tmp_path: Path) -> None:
    """No row is lost."""
    text = (
        HEAD + "AEPD,Spain,Acme S.L.,01.02.2020,100,https://example.org\n"
        "Nobody,Spain,Acme S.L.,01.02.2020,100,\n"
        "AEPD,Spain,Acme S.L.,2020/02/01,100,\n"
        "AEPD,Spain,Acme S.L.,01.02.2020,much,\n"
    )
    found = prepare(_file(tmp_path, text), COLUMNS)
    assert [one.number for one in found.entries] == [1]
    assert [one.row.number for one in found.refused] == [2, 3, 4]
    assert found.report.rows == 4
    assert sum(len(numbers) for numbers in found.report.reasons.values()) == found.report.refused == 3


def test_a_missing_column_refuses_the_table(tmp_path: Path) -> None:
    """Once, with the columns that there are, and not for each row."""
    with pytest.raises(NotFound, match="who"):
        prepare(_file(tmp_path, "a,b\n1,2\n"), COLUMNS)


def test_several_targets_of_a_row_share_its_sum(tmp_path: Path) -> None:
    """One fact each."""
    columns = COLUMNS.model_copy(
        update={"properties": {**COLUMNS.properties, "target": Property(column="whom", split=";")}}
    )
    text = HEAD + "AEPD,Spain,Acme S.L.; Bolt S.A.,01.02.2020,100,\n"
    found = prepare(_file(tmp_path, text), columns)
    assert [(one.target, one.shared) for one in found.entries] == [("Acme S.L.", True), ("Bolt S.A.", True)]


def test_the_whole_of_a_real_list() -> None:
    """All 347 rows of TidyTuesday are accounted for."""
    path = shared_folder() / "data" / "privacyaffairs_2020" / "gdpr_violations.tsv"
    found = prepare(path, mapping("tidytuesday-2020"))
    assert found.report.rows == 347
    assert len(found.entries) + found.report.refused == 347
    assert found.report.refused == 2
