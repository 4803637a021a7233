"""What all files of facts for which States account have in common: who brings them, and how old they are."""

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports.writing import SAY_WHO_WRITES
from techcoop.sheets.comparing import reason_sql
from techcoop.sheets.kinds import Kind, Option, Origin

OLDER = gettext_noop(
    "What stands was retrieved on %(day)s, after this file: say so if the older words are to stand instead."
)
OLDER_MAY_STAND = Option(
    "older",
    _("What is older than what stands may take its place"),
    _("Otherwise a row that would change what a later file said is refused."),
    is_flag=True,
)


class AccountKind(Kind):
    """A kind of facts for which States account."""

    is_of_the_account = True
    options: tuple[Option, ...] = (OLDER_MAY_STAND,)
    # Where what would be changed stands.
    tables: tuple[str, ...]

    def after_judging(self, cursor: CursorWrapper, origin: Origin) -> None:
        """What an older file would change is refused, row by row, unless somebody has said that it may."""
        if "older" in origin.options:
            return
        reason = reason_sql(OLDER, day="source.retrieved_on").replace("%", "%%")
        for table in self.tables:
            cursor.execute(
                f"UPDATE judged j SET verdict = 'refuse', reasons = {reason}"  # noqa: S608 - a literal of ours
                f" FROM {table} t JOIN documents_source source ON source.id = t.source_id"
                f" WHERE j.verdict = 'change' AND t.id = j.target_id AND {self.in_table(table)}"
                " AND source.retrieved_on > %s",
                [origin.retrieved_on],
            )

    def in_table(self, table: str) -> str:
        """Which of the judged rows are compared with this table."""
        return "true"

    def before_apply(self, cursor: CursorWrapper, origin: Origin) -> None:
        cursor.execute(SAY_WHO_WRITES)
