"""A measure in a process of its own: its memory and its connections are nobody else's."""

import json
import os
import subprocess
import sys
from typing import Any


def measured(module: str, address: str, *arguments: str) -> Any:
    """What a module of ours found out on a database; it prints one JSON on its last line."""
    environment = {**os.environ, "DATABASE_URL": address}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = [sys.executable, "-m", "bench.child", module, *arguments]
    answer = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout.splitlines()[-1])
