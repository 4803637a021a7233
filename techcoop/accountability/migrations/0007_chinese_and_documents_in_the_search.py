"""Chinese by each two characters, and the document and paragraph, in what is searched.

The vectors are made anew, once for all rows: what is searched is made of the texts and holds nothing else.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

PAIRS = """
CREATE FUNCTION characters_in_pairs(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig, coalesce((
    SELECT string_agg(CASE
               WHEN ascii(sign) NOT BETWEEN 13312 AND 40959 THEN sign
               WHEN ascii(following) BETWEEN 13312 AND 40959 THEN ' ' || sign || following || ' '
               ELSE ' ' || sign || ' ' END, '' ORDER BY place)
      FROM (SELECT sign, place, lead(sign) OVER (ORDER BY place) AS following
              FROM string_to_table(said, NULL) WITH ORDINALITY AS every (sign, place)) AS signs), ''));
"""


LANGUAGES = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}
WORDS = " || ".join(
    [f"to_tsvector('{name}'::regconfig, COALESCE(texts ->> '{code}', ''))" for code, name in LANGUAGES.items()]
    + ["COALESCE(characters_in_pairs(texts ->> 'zh'), ''::tsvector)"]
)
NUMBER = "CASE WHEN paragraph = '' THEN '' ELSE '§' || paragraph END"
PLACE = f"array_to_tsvector(array_remove(ARRAY[upper(symbol), {NUMBER}], ''))"


def searched(model, template):
    vector = django.contrib.postgres.search.SearchVectorField()
    field = models.GeneratedField(
        db_persist=True,
        expression=models.Func(template=template, output_field=vector),
        output_field=vector,
    )
    return [
        migrations.RemoveField(model, "search"),
        migrations.AddField(model, "search", field),
    ]


class Migration(migrations.Migration):
    dependencies = [("accountability", "0006_snapshots_and_calendars")]

    operations = [
        migrations.RunSQL(PAIRS, "DROP FUNCTION characters_in_pairs"),
        migrations.RemoveIndex("recommendation", "recommendation_words"),
        *searched("recommendation", f"{WORDS} || {PLACE}"),
        migrations.AddIndex(
            "recommendation",
            django.contrib.postgres.indexes.GinIndex(
                fields=["search", "state", "mechanism", "year"], name="recommendation_words"
            ),
        ),
        migrations.RemoveIndex("commentparagraph", "paragraph_words"),
        *searched("commentparagraph", WORDS),
        migrations.AddIndex(
            "commentparagraph",
            django.contrib.postgres.indexes.GinIndex(fields=["search"], name="paragraph_words"),
        ),
    ]
