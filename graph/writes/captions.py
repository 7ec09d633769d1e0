"""Words of captions: how relations are said, and what of a name is left out."""

from typing import Final

from graph.vocabulary import RELATIONS

FORMS: Final = (
    ", Inc.", " Inc.", " Inc", ", LLC", " LLC", ", Ltd.", " Ltd.", " Ltd", " Limited", " plc", ", Corp.", " Corp.",
    " Corporation", " GmbH", " AG", " SE", " S.A.", " S.p.A.", " S.r.l.", " B.V.", " N.V.", " AB", " AS", " ApS",
)  # fmt: skip
"""Endings of names of firms that a caption does without."""
VERBS: Final = {name: relation.forward for name, relation in RELATIONS.items()}
