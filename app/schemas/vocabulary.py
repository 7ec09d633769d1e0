"""The vocabulary, as it is answered."""

from app.schemas.parts import Schema


class Word(Schema):
    """A word and its meaning."""

    name: str
    description: str


class KindWord(Word):
    """A kind of entity: its label in the graph, and the properties that only it has."""

    label: str
    plural: str
    color: str
    caption: str
    properties: list[str]


class RelationWord(Word):
    """A kind of relation: how it reads, between which kinds, with which life cycle and third parties."""

    forward: str
    backward: str
    subjects: list[str]
    objects: list[str]
    topic: str
    symmetric: bool
    money: bool
    changes: bool
    opening: list[str]
    stages: list[str]
    roles: list[str]
    sum_told: bool
    dated: bool
    announced: bool
    pending: bool
    proposed_as: str | None
    gives: str | None
    recorded_as: list[str]
    by: str
    nouns: list[str]


class StageWord(Word):
    """A stage, and the status that it leads to."""

    status: str | None


class StatusWord(Word):
    """A status, and whether what has it stands (null: the question has no meaning)."""

    stands: bool | None


class DocumentKindWord(Word):
    """A kind of document, and whether it counts as a source."""

    counted: bool


class Vocabulary(Schema):
    """Every word that the service uses in a field of its own."""

    kinds: list[KindWord]
    relations: list[RelationWord]
    roles: list[Word]
    stages: list[StageWord]
    statuses: list[StatusWord]
    modalities: list[Word]
    stances: list[Word]
    reviews: list[Word]
    tiers: list[Word]
    found: list[Word]
    check_states: list[Word]
    document_kinds: list[DocumentKindWord]
    precisions: list[Word]
