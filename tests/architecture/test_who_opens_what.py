"""Nobody reads outside role and scope: every page, asked by a stranger, a wrong role and a wrong scope."""

import pytest

from tests.architecture.one_world import SECRET, a_world, address, secrets, text_of, words_of
from tests.architecture.test_pages_are_guarded import is_public, pages

# Who asks, in the order of the columns below: no role; a role that sees no case; the desk of another State,
# with every right; an officer of another project of this State; the Government of this State; its own desk;
# an officer of this project.
COLUMNS = ("stranger", "administrator", "other desk", "other member", "government", "own desk", "own member")
CASE = (404, 404, 404, 404, 200, 200, 404)  # a thing of one State, which its Government follows
PROJECT = (404, 404, 404, 404, 200, 200, 200)  # the same, of one project
INSIDE = (404, 404, 404, 404, 404, 200, 404)  # a thing of one State that is weighed inside the programme
EVALUATED = (404, 404, 404, 404, 404, 200, 200)  # the same, of one project
WORK = (404, 404, 404, 404, 403, 200, 404)  # to work on a thing of one State
MANAGED = (404, 404, 404, 404, 403, 200, 403)  # the same, of one project
CARRIED_OUT = (404, 404, 404, 404, 403, 200, 200)  # what the officers of one project do themselves
# In this world the assessment is approved, the project operational, the activity planned: what is written
# before that, or done after it, is told apart from what is not permitted.
OVER = (404, 404, 404, 404, 403, 409, 403)  # work on a thing of one project for which this is not the time
WEIGHED = (404, 404, 404, 404, 404, 409, 404)  # the same, weighed inside the programme
JUDGED = (404, 404, 404, 404, 404, 403, 404)  # judged inside the programme by others than those who write
DESKS = (403, 403, 200, 403, 403, 200, 403)  # for those who keep States, whichever
SHOWN = (404, 200, 200, 200, 200, 200, 200)  # one public fact, for whoever holds a role that shows it
FACTS = (403, 200, 200, 200, 200, 200, 200)  # public facts, for whoever holds a role that shows them
ADMINISTRATORS = (403, 200, 403, 403, 403, 403, 403)  # accounts and imports
LISTS = (200,) * 7  # a list holds what its reader sees, which may be nothing
BUTTON = (405,) * 7  # done by POST, on one's own account
NOBODY, NOT_FOUND = (403,) * 7, (404,) * 7  # asks for a role that none of these holds
TABLE = {
    "accountability:recommendations": FACTS,
    "accountability:treaties": FACTS,
    "accountability:account": FACTS,
    "accountability:counts": FACTS,
    "accountability:citations": FACTS,
    "accountability:standings": FACTS,
    "accountability:general_comments": FACTS,
    "accountability:paragraphs": FACTS,
    **{
        f"accountability:{name}": FACTS
        for name in ("calendar", "counts", "reports", "visits", "institutions")
    },
    **{f"accountability:{name}": BUTTON for name in ("open_calendar", "close_calendar")},
    "accountability:recommendation": SHOWN,
    "assessments:assessments": LISTS,
    "assessments:assessment": INSIDE,
    **{f"assessments:{name}": WEIGHED for name in ("revise", "weigh", "validate", "weigh_input")},
    **{f"assessments:{name}": WEIGHED for name in ("add_row", "change_row", "trace_need")},
    **{f"assessments:{name}": JUDGED for name in ("approve", "send_back", "supersede")},
    "assessments:clear": JUDGED,
    "atlas:states": LISTS,
    "delivery:activities": LISTS,
    "delivery:calendar": LISTS,
    "delivery:activity": PROJECT,
    **{f"delivery:{name}": CARRIED_OUT for name in ("plan", "revise", "report", "cancel", "attach")},
    "delivery:correct": (404, 404, 404, 404, 403, 409, 409),
    "desk:my_desk": LISTS,
    "desk:portfolio": (403, 403, 200, 200, 200, 200, 200),
    "desk:consistency": DESKS,
    "desk:unaddressed": DESKS,
    "desk:unaddressed_list": DESKS,
    "desk:state": FACTS,
    "desk:by_subject": FACTS,
    "desk:project": PROJECT,
    "desk:journal": NOBODY,
    "desk:journal_thing": NOBODY,
    "desk:thread": PROJECT,
    "evaluation:evaluations": LISTS,
    "evaluation:findings": LISTS,
    "evaluation:lessons": LISTS,
    "evaluation:recommendations": LISTS,
    "evaluation:sides": LISTS,
    "evaluation:reviews": LISTS,
    "evaluation:evaluation": EVALUATED,
    "evaluation:review": NOT_FOUND,
    "evaluation:review_file": NOT_FOUND,
    "evaluation:progress": NOT_FOUND,
    "evaluation:compose": NOBODY,
    "evaluation:plan": NOBODY,
    "evaluation:projects_suggested": NOBODY,
    "intake:imports": ADMINISTRATORS,
    "intake:upload": ADMINISTRATORS,
    "ledger:expenses": DESKS,
    "matching:similar": SHOWN,
    "matching:subjects": FACTS,
    "matching:place": NOBODY,
    "people:people": ADMINISTRATORS,
    "people:open_account": ADMINISTRATORS,
    "people:person": (404, 200, 404, 404, 404, 404, 404),
    "people:account": LISTS,
    "people:roles": LISTS,
    "people:saved_views": LISTS,
    "people:save_view": NOT_FOUND,
    "programme:goals": LISTS,
    "projects:projects": LISTS,
    "projects:draft_on_mandate": NOBODY,
    **{f"projects:{name}": OVER for name in ("revise", "address", "explain", "start", "cancel", "resume")},
    **{
        f"projects:{name}": MANAGED
        for name in ("attach", "suspend", "complete", "terminate", "tell_outcomes", "give_role")
    },
    **{f"projects:{name}": (404, 404, 404, 404, 403, 403, 403) for name in ("approve", "close")},
    "projects:members": CARRIED_OUT,
    "projects:end_role": (404, 200, 404, 404, 404, 200, 403),
    "projects:give_role_to": (404, 200, 404, 404, 404, 404, 404),
    "requests:requests": LISTS,
    "requests:request": CASE,
    **{f"requests:{name}": DESKS for name in ("desks", "assign_together", "bring_to_mind")},
    "requests:clock": DESKS,
    "requests:ask": (403, 403, 403, 403, 302, 403, 403),
    "requests:draft": (404, 404, 404, 404, 200, 404, 404),
    "requests:templates": NOBODY,
    "requests:new": DESKS,
    "requests:take_in": DESKS,
    **{f"requests:{name}": WORK for name in ("assign", "attach", "recommendations")},
}
OUTSIDERS = COLUMNS[:4]
# A focal point of an organisation that the State belongs to, which has asked for nothing itself.
BESIDE = (*OUTSIDERS, "organization")
ADMINISTERED = ("intake", "people")
# The front page leads to the own desk, and the gallery holds nothing of the programme.
PLAIN = ("desk:", "web:gallery")
EXPORTS = ("", "?export=csv", "?export=xlsx", f"?q={SECRET.split()[0]}", f"?q={SECRET.split()[0]}&export=csv")


@pytest.fixture
def world(db):
    return a_world()


@pytest.mark.parametrize("asker", COLUMNS)
def test_every_page_opens_to_whom_the_table_says(client, world, asker):
    client.force_login(world.askers[asker])

    found = {name: client.get(address(name, world)).status_code for name in TABLE}

    assert found == {name: row[COLUMNS.index(asker)] for name, row in TABLE.items()}


@pytest.mark.parametrize("asker", BESIDE)
def test_no_list_search_or_export_names_what_its_reader_may_not_see(client, world, asker):
    client.force_login(world.askers[asker])
    column = COLUMNS.index(asker if asker in COLUMNS else "stranger")
    lists = [name for name, row in TABLE.items() if row[column] == 200 and not words_of(name)]

    told = [
        (name, export)
        for name in lists
        for export in EXPORTS
        if any(secret in text_of(client.get(address(name, world) + export)) for secret in secrets(world))
    ]

    assert told == []


def test_its_own_desk_finds_it_in_every_list(client, world):
    """Else the test above would prove nothing."""
    client.force_login(world.askers["own desk"])

    for name, secret in zip(("projects:projects", "evaluation:evaluations"), secrets(world), strict=False):
        for export in EXPORTS[:3]:
            assert secret in text_of(client.get(address(name, world) + export)), (name, export)


@pytest.mark.parametrize("asker", BESIDE)
def test_nobody_outside_reads_or_does_anything_on_a_page_about_a_thing(client, world, asker):
    client.force_login(world.askers[asker])
    done = {}
    for name in sorted(listed()):
        is_the_administrators = asker == "administrator" and name.split(":")[0] in ADMINISTERED
        if not words_of(name) or name in TABLE or is_the_administrators:
            continue
        for send in (client.get, client.post):
            done[name, send.__name__] = send(address(name, world)).status_code

    assert {one: status for one, status in done.items() if status not in (403, 404, 405)} == {}


@pytest.mark.parametrize("asker", OUTSIDERS)
def test_nobody_outside_does_anything_on_the_pages_of_the_table(client, world, asker):
    client.force_login(world.askers[asker])
    refused = [name for name, row in TABLE.items() if row[COLUMNS.index(asker)] in (403, 404)]

    done = {name: client.post(address(name, world)).status_code for name in refused}

    assert {name: status for name, status in done.items() if status not in (403, 404, 405)} == {}


def listed():
    """Every page of ours that asks to sign in."""
    return {name for name, _where, view in pages() if not is_public(view) and ":" in name} - set(PLAIN)


def test_each_new_page_is_added_to_the_table():
    """A page about a thing is tried by outsiders anyhow; a page about many says in the table who opens it."""
    assert {name for name in listed() if not words_of(name)} - set(TABLE) == set()
    assert set(TABLE) - listed() == set()
