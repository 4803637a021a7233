"""Two ways to the same thing, timed in turns, so that a noisy neighbour disturbs both alike."""

import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class Pair:
    """Milliseconds of ours and of the bare way, run by run: by the clock, and those of work."""

    ours: Sequence[float]
    raw: Sequence[float]
    ours_at_work: Sequence[float]
    raw_at_work: Sequence[float]

    def figures(self) -> dict[str, float]:
        """Medians, also of the ratios of neighbouring runs. Where others work too, the clock says little."""
        return {
            "ratio": _ratio(self.ours, self.raw),
            "work_ratio": _ratio(self.ours_at_work, self.raw_at_work),
            "ours_ms": statistics.median(self.ours),
            "raw_ms": statistics.median(self.raw),
            "ours_work_ms": statistics.median(self.ours_at_work),
        }


def _ratio(ours: Sequence[float], raw: Sequence[float]) -> float:
    return statistics.median(one / other for one, other in zip(ours, raw, strict=True))


def share(runs: Sequence[float], per_cent: int) -> float:
    """What so many per cent of the runs stay under."""
    return statistics.quantiles(runs, n=100)[per_cent - 1]


@cache
def _of_postgres() -> Path | None:
    """Where the system says how long PostgreSQL worked for our connection, if it runs on this machine."""
    connection.ensure_connection()
    server = connection.connection.info
    path = Path(f"/proc/{server.backend_pid}/schedstat")
    return path if server.host.startswith("/") and path.exists() else None


def at_work() -> float:
    """The milliseconds that a processor worked for us until now, here and in PostgreSQL."""
    path = _of_postgres()
    theirs = int(path.read_text(encoding="ascii").split()[0]) / 1e6 if path else 0
    return process_time() * 1000 + theirs


def milliseconds(run: Callable[[Any], object], what: Any) -> tuple[float, float]:
    """How long one run took, and how long it was worked at."""
    worked, begun = at_work(), perf_counter()
    run(what)
    taken = (perf_counter() - begun) * 1000
    return taken, at_work() - worked


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
    (ours_ms, ours_at_work), (raw_ms, raw_at_work) = zip(*mine, strict=True), zip(*theirs, strict=True)
    return Pair(ours_ms, raw_ms, ours_at_work, raw_at_work)
