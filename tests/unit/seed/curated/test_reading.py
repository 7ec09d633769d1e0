"""Reading record files: shapes, and the place of every problem."""

from pathlib import Path

import pytest

from seed.curated import Problem, check
from seed.curated.reading import read
from tests.record_folder import RecordFolder


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_the_day_up_to_which_records_were_kept_is_data(folder: RecordFolder) -> None:
    """It is read where it is given; undated stages are bounded by it, and anything but a day is a problem."""
    written = folder.write()
    assert read(written).kept_until is None
    for text, reason in (
        ("kept_until: '2026-06'\n", "'2026-06' is not a day"),
        ("kept_until: 2026\n", "exactly one key"),
        ("until: '2026-06-30'\n", "exactly one key"),
        ("kept_until: [\n", "no valid YAML"),
    ):
        _write(written, "records.yaml", text)
        assert [reason in str(problem) for problem in check(written)] == [True]
    _write(written, "records.yaml", "kept_until: '2026-06-30'\n")
    assert check(written) == []
    assert read(written).kept_until == "2026-06-30"


def test_a_folder_in_order_has_no_problems(folder: RecordFolder) -> None:
    """The example that the other tests break is accepted as it is."""
    assert check(folder.write()) == []


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("entities/a.yaml", "entities:\n- id: x\n  id: y\n", 3, "key 'id' twice"),
        ("entities/a.yaml", "entities: [\n", 2, "is no valid YAML"),
        ("entities/a.yaml", "", 1, "exactly one key, entities"),
        ("entities/a.yaml", "regulators: []\n", 1, "exactly one key, entities"),
        ("entities/a.yaml", "entities: []\nmore: 1\n", 1, "exactly one key, entities"),
        ("entities/a.yaml", "entities: text\n", 1, "exactly one key, entities"),
        ("entities/a.yaml", "entities:\n- text\n", 2, "should be an object"),
        ("entities/a.yaml", "entities:\n- id: x\n  name: X\n  kind: company\n", 2, "aliases: Field required"),
        (
            "entities/a.yaml",
            "entities:\n- id: x\n  name: X\n  kind: ship\n  aliases: []\n",
            4,
            "'ship' is unknown",
        ),
        ("entities/a.yaml", "entities:\n- id: X Y\n  name: X\n  kind: company\n  aliases: []\n", 2, "slug"),
        (
            "entities/a.yaml",
            "entities:\n- id: x\n  name: X\n  kind: company\n  aliases: [a, a]\n",
            5,
            "names a twice",
        ),
        (
            "entities/a.yaml",
            "entities:\n- id: x\n  nom: X\n  kind: company\n  aliases: []\n",
            3,
            "nom: Extra inputs",
        ),
        ("strange/a.yaml", "strange: []\n", 1, "is in no folder of records"),
        ("totals/a.yaml", "totals:\n- id: x\n  amount: '5'\n  currency: EUR\n", 3, "'5' is not a number"),
        ("totals/a.yaml", "totals:\n- id: x\n  amount: true\n  currency: EUR\n", 3, "True is not a number"),
        *(
            (
                "totals/a.yaml",
                f"totals:\n- id: x\n  amount: {odd}\n  currency: EUR\n",
                3,
                f"{odd} is not written as",
            )
            for odd in (
                "010000",
                "0x1F",
                "0b11",
                "1_000",
                "1:40:00",
                "190:20:30.15",
                "6.8523015e+5",
                ".5",
                ".inf",
                "+5",
            )
        ),
        (
            "actions/a.yaml",
            "actions:\n- id: x\n  country: NO\n",
            3,
            "country: YAML reads NO as true or false",
        ),
        (
            "actions/a.yaml",
            "actions:\n- id: x\n  stages:\n  - amount: 007\n",
            4,
            "amount: 007 is not written as",
        ),
        ("totals/a.yaml", "totals:\n- id: x\n  amount: 5\n  currency: XYZ\n", 4, "'XYZ' is not an ISO 4217"),
        ("sources/a.yaml", "sources:\n- id: x\n  title: X\n  url: x\n", 4, "'x' is not a web address"),
    ],
)
def test_each_problem_names_file_line_and_reason(
    tmp_path: Path, name: str, text: str, line: int, reason: str
) -> None:
    """Whatever is wrong with a file is told with its line, and nothing is raised."""
    problems = check(_write(tmp_path, name, text))
    found = [one for one in problems if reason in one.reason]
    assert found, problems
    assert (found[0].place.file, found[0].place.line) == (name, line)


def test_a_problem_reads_as_file_line_record_reason(folder: RecordFolder) -> None:
    """A person can open the file at the line, and sees which record it is."""
    problems = check(folder.set("boss", role=7).write())
    assert str(problems[0]).startswith("entities/others.yaml:")
    assert ": boss: role: Input should be a valid string" in str(problems[0])


def test_a_file_that_is_no_text_is_a_problem(folder: RecordFolder) -> None:
    """Bytes that are no UTF-8 do not stop the check of other files."""
    path = folder.write() / "totals" / "broken.yaml"
    path.write_bytes(b"totals: \xff\xfe")
    assert [problem.place.file for problem in check(folder.folder)] == ["totals/broken.yaml"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    """A wrong path must not look like records in order."""
    problems = check(tmp_path)
    assert [isinstance(problem, Problem) for problem in problems] == [True]
    assert "no record files" in problems[0].reason


@pytest.mark.parametrize("value", ["2022-02-30", "22", "2022-5", "May 2022"])
def test_a_date_that_is_none_is_told_at_its_line(folder: RecordFolder, value: str) -> None:
    """Only years, months and days of the calendar are dates."""
    problems = check(folder.set("acme-us-2022", decision_date=value).write())
    assert any("is not a date" in problem.reason and problem.record == "acme-us-2022" for problem in problems)


def test_unquoted_dates_are_taken_as_text(tmp_path: Path) -> None:
    """A day without quotes means the same as one with quotes; a bare year is a number and is refused."""
    base = "sources:\n- id: x\n  title: X\n  url: https://x.test/\n  publisher: X\n  kind: press\n"
    text = f"{base}  seen_as: archived copy\n  published: 2022-05-18\n"
    assert check(_write(tmp_path, "sources/a.yaml", text)) == []
    assert len(check(_write(tmp_path, "sources/a.yaml", text.replace("2022-05-18", "2022")))) == 1


def test_records_keep_the_lines_of_their_keys(folder: RecordFolder) -> None:
    """A problem of one key points to that key, not to the record."""
    records = read(folder.write()).records
    acme = next(placed for placed in records if placed.id == "acme")
    assert acme.lines["kind"] == acme.place.line + 2
    assert acme.problem("x", "kind").place.line == acme.place.line + 2
    assert acme.problem("x").place.line == acme.place.line
