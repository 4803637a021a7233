"""Two ways to the same thing, timed in turns, so that a noisy neighbour disturbs both alike."""

import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Pair:
    """Milliseconds of ours and of the bare way, run by run."""

    ours: tuple[float, ...]
    raw: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios of neighbouring runs."""
        return statistics.median(one / other for one, other in zip(self.ours, self.raw, strict=True))

    @property
    def ours_ms(self) -> float:
        """The median of ours."""
        return statistics.median(self.ours)

    @property
    def raw_ms(self) -> float:
        """The median of the bare way."""
        return statistics.median(self.raw)

    def share(self, per_cent: int) -> float:
        """What so many per cent of our runs stay under."""
        return statistics.quantiles(self.ours, n=100)[per_cent - 1]


def milliseconds(run: Callable[[Any], object], what: Any) -> float:
    """How long one run took."""
    begun = perf_counter()
    run(what)
    return (perf_counter() - begun) * 1000


def in_turns(ours: Callable, raw: Callable, asked: Sequence, *, rounds: int) -> Pair:
    """Both ways for each thing that is asked, in changing order, after a first round that is not counted."""
    for one in asked:
        ours(one)
        raw(one)
    mine, theirs = [], []
    gc.collect()
    for turn in range(rounds):
        for one in asked:
            if turn % 2:
                theirs.append(milliseconds(raw, one))
                mine.append(milliseconds(ours, one))
            else:
                mine.append(milliseconds(ours, one))
                theirs.append(milliseconds(raw, one))
    return Pair(tuple(mine), tuple(theirs))
