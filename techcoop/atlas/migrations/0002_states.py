"""The States, regions, organisations and spellings that ship with the system; sources in the file itself."""

import json
import unicodedata
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data" / "states.json"
FIELDS = (
    "iso3", "iso2", "m49", "standing", "names", "formal_names", "notes", "group", "is_least_developed",
    "is_landlocked", "is_small_island", "official_language", "existed_from", "existed_until",
    "has_follow_up_mechanism",
)


def sort_key(names):
    """The English name without accents, in small letters."""
    apart = unicodedata.normalize("NFKD", names["en"].casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))[:200]


def load(apps, schema_editor):
    data = json.loads(DATA.read_text(encoding="utf-8"))
    regions = load_regions(apps, data["regions"])
    states = load_states(apps, data["states"], regions)
    load_organizations(apps, data["organizations"], states)


def load_regions(apps, lines):
    Region = apps.get_model("atlas", "Region")
    regions = {}
    for depth in (0, 1, 2):
        for line in lines:
            is_due = line["code"] not in regions and (not line["parent"] or line["parent"] in regions)
            if is_due:
                parent = regions.get(line["parent"])
                regions[line["code"]] = Region.objects.create(
                    code=line["code"], names=line["names"], parent=parent
                )
    assert len(regions) == len(lines)
    return regions


def load_states(apps, lines, regions):
    State = apps.get_model("atlas", "State")
    Alias = apps.get_model("atlas", "StateAlias")
    made = State.objects.bulk_create(
        State(sort_key=sort_key(line["names"]), **{name: line[name] for name in FIELDS if name in line})
        for line in lines
    )
    states = {state.iso3: state for state in made}
    State.regions.through.objects.bulk_create(
        State.regions.through(state_id=states[line["iso3"]].pk, region_id=regions[code].pk)
        for line in lines
        for code in line["regions"]
    )
    State.successors.through.objects.bulk_create(
        State.successors.through(from_state_id=states[line["iso3"]].pk, to_state_id=states[code].pk)
        for line in lines
        for code in line.get("successors", [])
    )
    Alias.objects.bulk_create(
        Alias(folded=folded, state_id=states[line["iso3"]].pk, source=source)
        for line in lines
        for source, spellings in line.get("spellings", {}).items()
        for folded in spellings
    )
    return states


def load_organizations(apps, lines, states):
    Organization = apps.get_model("atlas", "RegionalOrganization")
    for line in lines:
        made = Organization.objects.create(code=line["code"], names=line["names"])
        made.members.set([states[code].pk for code in line["members"]])


class Migration(migrations.Migration):
    """Fills the atlas."""

    dependencies = [("atlas", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
