"""The container files: valid by the specification, closed by default, and in step with the settings."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from app.settings import Settings, known_variables, load_settings
from graph.connection import size_in_bytes
from graph.server.configuration import Ports, neo4j_conf
from graph.server.layout import Layout
from graph.server.memory import MIB, OVERHEAD, Shares
from tests.contract import container_files
from tests.requirements import CHECKOUT

SCHEMA = CHECKOUT / "tests" / "contract" / "vendor" / "compose-spec.json"
SERVICES = ("neo4j", "service")


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The Compose Specification's own schema."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def test_compose_file_follows_the_specification(schema: dict[str, Any]) -> None:
    """docker-compose.yml is valid by the schema of the Compose Specification."""
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(container_files.compose()))
    assert [error.message for error in errors] == []


def test_a_misspelt_key_would_be_found(schema: dict[str, Any]) -> None:
    """The schema check can fail: a key that Compose does not know is an error."""
    wrong = container_files.compose()
    wrong["services"]["neo4j"]["heathcheck"] = wrong["services"]["neo4j"].pop("healthcheck")
    assert not jsonschema.Draft202012Validator(schema).is_valid(wrong)


def test_neo4j_image_has_the_exact_version_that_the_project_is_tested_on() -> None:
    """One version everywhere: the image's tag is the default of the local server."""
    version = Settings.model_fields["neo4j_version"].default
    assert container_files.service("neo4j")["image"] == f"neo4j:{version}-community"


def test_neo4j_is_as_closed_as_the_local_server(tmp_path: Path) -> None:
    """Apart from its size, the container is told nothing that the local server is not told too."""
    version = Settings.model_fields["neo4j_version"].default
    conf = neo4j_conf(
        version, Layout(tmp_path, tmp_path, tmp_path), Ports(7687, 7474), Shares(512 * MIB, 256 * MIB)
    )
    local = dict(line.split("=", 1) for line in conf.splitlines())
    assert container_files.neo4j_settings().items() <= local.items()


@pytest.mark.parametrize("name", SERVICES)
def test_containers_start_with_little_power(name: str) -> None:
    """An ordinary user, no capabilities, no way to gain any, and a health check of its own."""
    service = container_files.service(name)
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["healthcheck"]["test"][0] == "CMD"
    assert "privileged" not in service
    assert user_of(name).partition(":")[0] not in {"", "0", "root"}


@pytest.mark.parametrize("name", SERVICES)
def test_containers_have_bounds(name: str) -> None:
    """A leak or a storm of processes ends in its container, and the machine goes on."""
    service = container_files.service(name)
    assert size_in_bytes(service["mem_limit"]) >= 512 * MIB
    assert 0 < service["pids_limit"] <= 1024
    assert service["stop_grace_period"]


def test_what_neo4j_is_given_fits_into_its_container() -> None:
    """Heap, page cache and the JVM's own needs leave room below the limit: nothing is killed for its memory."""
    settings = container_files.neo4j_settings()
    parts = ("server.memory.heap.max_size", "server.memory.pagecache.size")
    needed = sum(size_in_bytes(settings[name]) for name in parts) + OVERHEAD
    assert needed <= size_in_bytes(container_files.service("neo4j")["mem_limit"])


def user_of(name: str) -> str:
    """The user that a service runs as: its own setting, or the last USER of its image."""
    users = [argument for word, argument in container_files.final_stage() if word == "USER"]
    return container_files.service(name).get("user") or users[-1]


@pytest.mark.parametrize("name", SERVICES)
def test_ports_are_on_loopback(name: str) -> None:
    """Nothing is reachable from another machine unless someone changes the file."""
    assert all(port.startswith("127.0.0.1:") for port in container_files.service(name)["ports"])


def test_the_service_cannot_write_to_its_image() -> None:
    """The root file system is read-only; scratch space is memory, its home a volume."""
    service = container_files.service("service")
    assert service["read_only"] is True
    assert [mount.partition(":")[0] for mount in service["tmpfs"]] == ["/tmp"]  # noqa: S108
    assert all(not volume.startswith((".", "/")) for volume in service["volumes"])


def test_volumes_and_secrets_are_declared() -> None:
    """Each volume has a name, each secret is a file of its own outside version control."""
    compose = container_files.compose()
    used = {volume.partition(":")[0] for name in SERVICES for volume in compose["services"][name]["volumes"]}
    assert used == set(compose["volumes"])
    assert {secret for name in SERVICES for secret in compose["services"][name]["secrets"]} == set(
        compose["secrets"]
    )
    assert "/secrets/" in (CHECKOUT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert all(secret["file"].startswith("./secrets/") for secret in compose["secrets"].values())


@pytest.mark.parametrize("name", SERVICES)
def test_no_password_is_written_into_the_file(name: str) -> None:
    """Passwords come as files; a variable that could hold one is not set."""
    names = set(container_files.service(name)["environment"])
    assert names.isdisjoint({"NEO4J_AUTH", "NEO4J_PASSWORD"})


def test_the_service_is_given_settings_that_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """What image and compose file set is read by the settings, and leads to the other container."""
    image = dict(
        pair.split("=", 1)
        for word, argument in container_files.final_stage()
        if word == "ENV"
        for pair in argument.split()
    )
    given = {name: value for name, value in image.items() if name.startswith("WHOFINED_")}
    given |= container_files.service("service")["environment"]
    assert set(given) <= set(known_variables())
    for name in known_variables():
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, str(value))
    settings = load_settings()
    assert settings.neo4j_uri == "bolt://neo4j:7687"
    assert (settings.host, settings.port) == ("0.0.0.0", 8000)  # noqa: S104


def test_the_service_reports_its_own_readiness() -> None:
    """Image and compose file ask the same question, and Neo4j comes first."""
    [check] = [argument for word, argument in container_files.final_stage() if word == "HEALTHCHECK"]
    test = container_files.service("service")["healthcheck"]["test"]
    assert json.loads(check[check.index("[") :]) == test[1:]
    assert "/readyz" in test[-1]
    assert container_files.service("service")["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_the_image_is_built_from_what_it_copies_and_nothing_else() -> None:
    """COPY names what exists; .dockerignore starts from nothing, so that no secret slips in."""
    first, *patterns = ignore_patterns()
    assert first == "*"
    allowed = {line.removeprefix("!").rstrip("/") for line in patterns if line.startswith("!")}
    copies = [argument.split() for word, argument in container_files.instructions() if word == "COPY"]
    sources = {name for words in copies if not words[0].startswith("--") for name in words[:-1]}
    assert sources == allowed
    assert all((CHECKOUT / name).exists() for name in sources)


def ignore_patterns() -> list[str]:
    """The lines of .dockerignore without comments."""
    lines = (CHECKOUT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
