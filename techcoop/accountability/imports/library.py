"""General comments of the treaty bodies: an index of them, and one file of paragraphs for each."""

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from techcoop.accountability.imports.account import AccountKind
from techcoop.accountability.imports.comments import COLUMNS, Lookups, index_rows, key_of, paragraph_rows
from techcoop.accountability.imports.writing import SAY_THAT_IT_IS_DONE
from techcoop.accountability.models import CommentParagraph, GeneralComment, Mechanism
from techcoop.sheets.cells import folded
from techcoop.sheets.comparing import comparison_sql, reason_sql
from techcoop.sheets.kinds import Origin, Shape

ALSO_THERE = gettext_noop("The same words stand in “%(other)s” too: one of the two copies may be mistaken.")

COMMENT = ("mechanism_id", "joint_id", "serial", "titles", "symbol", "adopted_on", "address")
PARAGRAPH = ("position", "texts", "groups")
# Shorter texts, such as headings, may well be the same in two documents.
LONG_ENOUGH = 120


class LibraryKind(AccountKind):
    """General comments and recommendations of the treaty bodies."""

    key = "library"
    describes = (GeneralComment, CommentParagraph)
    name = _("General comments of treaty bodies")
    description = _("An index of general comments, or one general comment paragraph by paragraph, in JSON.")
    columns = COLUMNS
    tables = ("accountability_generalcomment", "accountability_commentparagraph")
    shapes = (
        Shape(_("Index"), frozenset({"filepath", "name", "signature", "committee"}), index_rows),
        Shape(_("Paragraphs"), frozenset({"id", "labels", "text"}), paragraph_rows),
    )

    def look_up(self, origin: Origin) -> Lookups:
        own = CommentParagraph.objects.filter(comment__source_key=key_of(origin.file_name))
        comments = list(GeneralComment.objects.values_list("source_key", "pk", "titles"))
        return Lookups(
            bodies={folded(label): one.pk for one in Mechanism.objects.all() for label in one.every_label},
            comments={key: pk for key, pk, _titles in comments},
            titles={key: titles for key, _pk, titles in comments},
            texts=dict(own.values_list("label", "texts")),
        )

    def in_table(self, table: str) -> str:
        """An index has comments, a file of one comment its paragraphs."""
        mode = "comment" if table == self.tables[0] else "paragraph"
        return f"(SELECT mode FROM staged s WHERE s.number = j.number) = '{mode}'"

    def comparison(self) -> str:
        comments = comparison_sql(GeneralComment, key=("source_key",), compared=COMMENT)
        paragraphs = comparison_sql(CommentParagraph, key=("comment_id", "label"), compared=PARAGRAPH)
        other = (
            "(SELECT c.source_key FROM accountability_commentparagraph p"
            " JOIN accountability_generalcomment c ON c.id = p.comment_id"
            f" WHERE p.texts = s.texts AND length(s.texts::text) > {LONG_ENOUGH}"
            " AND c.source_key <> s.source_key LIMIT 1)"
        )
        return f"""
            {_of_mode("comment", comments)}
            UNION ALL
            SELECT j.number, j.verdict, j.target_id,
                   CASE WHEN j.verdict = 'create' AND {other} IS NOT NULL
                        THEN {reason_sql(ALSO_THERE, column="Text", other=other)} ELSE j.reasons END,
                   j.before, j.after
            FROM ({_of_mode("paragraph", paragraphs)}) AS j JOIN staged s USING (number)"""

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        for statement in WRITING:
            cursor.execute(statement, [origin.source_id])
        cursor.execute(SAY_THAT_IT_IS_DONE)


def _of_mode(mode: str, sql: str) -> str:
    """The comparison, of the rows of one mode only."""
    return (
        f"SELECT * FROM (WITH staged AS (SELECT * FROM pg_temp.staged WHERE mode = '{mode}')"
        f" SELECT * FROM ({sql}) AS compared) AS {mode}s"
    )


_JUDGED = "FROM staged s JOIN judged j USING (number)"
_CHANGED = f"{_JUDGED} WHERE j.verdict = 'change' AND t.id = j.target_id AND s.mode ="
WRITING = (
    f"""
    INSERT INTO accountability_generalcomment
        (source_key, mechanism_id, joint_id, serial, titles, symbol, adopted_on, address, source_id)
    SELECT DISTINCT ON (source_key) source_key, mechanism_id, joint_id, serial, coalesce(titles, '{{}}'),
           coalesce(symbol, ''), adopted_on, coalesce(address, ''), %s
    {_JUDGED} WHERE verdict = 'create' AND comment_id IS NULL ORDER BY source_key, number""",
    f"""
    UPDATE accountability_generalcomment t SET mechanism_id = s.mechanism_id, joint_id = s.joint_id,
        serial = s.serial, titles = s.titles, symbol = s.symbol, adopted_on = s.adopted_on,
        address = s.address, source_id = %s {_CHANGED} 'comment'""",
    f"""
    INSERT INTO accountability_commentparagraph (comment_id, label, position, texts, groups, source_id)
    SELECT c.id, label, position, texts, groups, %s
    {_JUDGED} JOIN accountability_generalcomment c USING (source_key)
    WHERE verdict = 'create' AND mode = 'paragraph'""",
    f"""
    UPDATE accountability_commentparagraph t SET position = s.position, texts = s.texts,
        groups = s.groups, source_id = %s {_CHANGED} 'paragraph'""",
)
