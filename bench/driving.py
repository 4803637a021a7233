"""What each measure runs, on which database, and what it must keep."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg

from bench import databases, index_file, raw_copy
from bench.children import measured

ROUNDS = 40
RECORDS = 300_000
QUESTIONS = {"requests": 15, "projects": 10, "search": 10, "state": 15, "request": 15}
HEAVIEST_PAGE, HEAVIEST_VISIT = 60 * 1024, 120 * 1024


def line(name: str, *, ratio: float, bound: float | None, **more: object) -> dict:
    """One measure, as it is printed; of all of them less is better."""
    return {"name": name, "ratio": ratio, "bound": bound, "better": "lower", **more}


def pages(size: int) -> Iterator[dict]:
    """Server time over a bare view, questions to the database, weight; and what ten times the data costs."""
    small = measured("bench.pages", databases.portfolio(1), str(ROUNDS))
    for name, found in small.items():
        yield line(
            f"page: {name}",
            bound=4,
            queries_bound=QUESTIONS[name],
            bytes_bound=HEAVIEST_PAGE,
            first_load_bound=HEAVIEST_VISIT,
            **found,
        )
    if size == 1:
        return
    great = measured("bench.pages", databases.portfolio(10), str(ROUNDS))
    again = measured("bench.pages", databases.portfolio(1), str(ROUNDS))
    for name, found in great.items():
        before = statistics.mean((small[name]["ours_ms"], again[name]["ours_ms"]))
        more = {key: found[key] for key in ("ours_ms", "raw_ms", "queries", "bytes")}
        yield line(f"page: {name}, ten times the data", ratio=found["ours_ms"] / before, bound=1.5, **more)


def imports(size: int) -> Iterator[dict]:
    """Three hundred thousand recommendations, shown and applied, over bare COPY of the same rows."""
    found = _taken_in()
    raw = statistics.median(raw_copy.seconds(databases.named(databases.name_of("index")), runs=3))
    more = {"raw_s": raw, "rows": found["created"], "rss_mb": found["rss_mb"], "rss_mb_bound": 300}
    yield line("import: apply", ratio=found["apply_s"] / raw, bound=6, ours_s=found["apply_s"], **more)
    both = found["preview_s"] + found["apply_s"]
    yield line("import: preview and apply", ratio=both / raw, bound=None, ours_s=both, **more)


def _taken_in() -> dict:
    address = databases.copy("index")
    with psycopg.connect(address) as connection:
        rows = connection.execute(
            "SELECT names ->> 'en' FROM atlas_state WHERE standing = 'member' ORDER BY 1"
        )
        states = [name for (name,) in rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export-full-en.json"
        index_file.write(path, many=RECORDS, states=states)
        found = measured("bench.importing", address, str(path))
    assert found["created"] == RECORDS, found
    databases.keep("index")
    return found


def search(size: int) -> Iterator[dict]:
    """Words in three hundred thousand recommendations, narrowed and ranked, over the bare SQL of the same."""
    if not databases.fits("index"):
        _taken_in()
    found = measured("bench.searching", databases.named(databases.name_of("index")))
    yield line("search", bound=1.5, p95_ms_bound=15, **found)


def matching(size: int) -> Iterator[dict]:
    """The matcher over the bare question to the index, and State by subject over the bare counts."""
    if not databases.fits("index"):
        _taken_in()
    address = databases.copy("matching", of="index")
    with psycopg.connect(address) as connection:
        databases.fill(connection, requests=databases.REQUESTS)
    for name, found in measured("bench.matching", address).items():
        yield line(name, bound=2, **found)


def synthesis(size: int) -> Iterator[dict]:
    """The synthesis report over five thousand projects, and over ten times as many."""
    small = measured("bench.synthesis", databases.portfolio(1))
    whole = small["compose_s"] + small["print_s"]
    yield line("synthesis", ratio=whole / small["sql_s"], bound=None, ours_s=whole, **small)
    if size == 1:
        return
    great = measured("bench.synthesis", databases.portfolio(10))
    ratio = (great["compose_s"] + great["print_s"]) / whole
    yield line("synthesis, ten times the data", ratio=ratio, bound=12, **great)
