"""What reconciliation clients are answered, in the words of version 0.2 and of the draft of 1.0. Pure."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any, Final

from graph.vocabulary import KINDS

Json = dict[str, Any]

_TITLES: Final = {
    "all": "whofined",
    "regulators": "whofined: regulators",
    "firms": "whofined: firms",
}
FEATURES: Final = {
    "name": "likeness of the name, 0 to 100",
    "country_in_name": "points for a country named with the name",
    "type": "is of an expected type",
    "facts": "facts in which it has a part",
}
_WIDTH, _HEIGHT = 420, 240


def type_(name: str) -> Json:
    """A kind of entity as a type."""
    return {"id": name, "name": KINDS[name].plural}


def described_type(name: str) -> Json:
    """The same with what it means."""
    return type_(name) | {"description": KINDS[name].description}


def feature_name(name: str) -> str:
    """What a feature is, for a person."""
    return FEATURES.get(name) or f"has the given {name.removeprefix('property_').replace('_', ' ')}"


def manifest(scope: str, kinds: Sequence[str], home: str, root: str, *, keyed: bool) -> Json:
    """The manifest of version 0.2. ``home`` is the address of the service, ``root`` that of this part of it."""
    suggest = {
        name: {
            "service_url": root,
            "service_path": f"/suggest/{name}",
            "flyout_service_url": root,
            "flyout_service_path": f"/flyout/{name}?id=${{id}}",
        }
        for name in ("entity", "property", "type")
    }
    return _common(scope, kinds, home, keyed=keyed) | {
        "versions": ["0.2"],
        "identifierSpace": f"{home}/entities/",
        "schemaSpace": f"{home}/v1/vocabulary",
        "view": {"url": f"{home}/entities/{{{{id}}}}"},
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", "width": _WIDTH, "height": _HEIGHT},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/extend/propose"},
            "property_settings": [],
        },
    }


def draft_manifest(scope: str, kinds: Sequence[str], home: str, batch: int, *, keyed: bool) -> Json:
    """The manifest of the draft of version 1.0: paths are fixed, so it names none."""
    return _common(scope, kinds, home, keyed=keyed) | {
        "versions": ["1.0-draft"],
        "view": {"url": f"{home}/entities/{{id}}"},
        "preview": {"width": _WIDTH, "height": _HEIGHT},
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": []},
        "batchSize": batch,
        "standardizedScore": True,
        "lang": "en",
        "dir": "ltr",
    }


def _common(scope: str, kinds: Sequence[str], home: str, *, keyed: bool) -> Json:
    scheme = {"authentication": {"type": "apiKey", "name": "Authorization", "in": "header"}} if keyed else {}
    return {
        "name": _TITLES[scope],
        "documentation": f"{home}/docs",
        "serviceVersion": version("whofined"),
        "defaultTypes": [type_(name) for name in kinds],
        **scheme,
    }


def candidate(one: Any) -> Json:
    """A candidate; features have names only in the draft."""
    return {
        "id": one.id,
        "name": one.name,
        "description": one.description,
        "type": [type_(one.kind)],
        "score": one.score,
        "match": one.match,
        "features": [{"id": name, "value": value} for name, value in one.features.items()],
    }


def draft_candidate(one: Any) -> Json:
    """A candidate of the draft."""
    features = [
        {"id": name, "name": feature_name(name), "value": value} for name, value in one.features.items()
    ]
    return candidate(one) | {"features": features}


def suggestion(row: Mapping[str, Any], description: str) -> Json:
    """An entity that is suggested."""
    return {
        "id": row["id"],
        "name": row["name"],
        "description": description,
        "notable": [type_(row["kind"])],
    }


def property_(one: Any) -> Json:
    """A property."""
    return {"id": one.id, "name": one.name}


def described_property(one: Any) -> Json:
    """The same with what it means."""
    return property_(one) | {"description": one.description}
