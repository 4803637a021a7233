"""Recommendations of the mechanisms, in every layout in which they are found."""

from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.imports.account import OLDER_MAY_STAND, AccountKind
from techcoop.accountability.imports.comparing import (
    FIELDS,
    INCOMING,
    LISTS,
    comparison_of_recommendations,
    missing_sql,
)
from techcoop.accountability.imports.lists import list_rows
from techcoop.accountability.imports.rows import COLUMNS, Lookups, look_up
from techcoop.accountability.imports.uhri import index_rows
from techcoop.accountability.imports.upr import export_rows, year_rows
from techcoop.accountability.imports.writing import SAY_THAT_IT_IS_DONE
from techcoop.accountability.models import Recommendation
from techcoop.sheets.kinds import Option, Origin, Shape

TYPES = {
    "texts": "jsonb",
    "published_on": "date",
    "withdrawn_on": "date",
    **dict.fromkeys(("mechanism_id", "year", "upr_cycle", "upr_session"), "bigint"),
}


def changed(one: str) -> str:
    """The new value of a field out of what was judged, or the old one."""
    if one in LISTS:
        kind = "bigint" if one.endswith("_ids") else "varchar"
        new = f"ARRAY(SELECT v::{kind} FROM jsonb_array_elements_text(j.after -> '{one}') AS e (v))"
    elif one == "texts":
        new = "j.after -> 'texts'"
    else:
        new = f"(j.after ->> '{one}')::{TYPES.get(one, 'text')}"
    return f"{one} = CASE WHEN j.after ? '{one}' THEN {new} ELSE t.{one} END"


class RecommendationsKind(AccountKind):
    """Recommendations, concerns and pledges; never deleted, at most marked as withdrawn by their source."""

    key = "recommendations"
    describes = (Recommendation,)
    name = _("Recommendations")
    description = _(
        "Exports of the Universal Human Rights Index (JSON or Excel) and of UPR Info, lists of the review "
        "by year, and OHCHR’s thematic lists in Word."
    )
    columns = COLUMNS
    shapes = (
        Shape(_("Universal Human Rights Index"), frozenset({"annotationid", "text", "body"}), index_rows),
        Shape(
            _("Universal Human Rights Index"),
            frozenset({"ohchrannotationid", "text", "countriesconcerned"}),
            index_rows,
        ),
        Shape(
            _("List of the review by year"), frozenset({"text", "to", "decision", "from", "year"}), year_rows
        ),
        Shape(_("Export of UPR Info"), frozenset({"to", "text", "from", "response", "session"}), export_rows),
        Shape(
            _("Export of UPR Info"),
            frozenset({"sur", "recommendation", "rs", "response", "session"}),
            export_rows,
        ),
        Shape(
            _("Thematic list of OHCHR"),
            frozenset({"recommendation", "position", "fulllistofthemes", "pageheader"}),
            list_rows,
        ),
    )
    tables = ("accountability_recommendation",)
    options = (
        OLDER_MAY_STAND,
        Option(
            "withdraw_missing",
            _("Mark what the file does not hold as withdrawn"),
            _("Only for a full English export of the Universal Human Rights Index."),
            is_flag=True,
        ),
        Option("state", _("State of a thematic list"), _("Where the header of its pages does not say it.")),
        Option(
            "session", _("Session of a thematic list"), _("Where the header of its pages does not say it.")
        ),
    )

    def look_up(self, origin: Origin) -> Lookups:
        return look_up()

    def comparison(self) -> str:
        return comparison_of_recommendations()

    def write(self, cursor: CursorWrapper, origin: Origin) -> None:
        self._write_themes(cursor)
        fields = ", ".join(("source_key", "state_id", *FIELDS))
        cursor.execute(
            f"WITH {INCOMING} INSERT INTO accountability_recommendation ({fields}, source_id)"
            f" SELECT {fields}, %s FROM incoming JOIN judged USING (number)"
            " WHERE verdict = 'create' ORDER BY number",
            [origin.source_id],
        )
        changes = ", ".join(changed(one) for one in (*FIELDS, "withdrawn_on"))
        cursor.execute(
            f"UPDATE accountability_recommendation t SET {changes}, source_id = %s"
            " FROM judged j WHERE j.verdict = 'change' AND t.id = j.target_id",
            [origin.source_id],
        )
        if origin.options.get("withdraw_missing"):
            self._withdraw(cursor, origin)
        cursor.execute(SAY_THAT_IT_IS_DONE)

    def _withdraw(self, cursor: CursorWrapper, origin: Origin) -> None:
        missing = missing_sql().replace("%", "%%")
        cursor.execute(
            f"UPDATE accountability_recommendation SET withdrawn_on = %s WHERE id IN ({missing})",
            [origin.retrieved_on],
        )

    def _write_themes(self, cursor: CursorWrapper) -> None:
        cursor.execute(
            "INSERT INTO accountability_theme (id, taxonomy, label, names)"
            " SELECT n.id::bigint, new_themes ->> 'taxonomy', n.label, '{}'"
            " FROM staged, jsonb_each_text(new_themes -> 'labels') AS n (label, id)"
            " WHERE new_themes IS NOT NULL"
        )
