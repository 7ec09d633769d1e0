"""Entity kinds: what may be the subject, object or third party of a relation.

Labels are the node labels seen in Neo4j Browser; captions name the property shown on a node.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class EntityKind:
    """One kind of entity, with every word that a person or a machine needs for it."""

    name: str
    label: str
    plural: str
    description: str
    color: str
    caption: str = "name"
    properties: tuple[str, ...] = ()


_KINDS: Final = (
    EntityKind(
        "regulator",
        "Regulator",
        "regulators",
        "A public body that enforces privacy law: a data protection authority, attorney general or sector regulator.",
        "#1f4e8c",
        properties=("acronym", "website", "main_law", "regulator_kind", "unregistered"),
    ),
    EntityKind(
        "company",
        "Company",
        "companies",
        "A firm, or a group of firms.",
        "#c2410c",
        properties=("parent", "lei", "company_number", "seat", "incorporated"),
    ),
    EntityKind(
        "platform",
        "Platform",
        "platforms",
        "A service or product that people use, such as a social network; not the firm that runs it.",
        "#7c3aed",
        properties=("operator",),
    ),
    EntityKind("person", "Person", "people", "A natural person.", "#be185d", properties=("role",)),
    EntityKind(
        "ngo",
        "CivilSociety",
        "civil society bodies",
        "A body of civil society, or its plaintiffs.",
        "#15803d",
    ),
    EntityKind("court", "Court", "courts", "A court or tribunal.", "#854d0e"),
    EntityKind(
        "law", "Law", "laws", "A statute, regulation or convention.", "#475569", properties=("short",)
    ),
    EntityKind(
        "public_body",
        "PublicBody",
        "public bodies",
        "A public body that does not enforce privacy law, such as a police force or a ministry.",
        "#0e7490",
    ),
    EntityKind("media", "Media", "media", "A publisher of news.", "#6b7280"),
    EntityKind("country", "Country", "countries", "A country, by ISO 3166-1.", "#4d7c0f"),
)

KINDS: Final[dict[str, EntityKind]] = {kind.name: kind for kind in _KINDS}

BODIES: Final = ("regulator", "company", "platform", "person", "ngo", "court", "public_body", "media")
"""Kinds that can act or be acted on: everything that is not a law or a place."""
