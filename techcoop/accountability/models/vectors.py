"""What is searched of a text: its words in every language, and in which document it stands."""

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, GeneratedField

# The dictionaries of PostgreSQL for the languages in which texts are issued; Chinese has none and is
# indexed by each two characters that stand together.
DICTIONARIES = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}

# The words of a text, each language by its own dictionary, as one vector to search in.
WORDS = " || ".join(
    [
        f"to_tsvector('{dictionary}'::regconfig, COALESCE(texts ->> '{language}', ''))"
        for language, dictionary in DICTIONARIES.items()
    ]
    + ["COALESCE(characters_in_pairs(texts ->> 'zh'), ''::tsvector)"]
)
# In which document and paragraph it stands; no word of a text looks like a symbol in capitals.
PARAGRAPH = "CASE WHEN paragraph = '' THEN '' ELSE '§' || paragraph END"
PLACE = f"array_to_tsvector(array_remove(ARRAY[upper(symbol), {PARAGRAPH}], ''))"


def searched(vector: str) -> GeneratedField:
    """A vector to search in, which the database keeps itself."""
    expression = Func(template=vector, output_field=SearchVectorField())
    return GeneratedField(expression=expression, output_field=SearchVectorField(), db_persist=True)
