"""Draw the life cycles from the tables of statuses.py, as Mermaid in docs/lifecycles/."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from launch.place import ROOT
from techcoop.lifecycle import Lifecycle

FOLDER = ROOT / "docs" / "lifecycles"


def diagrams() -> dict[Path, str]:
    """Every diagram there should be, by its file."""
    return {FOLDER / f"{name}.md": drawn(name, lifecycle) for name, lifecycle in lifecycles()}


def lifecycles() -> Iterator[tuple[str, Lifecycle]]:
    """Every table of moves, named after its app, and after itself where an app has several."""
    for path in sorted((ROOT / "techcoop").rglob("statuses.py")):
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        app = ".".join(path.parent.relative_to(ROOT / "techcoop").parts)
        for word, value in sorted(vars(module).items()):
            if isinstance(value, Lifecycle):
                own = word.removesuffix("LIFECYCLE").strip("_").lower()
                yield (f"{app}-{own}" if own else app), value


def drawn(name: str, lifecycle: Lifecycle) -> str:
    """One life cycle as a page."""
    first = lifecycle.moves[0].sources[0]
    targets = {target for _source, _act, target in lifecycle}
    sources = {source for source, _act, _target in lifecycle}
    lines = [f"    [*] --> {first}"]
    lines += [f"    {source} --> {target}: {act}" for source, act, target in lifecycle]
    lines += [f"    {last} --> [*]" for last in sorted(targets - sources)]
    title = name.replace("-", ": ").replace("_", " ").capitalize()
    head = (
        f"# {title}\n\nDrawn by `./tcp fix` from `techcoop/{name.split('-')[0]}/statuses.py`; not by hand.\n"
    )
    return "\n".join([head, "```mermaid", "stateDiagram-v2", *lines, "```", ""])


def stale() -> list[str]:
    """What is not as the tables say."""
    wanted = diagrams()
    wrong = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    return sorted(path.name for path in {*wrong, *(set(FOLDER.glob("*.md")) - set(wanted))})


def draw() -> None:
    """Write every diagram, and take away those whose table is gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = diagrams()
    for path in set(FOLDER.glob("*.md")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text)


if __name__ == "__main__":
    if "--check" not in sys.argv:
        draw()
    elif names := stale():
        sys.exit(f"Not as statuses.py says: {', '.join(names)}. Run ./tcp fix.")
