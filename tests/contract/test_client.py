"""A client that others generate from the OpenAPI document: it is made, imported, and calls the service."""

import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.docs import openapi
from tests.requirements import CHECKOUT

PACKAGE = "generated_client"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The generated package, importable."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "config.yaml").write_text("post_hooks: []\n", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none",
            "--path", str(CHECKOUT / "openapi.json"), "--config", str(folder / "config.yaml"),
            "--output-path", str(folder / PACKAGE),
        ],
        capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield importlib.import_module(PACKAGE)


def test_it_has_every_operation(generated: ModuleType) -> None:
    """Each route of the document is a module of the client."""
    folder = Path(str(generated.__file__)).parent / "api"
    made = {path.stem for path in folder.rglob("*.py")} - {"__init__"}
    operations = {
        operation["operationId"] for methods in openapi()["paths"].values() for operation in methods.values()
    }
    # A document comes in several raw forms, for which the generator has no code.
    assert operations - made <= {"add_document"}


def answered(call: Callable[[], Any]) -> Any:
    """The model of a good answer; on a server that has just started a first query may take too long."""
    answer = call()
    answer = call() if answer.status_code == 503 else answer
    assert answer.status_code == 200, answer
    return answer.parsed


def test_it_calls_the_service(generated: ModuleType, address: str) -> None:
    """Answers come as typed models, failures as problems."""
    list_fines = importlib.import_module(f"{PACKAGE}.api.facts.list_fines")
    get_fact = importlib.import_module(f"{PACKAGE}.api.facts.get_fact")
    problem = importlib.import_module(f"{PACKAGE}.models.problem")
    with generated.Client(base_url=address, timeout=30) as client:
        fines = answered(lambda: list_fines.sync_detailed(client=client, object_=["clearview-ai"], limit=2))
        fact = answered(lambda: get_fact.sync_detailed(client=client, id="clearview-uk-2022"))
        missing = get_fact.sync_detailed(client=client, id="no-such-fact")
    assert [item.relation for item in fines.items] == ["FINED", "FINED"]
    assert fines.total.value > 2
    assert (fact.amount.value, fact.amount.currency) == (7_552_800, "GBP")
    assert [stage.stage for stage in fact.stages]
    assert missing.status_code == 404
    assert isinstance(missing.parsed, problem.Problem)
