"""The house as the tests of its shape see it: packages in their order, files, templates."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAMME = ROOT / "techcoop"


@cache
def ranks() -> dict[str, int]:
    """Each package with its place in the chain, the lowest first; siblings share a place."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["containers"] == ["techcoop"])
    return {
        package.strip(): place for place, layer in enumerate(reversed(layers)) for package in layer.split("|")
    }


def may_know(package: str, other: str) -> bool:
    """Whether a package may know another: itself, and what lies below it in the chain."""
    return package == other or ranks()[other] < ranks()[package]


def python_files(*folders: str) -> list[Path]:
    """Our modules, without migrations."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def action_files() -> list[Path]:
    """Every module of actions."""
    found = python_files("techcoop")
    return [path for path in found if path.name == "actions.py" or path.parent.name == "actions"]


def actions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    """Every action: what a folder of actions offers in its __init__, or what a module does not hide."""
    for path in action_files():
        offered = path.parent / "__init__.py"
        chosen = words_in(offered) if path.parent.name == "actions" else None
        for node in tree(path).body:
            public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if public and (chosen is None or node.name in chosen):
                yield path, node


def words_in(path: Path) -> set[str]:
    """The texts of a module: what its __all__ names."""
    return {str(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Constant)}


def package_of(path: Path) -> str:
    """The package that a file belongs to."""
    return path.relative_to(PROGRAMME).parts[0]


def name_of(path: Path) -> str:
    """A file as it is written in a message."""
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, those inside classes and functions too."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@cache
def templates() -> dict[str, Path]:
    """Every template of ours under the name by which it is asked for."""
    found = (path for path in PROGRAMME.glob("*/templates/**/*") if path.is_file())
    return {str(path).partition("/templates/")[2]: path for path in sorted(found)}


def committed_files() -> list[Path]:
    """What the repository holds; without git, everything but what is made here."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        found = [ROOT / name for name in listed.stdout.splitlines()]
    else:
        found = [path for path in ROOT.rglob("*") if not {".venv", "var", ".git"} & set(path.parts)]
    return [path for path in found if path.is_file() and not path.is_symlink()]
