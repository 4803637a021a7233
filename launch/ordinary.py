"""PostgreSQL refuses to run as root: how root runs it all the same, without making a user."""

import os
import subprocess
from functools import cache
from pathlib import Path

from launch.menu import Refusal

# Inside a user namespace root looks like somebody else, and the files stay root's own.
IN_A_NAMESPACE = ("unshare", "--user", "--map-user=1000", "--")
# Where namespaces are forbidden, as in many containers: nobody, who may still pass through root's folders.
NOBODY = 65534
AS_NOBODY = (
    "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
    "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override", "--",
)  # fmt: skip


@cache
def prefix() -> tuple[str, ...]:
    """What stands before a command of PostgreSQL, so that it does not run as root."""
    if os.geteuid() != 0:
        return ()
    for way in (IN_A_NAMESPACE, AS_NOBODY):
        if runs_as_somebody_else(way):
            return way
    raise Refusal(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here. "
        "Run ./tcp as an ordinary user, or name a server in DATABASE_URL."
    )


def runs_as_somebody_else(way: tuple[str, ...]) -> bool:
    """Whether this way is open on this machine."""
    try:
        done = subprocess.run([*way, "id", "-u"], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() != "0"


def give(path: Path) -> None:
    """Let the folder and all in it belong to the one who runs PostgreSQL."""
    owner = NOBODY if prefix() == AS_NOBODY else os.geteuid()
    if path.stat().st_uid == owner:
        return
    for one in (path, *path.rglob("*")):
        os.chown(one, owner, owner, follow_symlinks=False)
