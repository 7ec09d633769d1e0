"""One pass over all cells, alternated, and what it adds up to."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from tests.bench.processes import Asker
from tests.bench.questions import Question
from tests.bench.slices import Contender, Order, Slice

CONNECTIONS: Final = (1, 16)
ROUNDS: Final = 3

Key = tuple[str, int, str]


@dataclass(slots=True)
class Cell:
    """All slices of one contender with one question and one number of connections."""

    slices: list[Slice] = field(default_factory=list)

    @property
    def rates(self) -> list[float]:
        """Requests a second, round by round."""
        return [len(piece.took) / piece.seconds for piece in self.slices]

    @property
    def rate(self) -> float:
        """Requests a second over all rounds."""
        return sum(len(piece.took) for piece in self.slices) / sum(piece.seconds for piece in self.slices)

    def percentile(self, hundredth: int) -> float:
        """Milliseconds."""
        took = sorted(seconds for piece in self.slices for seconds in piece.took)
        return 1000 * took[min(len(took) - 1, len(took) * hundredth // 100)]


@dataclass(frozen=True, slots=True)
class Measured:
    """Cells by question, connections and contender."""

    cells: dict[Key, Cell]

    def ratio(self, question: str, connections: int, contender: str, beside: Sequence[str]) -> float:
        """Throughput beside the best of others: the median over the rounds, each compared with its own neighbours."""
        own = self.cells[question, connections, contender].rates
        best = [
            max(rates)
            for rates in zip(*(self.cells[question, connections, name].rates for name in beside), strict=True)
        ]
        return statistics.median(mine / other for mine, other in zip(own, best, strict=True))


def measure(
    asker: Asker,
    contenders: Sequence[Contender],
    questions: Sequence[Question],
    seconds: float,
    tick: Callable[[], None],
) -> Measured:
    """A full pass that is thrown away, then ``ROUNDS`` rounds; ``seconds`` is for both, ``tick`` comes once a slice.

    Within a round all contenders answer the same question one after the other, in an order that turns.
    """
    todo = list(product(questions, CONNECTIONS))
    each = seconds / (len(todo) * len(contenders) * (ROUNDS + 1))
    cells: defaultdict[Key, Cell] = defaultdict(Cell)
    for turn in range(ROUNDS + 1):
        for place, (question, connections) in enumerate(todo):
            shift = (turn + place) % len(contenders)
            for contender in (*contenders[shift:], *contenders[:shift]):
                done = asker.ask(Order(contender.name, question.name, connections, each))
                if turn:
                    cells[question.name, connections, contender.name].slices.append(done)
                tick()
    return Measured(dict(cells))


def slices(contenders: int, questions: int) -> int:
    """How often ``measure`` ticks."""
    return contenders * questions * len(CONNECTIONS) * (ROUNDS + 1)
