"""The question that compares staged recommendations with those that are there."""

from django.utils.translation import gettext_noop

from techcoop.sheets.comparing import (
    CONTRADICTS_ROW,
    SAME_AS_ROW,
    difference_sql,
    reason_sql,
)

JOINED_TO_ROW = gettext_noop(
    "The same text as in row %(row)s; the States that recommend it are joined there."
)
NO_ORIGINAL = gettext_noop("The record is not there yet in English; import the English file first.")
NEW_THEMES = gettext_noop("New themes of the taxonomy “%(taxonomy)s”: %(labels)s.")
MISSING = gettext_noop(
    "%(count)s records of the same source that the file does not hold will be marked as withdrawn."
)
OTHER_POSITION = gettext_noop(
    "The row says “%(said)s”, another source of the same text “%(known)s”; a copied list does not replace "
    "a position that is known."
)
OTHER_SAID = "coalesce(s.mode = 'pooled' AND s.said <> t.upr_position AND s.said IN ('supported', 'noted') "
OTHER_SAID += "AND t.upr_position IN ('supported', 'noted'), false)"

TEXTS = ("symbol", "paragraph", "upr_position")
PLAIN = ("mechanism_id", "kind", "published_on", "year", "upr_cycle", "upr_session")
LISTS = ("recommending_state_ids", "theme_ids", "affected_groups", "sdg_targets")
FIELDS = ("texts", *TEXTS, *PLAIN, *LISTS)

# Each key of the file once, at its first row; what several rows pool is gathered.
INCOMING = f"""
    firsts AS (
        SELECT source_key, state_id, min(number) AS number, count(*) AS times
        FROM staged GROUP BY source_key, state_id
    ), repeated AS (
        SELECT s.number, f.number AS first_number
        FROM firsts f JOIN staged s USING (source_key, state_id) WHERE f.times > 1
    ), pooled AS (
        SELECT r.first_number AS number,
               (array_agg(upr_position ORDER BY upr_position IN ('', 'pending'), r.number))[1]
                   AS upr_position,
               (array_agg(paragraph ORDER BY paragraph = '', r.number))[1] AS paragraph,
               {
    ", ".join(
        f"coalesce(array_agg(DISTINCT u.{one} ORDER BY u.{one}) FILTER (WHERE u.{one} IS NOT NULL), "
        f"'{{}}') AS {one}"
        for one in LISTS
    )
}
        FROM repeated r JOIN staged s USING (number)
        LEFT JOIN LATERAL unnest({", ".join(f"s.{one}" for one in LISTS)}) AS u ({", ".join(LISTS)}) ON true
        WHERE s.mode = 'pooled' GROUP BY r.first_number
    ), incoming AS (
        SELECT number, s.row, mode, s.source_key, s.state_id, texts, symbol, new_themes, {", ".join(PLAIN)},
               {
    ", ".join(f"coalesce(p.{one}, s.{one}) AS {one}" for one in ("paragraph", "upr_position", *LISTS))
}
        FROM firsts JOIN staged s USING (number) LEFT JOIN pooled p USING (number)
    )"""


def merged(one: str) -> str:
    """What a field becomes where the record is there already (t) and the file says something of it (i)."""
    if one == "texts":
        return "CASE i.mode WHEN 'pooled' THEN i.texts || t.texts ELSE t.texts || i.texts END"
    if one in LISTS:
        joined = f"ARRAY(SELECT DISTINCT unnest(t.{one} || i.{one}) ORDER BY 1)"
        pooled = f"CASE WHEN t.{one} @> i.{one} THEN t.{one} ELSE {joined} END"
    elif one == "upr_position":
        # What a State decided later is not undone by a list made earlier.
        pooled = "CASE WHEN t.upr_position IN ('', 'pending') AND i.upr_position <> '' "
        pooled += "THEN i.upr_position ELSE t.upr_position END"
    elif one in TEXTS:
        pooled = f"coalesce(nullif(t.{one}, ''), i.{one})"
    else:
        pooled = f"coalesce(t.{one}, i.{one})"
    return f"CASE i.mode WHEN 'words' THEN t.{one} WHEN 'pooled' THEN {pooled} ELSE i.{one} END"


RETURNED = "CASE i.mode WHEN 'words' THEN t.withdrawn_on END"


def comparison_of_recommendations() -> str:
    """Create, change, skip or refuse, row by row, with reasons and what would differ."""
    now = ", ".join(f"{merged(one)} AS {one}" for one in FIELDS)
    both = ", ".join(f"s.{one}" for one in (*FIELDS, "withdrawn_on"))
    there = ", ".join(f"t.{one}" for one in (*FIELDS, "withdrawn_on"))
    compared = (*FIELDS, "withdrawn_on")
    return f"""
        WITH {INCOMING}, found AS (
            SELECT i.number, i.row, i.mode, i.new_themes, i.upr_position AS said, t.id AS target_id, {now},
                   {RETURNED} AS withdrawn_on
            FROM incoming i LEFT JOIN accountability_recommendation t USING (source_key, state_id)
            OFFSET 0  -- what is merged is worked out once, not wherever it is read
        ), judged AS (
            SELECT s.*, CASE
                       WHEN {_refused()} THEN 'refuse'
                       WHEN t.id IS NULL THEN 'create'
                       WHEN ({both}) IS NOT DISTINCT FROM ({there}) THEN 'skip'
                       ELSE 'change' END AS verdict
            FROM found s LEFT JOIN accountability_recommendation t ON t.id = s.target_id
        )
        SELECT s.number, s.verdict, s.target_id, {_remarks()} AS reasons,
               CASE WHEN s.verdict = 'change' THEN {difference_sql(compared, side="t")} END AS before,
               CASE WHEN s.verdict = 'change' THEN {difference_sql(compared, side="s")} END AS after
        FROM judged s LEFT JOIN accountability_recommendation t ON t.id = s.target_id
        UNION ALL
        {_repeats()}"""


def _refused() -> str:
    """Words without their record, and positions that two copyists tell differently."""
    return f"t.id IS NULL AND s.mode = 'words' OR {OTHER_SAID}"


def _remarks() -> str:
    labels = "(SELECT string_agg(label, '; ') FROM jsonb_object_keys(s.new_themes -> 'labels') AS k (label))"
    themes = reason_sql(NEW_THEMES, taxonomy="s.new_themes ->> 'taxonomy'", labels=labels)
    disagree = reason_sql(OTHER_POSITION, column="Position", said="s.said", known="t.upr_position")
    missing = reason_sql(MISSING, count=f"(SELECT count(*) FROM ({missing_sql()}) AS m)")
    return (
        f"CASE WHEN {OTHER_SAID} THEN {disagree} WHEN s.verdict = 'refuse' THEN {reason_sql(NO_ORIGINAL)} "
        f"WHEN s.mode = 'full' AND s.number = 1 THEN {missing} "
        f"WHEN s.new_themes IS NOT NULL THEN {themes} END"
    )


def missing_sql() -> str:
    """Records with keys of their source that a full export does not hold any more."""
    return (
        "SELECT t.id FROM accountability_recommendation t WHERE t.source_key NOT LIKE 'upr:%'"
        " AND t.withdrawn_on IS NULL AND NOT EXISTS (SELECT 1 FROM staged s"
        " WHERE s.source_key = t.source_key AND s.state_id = t.state_id)"
    )


def _repeats() -> str:
    """What becomes of a row whose key stood in the file before."""
    row = "f.row"
    same = " AND ".join(f"s.{one} = f.{one}" for one in ("texts", "symbol", *LISTS)) + (
        " AND (s.published_on, s.mechanism_id, s.kind, s.upr_position)"
        " IS NOT DISTINCT FROM (f.published_on, f.mechanism_id, f.kind, f.upr_position)"
    )
    decided = "'' <> ALL (ARRAY[s.upr_position, f.upr_position]) AND s.upr_position <> f.upr_position"
    return f"""
        SELECT s.number, CASE WHEN s.mode = 'pooled' AND ({decided}) THEN 'refuse'
                              WHEN s.mode = 'pooled' OR ({same}) THEN 'skip' ELSE 'refuse' END, NULL::bigint,
               CASE WHEN s.mode = 'pooled' AND ({decided}) THEN {reason_sql(CONTRADICTS_ROW, row=row)}
                    WHEN ({same}) THEN {reason_sql(SAME_AS_ROW, row=row)}
                    WHEN s.mode = 'pooled' THEN {reason_sql(JOINED_TO_ROW, row=row)}
                    ELSE {reason_sql(CONTRADICTS_ROW, row=row)} END, NULL::jsonb, NULL::jsonb
        FROM repeated r JOIN staged s USING (number) JOIN staged f ON f.number = r.first_number
        WHERE r.number <> r.first_number"""
