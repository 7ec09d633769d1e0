"""The container files as data."""

import re
from typing import Any, Final

import yaml

from tests.requirements import CHECKOUT

COMPOSE: Final = CHECKOUT / "docker-compose.yml"
DOCKERFILE: Final = CHECKOUT / "Dockerfile"
IMAGE_CONTROLS: Final = frozenset(
    {"NEO4J_AUTH", "NEO4J_AUTH_PATH", "NEO4J_DEBUG", "NEO4J_EDITION", "NEO4J_PLUGINS"}
)
"""Variables that the Neo4j image reads itself; all others with its prefix become settings."""


def compose() -> dict[str, Any]:
    """docker-compose.yml, parsed."""
    return yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))


def service(name: str) -> dict[str, Any]:
    """One service of docker-compose.yml."""
    return compose()["services"][name]


def neo4j_settings() -> dict[str, str]:
    """Settings of Neo4j that docker-compose.yml gives, under their real names.

    The image's rule: without the prefix, `__` is an underscore and `_` a dot; secrets and controls stay out.
    """
    return {
        re.sub("_", ".", name.removeprefix("NEO4J_").replace("__", "\0")).replace("\0", "_"): str(value)
        for name, value in service("neo4j")["environment"].items()
        if not name.endswith("_FILE") and name not in IMAGE_CONTROLS
    }


def instructions() -> list[tuple[str, str]]:
    """Instructions of the Dockerfile with their arguments, continuation lines joined."""
    text = re.sub(r"\\\n", " ", DOCKERFILE.read_text(encoding="utf-8"))
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [
        (word.upper(), " ".join(rest.split())) for word, _, rest in (line.partition(" ") for line in lines)
    ]


def final_stage() -> list[tuple[str, str]]:
    """The instructions of the stage that becomes the image."""
    found = instructions()
    start = max(index for index, (word, _) in enumerate(found) if word == "FROM")
    return found[start:]
