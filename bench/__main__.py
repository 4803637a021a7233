"""`./tcp bench`: measures the system against the raw limit, one line of JSON per measure."""

import argparse
import json
from collections.abc import Callable, Iterator

from bench import driving

MEASURES: dict[str, Callable[[int], Iterator[dict]]] = {
    "pages": driving.pages,
    "import": driving.imports,
    "search": driving.search,
    "matching": driving.matching,
    "synthesis": driving.synthesis,
}


def rounded(line: dict) -> dict:
    """Four figures are more than a shared machine can tell apart."""
    return {key: float(f"{one:.4g}") if isinstance(one, float) else one for key, one in line.items()}


def main() -> None:
    """Measure what is asked for, else everything."""
    parser = argparse.ArgumentParser(prog="./tcp bench", description=__doc__)
    parser.add_argument("--size", type=int, choices=(1, 10), default=1, help="10: also on ten times the data")
    parser.add_argument("--only", choices=MEASURES, action="append", help="only this; may be repeated")
    asked = parser.parse_args()
    for name in asked.only or MEASURES:
        for line in MEASURES[name](asked.size):
            print(json.dumps(rounded(line)), flush=True)


if __name__ == "__main__":
    main()
