"""What a question asks, as a value: who, what, whom, where, when, how much, and in which form the answer is wanted."""

from dataclasses import dataclass, field
from typing import Literal

from app.ask.amounts import Bound
from app.ask.time import Time
from graph.errors import InvalidInput

Form = Literal[
    "facts",
    "verdict",
    "amount",
    "date",
    "count",
    "sum",
    "average",
    "median",
    "why",
    "articles",
    "top",
    "most",
    "left",
    "compare",
    "rulings",
]
Side = Literal["subject", "object", "country", "year", "decision"]

FORMS = (
    "Who fined Clearview AI?",
    "Whom did the CNIL fine in 2024?",
    "Did the ICO fine TikTok?",
    "How much did the Dutch regulator fine Uber?",
    "When was Spotify fined?",
    "How many fines were imposed in Spain since 2021?",
    "How much has Google been fined in France in total?",
    "What is the biggest GDPR fine?",
    "Which fines of the DPC are under appeal?",
    "Why was Volkswagen fined?",
    "Who sued, investigated, ordered, settled with or complained about Clearview?",
)


class CannotRead(InvalidInput):
    """The text is no question about these facts."""

    def __init__(self, why: str, remedy: str | None = None) -> None:
        super().__init__(
            f"this cannot be read as a question about privacy enforcement: {why}",
            where="q",
            remedy=remedy or "ask for example: " + " · ".join(FORMS),
        )


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a question: as written, all that carry it, and whom it takes in once groups are opened."""

    text: str
    carriers: tuple[str, ...]
    ids: tuple[str, ...]
    guessed: bool = False
    members: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Places that bound who acts or who is acted on; ``outside`` turns them round."""

    text: str
    codes: frozenset[str]
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """A question that was read.

    ``relations`` empty means all. ``parties`` may have either part. ``unknown`` are names that nobody carries.
    ``together`` wants decisions of all subjects. ``status`` are conditions of ``lexicon.STATUSES``; where ``form`` is
    ``verdict`` they are what is asked; ``unlike`` wants facts without it. ``measure`` is what is wanted of the first of
    an order. ``repeated`` is how many decisions each must have; ``never`` asks whether there is none. Sums are wanted
    in ``currency``. ``read_as`` are misspelled words, and as what they were read.
    ``first_of`` is by what a yes or no asks whether it is the first of all.
    ``about`` are names of what it is about: in the fact with any part, or in its summary.
    ``courts`` brought the status about. ``more_articles`` are wanted beside ``article``, or instead (``any_article``).
    """

    question: str
    form: Form
    measure: Form = "facts"
    relations: tuple[str, ...] = ()
    subjects: tuple[Named, ...] = ()
    objects: tuple[Named, ...] = ()
    parties: tuple[Named, ...] = ()
    excluded: tuple[Named, ...] = ()
    about: tuple[Named, ...] = ()
    unknown: tuple[str, ...] = ()
    every: bool = False
    together: bool = False
    asked: Side = "decision"
    asked_kinds: tuple[str, ...] = ()
    target_kinds: tuple[str, ...] = ()
    office: str | None = None
    places: tuple[Place, ...] = ()
    target_places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    valid_on: str | None = None
    bound: Bound | None = None
    laws: tuple[Named, ...] = ()
    article: str | None = None
    status: tuple[str, ...] = ()
    top: tuple[str, str] | None = None
    limit: int | None = None
    topics: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    larger: bool = True
    what: bool = False
    by_sum: bool = False
    repeated: int = 0
    never: bool = False
    unlike: bool = False
    currency: str | None = None
    rank: int = 1
    first_of: tuple[str, str] | None = None
    courts: tuple[Named, ...] = ()
    more_articles: tuple[str, ...] = ()
    any_article: bool = False
    alternatives: tuple[str, ...] = field(default=())
