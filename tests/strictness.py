"""An unknown variable in one of our templates is an error, not an empty place on a page."""

import sys
from pathlib import Path

OURS = Path(__file__).resolve().parent.parent / "techcoop"


class UnknownVariable(Exception):
    """A template prints what its view did not give."""


class NoUnknownVariables(str):
    """What Django prints for an unknown variable: nothing in the templates of others, an error in ours."""

    def __contains__(self, text: object) -> bool:
        return text == "%s"

    def __bool__(self) -> bool:
        return True

    def __mod__(self, variable: object) -> str:
        origin = the_template()
        if Path(origin).is_relative_to(OURS):
            raise UnknownVariable(f"{variable} in {Path(origin).relative_to(OURS)}")
        return ""


def the_template() -> str:
    """The file of the template that is being printed, from the nearest node on the stack."""
    frame = sys._getframe()
    while frame := frame.f_back:
        if frame.f_code.co_name == "render_annotated":
            return str(getattr(frame.f_locals["self"], "origin", ""))
    return ""
