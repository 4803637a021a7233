"""How far long work at the command line has come."""

import sys

BAR_WIDTH = 30


class Bar:
    """A bar that grows, where somebody watches."""

    def __init__(self, label: str) -> None:
        self.label, self.is_watched = label, sys.stderr.isatty()

    def __call__(self, share: float) -> None:
        if not self.is_watched:
            return
        done = "#" * int(share * BAR_WIDTH)
        end = "\n" if share >= 1 else ""
        sys.stderr.write(f"\r  {self.label} [{done:<{BAR_WIDTH}}] {share:4.0%}{end}")
        sys.stderr.flush()
