"""What is wrong with a file or with one row of it, in sentences that can be translated later."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext


@dataclass(frozen=True)
class Reason:
    """Why something is refused or was mended: an untranslated sentence, its values, and the column."""

    text: str
    values: dict[str, Any] = field(default_factory=dict)
    column: str = ""

    def __str__(self) -> str:
        return gettext(self.text) % self.values

    def as_json(self) -> dict[str, Any]:
        """As it is kept, so that every reader gets it in the own language."""
        return {"text": self.text, "values": self.values, "column": self.column}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Reason":
        """As it was kept."""
        return cls(kept["text"], kept.get("values") or {}, kept.get("column") or "")


class Unreadable(Exception):
    """A file that cannot be taken in at all; nothing of it is kept."""

    def __init__(self, text: str, /, *, row: int = 0, column: str = "", **values: Any) -> None:
        super().__init__(text)
        self.reason, self.row = Reason(text, values, column), row

    def __str__(self) -> str:
        place = {"row": self.row, "column": self.reason.column, "message": str(self.reason)}
        if self.row and self.reason.column:
            return gettext("Row %(row)s, column %(column)s: %(message)s") % place
        if self.row:
            return gettext("Row %(row)s: %(message)s") % place
        return str(self.reason)


class Refused(Exception):
    """One row that cannot be taken in; the rest goes on."""

    def __init__(self, text: str, /, *, column: str = "", **values: Any) -> None:
        super().__init__(text)
        self.reasons = [Reason(text, values, column)]


class Problems:
    """Collects everything that is wrong with one row, so that it is mended in one go."""

    def __init__(self) -> None:
        self.reasons: list[Reason] = []

    def add(self, text: str, /, *, column: str = "", **values: Any) -> None:
        self.reasons.append(Reason(text, values, column))

    def refuse(self) -> None:
        """Refuse the row when anything was wrong."""
        if self.reasons:
            refusal = Refused(self.reasons[0].text)
            refusal.reasons = self.reasons
            raise refusal
