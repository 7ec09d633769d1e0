"""Which extractor reads, where the model is, and what is kept of its answers."""

import pickle
import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import Settings
from graph.errors import ConfigurationError, InvalidInput
from seed.extract.engine import extract
from seed.extract.types import Document
from seed.llm import cache, prompt
from seed.llm.cache import Asked
from seed.llm.choose import NAMES, endpoint, extractor
from seed.llm.endpoint import Endpoint
from seed.llm.extractor import LanguageModel
from seed.llm.report import ModelExtraction, Report, report_of
from tests.unit.llm import stub
from tests.unit.llm.stub import KEY, claims, party, row

TEXT = "The CNIL fined Clearview AI €20 million."
GOOD = claims(
    row("The CNIL fined Clearview AI", party("CNIL", "regulator"), party("Clearview AI", "company"))
)
ASKED = Asked("m", "v", "d", "q")


def test_the_rules_read_unless_a_model_is_asked_for() -> None:
    """The default needs no setting; a name that there is not is refused."""
    assert extractor(NAMES[0], Settings()) is extract
    with pytest.raises(InvalidInput, match=r"no extractor 'magic'.*rules, llm"):
        extractor("magic", Settings())


def test_a_model_reads_where_the_settings_name_one(tmp_path: Path) -> None:
    """URL, model, key and seconds are those of the settings; answers are kept under the cache folder."""
    with stub.serving(GOOD) as server:
        given = Settings(home=tmp_path, llm_url=server.url, llm_model="m", llm_seconds=7)
        reader = extractor(
            "llm", given.model_copy(update={"llm_key": Settings.model_validate({"llm_key": KEY}).llm_key})
        )
        assert [claim.object.id for claim in reader(Document(TEXT)).claims] == ["clearview-ai"]
    assert server.keys == [f"Bearer {KEY}"]
    assert list((tmp_path / "cache" / "llm").rglob("*.json"))
    assert endpoint(given).seconds == 7


@pytest.mark.parametrize(
    ("values", "variable"),
    [
        ({}, "WHOFINED_LLM_URL"),
        ({"llm_url": "http://h/v1"}, "WHOFINED_LLM_MODEL"),
        ({"llm_url": "file:///etc/passwd", "llm_model": "m"}, "WHOFINED_LLM_URL"),
        ({"llm_url": "localhost:11434", "llm_model": "m"}, "WHOFINED_LLM_URL"),
        ({"llm_url": "http:///v1", "llm_model": "m"}, "WHOFINED_LLM_URL"),
        ({"llm_url": "http://[::1", "llm_model": "m"}, "WHOFINED_LLM_URL"),
        ({"llm_url": "http://h:99999/v1", "llm_model": "m"}, "WHOFINED_LLM_URL"),
        ({"llm_url": "http://llm.example/v1", "llm_model": "m", "llm_key": KEY}, "in the clear"),
        ({"llm_url": "http://8.8.8.8/v1", "llm_model": "m", "llm_key": KEY}, "in the clear"),
        ({"llm_url": f"https://me:{KEY}@h/v1", "llm_model": "m"}, "WHOFINED_LLM_KEY"),
        ({"llm_url": f"https://h/v1?key={KEY}", "llm_model": "m"}, "WHOFINED_LLM_KEY"),
        ({"llm_url": "http://h/v1", "llm_model": "m", "llm_key": f"{KEY}\nX: y"}, "WHOFINED_LLM_KEY"),
        ({"llm_url": "http://h/v1", "llm_model": "m", "llm_key_file": Path("none")}, "WHOFINED_LLM_KEY_FILE"),
    ],
)
def test_a_setting_that_is_wrong_is_named(values: dict[str, object], variable: str) -> None:
    """With what to do, and without the key."""
    with pytest.raises(ConfigurationError, match=variable) as caught:
        extractor("llm", Settings.model_validate(values))
    assert KEY not in str(caught.value)


def test_the_key_comes_from_one_place(tmp_path: Path) -> None:
    """From the variable, or from a file without its line end; never both; an empty one is none."""
    file = tmp_path / "key"
    where = {"llm_url": "http://h/v1", "llm_model": "m"}
    for content, expected in ((f"{KEY}\n", KEY), ("\n", None)):
        file.write_text(content, encoding="utf-8")
        assert endpoint(Settings.model_validate({**where, "llm_key_file": file})).key == expected
    with pytest.raises(ValidationError, match="keep one"):
        Settings.model_validate({**where, "llm_key": KEY, "llm_key_file": file})


def test_a_document_is_asked_about_once(tmp_path: Path) -> None:
    """Its answer is kept: by text, context, model and prompt; what differs in one of them is asked anew."""
    with stub.serving(GOOD) as server:
        reader = LanguageModel(endpoint(Settings(llm_url=server.url, llm_model="m")), tmp_path)
        first = reader(Document(TEXT))
        assert reader(Document(TEXT)) == first
        assert len(server.asked) == 1
        assert [report_of(reader(Document(TEXT))), first.report] == [
            Report(claims=1, cached=1),
            Report(claims=1, requests=1),
        ]
        reader(Document(TEXT, published="2022"))
        reader(Document(TEXT + " "))
        LanguageModel(endpoint(Settings(llm_url=server.url, llm_model="n")), tmp_path)(Document(TEXT))
        assert len(server.asked) == 4
    # The endpoint is gone.
    assert reader(Document(TEXT)) == first


def test_an_entry_that_is_broken_is_asked_for_again(tmp_path: Path) -> None:
    """Cut short, empty, or with an answer that cannot be read."""
    for content in ("", '{"model": "m"', '{"model":"m","prompt":"v","document":"d","answer":"hm"}'):
        with stub.serving(GOOD) as server:
            reader = LanguageModel(endpoint(Settings(llm_url=server.url, llm_model="m")), tmp_path)
            reader(Document(TEXT))
            [entry] = tmp_path.rglob("*.json")
            entry.write_text(content, encoding="utf-8")
            assert len(reader(Document(TEXT)).claims) == 1
            assert len(reader(Document(TEXT)).claims) == 1
        assert len(server.asked) == 1 + (content == "")


def test_an_answer_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    """It comes back as it was, in a folder of its owner; a folder that cannot be made is said, and no scrap stays."""
    folder = tmp_path / "llm"
    cache.keep(folder, ASKED, "é\n罰金")
    assert cache.find(folder, ASKED) == "é\n罰金"
    cache.keep(folder, ASKED, "second")
    assert cache.find(folder, ASKED) == "second"
    assert cache.find(folder, Asked("m", "other", "d", "q")) is None
    [entry] = [path for path in folder.rglob("*") if path.is_file()]
    assert stat.S_IMODE(entry.parent.stat().st_mode) == 0o700
    entry.unlink()
    entry.mkdir()
    with pytest.raises(ConfigurationError, match=r"cannot be kept.*WHOFINED_HOME"):
        cache.keep(folder, ASKED, "third")
    assert list(entry.parent.iterdir()) == [entry]
    (tmp_path / "file").touch()
    with pytest.raises(ConfigurationError, match="cannot be kept"):
        cache.keep(tmp_path / "file", ASKED, "x")


def test_a_reader_can_go_to_another_process(tmp_path: Path) -> None:
    """Work is spread over processes, so an extractor must be picklable."""
    reader = extractor("llm", Settings(home=tmp_path, llm_url="http://h/v1", llm_model="m"))
    sent = pickle.loads(pickle.dumps(reader))  # noqa: S301
    assert sent == reader
    extraction = ModelExtraction("d", (), None, "llm", "m", report=Report(claims=3, dropped_quotes=1_000))
    assert str(pickle.loads(pickle.dumps(extraction)).report) == "claims 3, dropped quotes 1,000"  # noqa: S301
    assert report_of(extract(Document(TEXT))) == Report()


def test_another_prompt_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The version follows from what the model is told and the schema it is held to."""
    before = prompt.version()
    prompt.version.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(prompt, "instructions", lambda: "Do as you like.")
        assert prompt.version() != before
    prompt.version.cache_clear()
    assert prompt.version() == before


@pytest.mark.parametrize(
    "url",
    [
        "https://llm.example/v1",
        "http://ollama:11434/v1",
        "http://[::1]/v1",
        "http://10.0.0.7/v1",
        "http://llm.local/v1",
    ],
)
def test_a_key_goes_by_https_or_stays_near(url: str) -> None:
    """The same machine, a container beside it, a private network."""
    given = Settings.model_validate({"llm_url": url, "llm_model": "m", "llm_key": KEY})
    assert endpoint(given).address == f"{url}/chat/completions"
    assert Endpoint(f"{url}/chat/completions/", "m").address == f"{url}/chat/completions"
