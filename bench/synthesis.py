"""The synthesis report over a filled database: run as a process of its own."""

import json
import resource
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any

from django.db import connection

from techcoop.evaluation.actions import snapshot
from techcoop.evaluation.queries import Period
from techcoop.evaluation.synthesis import gather, write
from techcoop.evaluation.synthesis.printing import WRITERS, printed

FIRST, LAST = 2006, 2026


class Stopwatch:
    """The time that PostgreSQL and its driver took, and how many questions they answered."""

    def __init__(self) -> None:
        self.seconds, self.questions = 0.0, 0

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        begun = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.seconds += perf_counter() - begun
            self.questions += 1


def main() -> None:
    """The seconds of composing and of each rendering, and those of them in which it worked, as one JSON."""
    watch = Stopwatch()
    begun, at_work = perf_counter(), process_time()
    with connection.execute_wrapper(watch), snapshot():
        facts = gather(Period(FIRST, LAST))
    report = write(facts, "en")
    composed = perf_counter()
    answer = {"compose_s": composed - begun, "compose_cpu_s": process_time() - at_work}
    answer |= {"sql_s": watch.seconds, "queries": watch.questions}
    for ending in WRITERS:
        started, at_work = perf_counter(), process_time()
        answer[f"{ending}_bytes"] = len(printed(report, ending, site="http://127.0.0.1:8000"))
        answer[f"{ending}_s"] = perf_counter() - started
        answer[f"{ending}_cpu_s"] = process_time() - at_work
    answer["print_s"] = perf_counter() - composed
    answer["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(answer))
