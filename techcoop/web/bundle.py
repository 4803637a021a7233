"""The style sheets and the small scripts, each kind joined into one file, its digest in the address."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "web"
FIRST = ("tokens", "base", "layout")
COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True)
class Bundle:
    """All files of one kind, as they are sent."""

    kind: str
    digest: str
    content: bytes
    packed: bytes


def _order(path: Path) -> tuple[int, str]:
    place = FIRST.index(path.stem) if path.stem in FIRST else len(FIRST)
    return place, path.name


def _as_sent(path: Path) -> bytes:
    """The file without what only those who write it read: a style sheet's comments and indentation."""
    content = path.read_bytes()
    if path.suffix != ".css":
        return content
    lines = (line.strip() for line in COMMENT.sub(b"", content).splitlines())
    return b"\n".join(line for line in lines if line)


@cache
def bundle(kind: str) -> Bundle:
    """The joined files of this kind; read once in the life of a server."""
    content = b"\n".join(_as_sent(path) for path in sorted(FOLDER.glob(f"*.{kind}"), key=_order))
    digest = hashlib.sha256(content).hexdigest()[:12]
    return Bundle(kind, digest, content, gzip.compress(content, mtime=0))
