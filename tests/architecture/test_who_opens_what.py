"""Nobody reads outside role and scope: every page, asked by a stranger, a wrong role and a wrong scope."""

import pytest

from tests.architecture.one_world import SECRET, a_world, address, secrets, text_of, words_of
from tests.architecture.test_pages_are_guarded import is_public, pages

# Who asks, in the order of the columns below: no role; a role that sees no case; the desk of another State,
# with every right; the Government of this State; its own desk.
COLUMNS = ("stranger", "administrator", "other desk", "government", "own desk")
CASE = (404, 404, 404, 200, 200)  # a thing of one State, which its Government follows
INSIDE = (404, 404, 404, 404, 200)  # a thing of one State that is weighed inside the programme
WORK = (404, 404, 404, 403, 200)  # to work on a thing of one State
# In this world the assessment is approved, the project operational, the activity planned: what is written
# before that, or done after it, is told apart from what is not permitted.
OVER = (404, 404, 404, 403, 409)  # work on a thing of one State for which this is not the time
WEIGHED = (404, 404, 404, 404, 409)  # the same, weighed inside the programme
JUDGED = (404, 404, 404, 404, 403)  # judged inside the programme by others than those who write
FACTS = (403, 200, 200, 200, 200)  # public facts, for whoever holds a role that shows them
LISTS = (200, 200, 200, 200, 200)  # a list holds what its reader sees, which may be nothing
BUTTON = (405, 405, 405, 405, 405)  # done by POST, on one's own account
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
    "accountability:recommendation": (404, 200, 200, 200, 200),
    "assessments:assessments": LISTS,
    "assessments:assessment": INSIDE,
    **{f"assessments:{name}": WEIGHED for name in ("revise", "weigh", "validate", "weigh_input")},
    **{f"assessments:{name}": WEIGHED for name in ("add_row", "change_row", "trace_need")},
    **{f"assessments:{name}": JUDGED for name in ("approve", "send_back", "supersede")},
    "atlas:states": LISTS,
    "delivery:activities": LISTS,
    "delivery:calendar": LISTS,
    "delivery:activity": CASE,
    **{f"delivery:{name}": WORK for name in ("plan", "revise", "report", "cancel", "attach")},
    "delivery:correct": OVER,
    "desk:my_desk": LISTS,
    "desk:portfolio": (403, 403, 200, 200, 200),
    "desk:unaddressed": (403, 403, 200, 403, 200),
    "desk:unaddressed_list": (403, 403, 200, 403, 200),
    "desk:state": FACTS,
    "desk:by_subject": FACTS,
    "desk:project": CASE,
    "desk:journal": (403,) * 5,
    "desk:journal_thing": (403,) * 5,
    "desk:thread": CASE,
    "evaluation:evaluations": LISTS,
    "evaluation:findings": LISTS,
    "evaluation:lessons": LISTS,
    "evaluation:recommendations": LISTS,
    "evaluation:sides": LISTS,
    "evaluation:reviews": LISTS,
    "evaluation:evaluation": INSIDE,
    "evaluation:review": (404,) * 5,
    "evaluation:review_file": (404,) * 5,
    "evaluation:progress": (404,) * 5,
    "evaluation:compose": (403,) * 5,
    "evaluation:plan": (403,) * 5,
    "evaluation:projects_suggested": (403,) * 5,
    "intake:imports": (403, 200, 403, 403, 403),
    "intake:upload": (403, 200, 403, 403, 403),
    "ledger:expenses": (403, 403, 200, 403, 200),
    "matching:similar": (404, 200, 200, 200, 200),
    "matching:subjects": FACTS,
    "matching:place": (403, 403, 403, 403, 403),
    "people:people": (403, 200, 403, 403, 403),
    "people:open_account": (403, 200, 403, 403, 403),
    "people:person": (404, 200, 404, 404, 404),
    "people:account": LISTS,
    "people:roles": LISTS,
    "people:saved_views": LISTS,
    "people:save_view": (404,) * 5,
    "programme:goals": LISTS,
    "projects:projects": LISTS,
    "projects:draft_on_mandate": (403,) * 5,
    **{f"projects:{name}": OVER for name in ("revise", "address", "explain", "start", "cancel", "resume")},
    **{f"projects:{name}": WORK for name in ("attach", "suspend", "complete", "terminate", "tell_outcomes")},
    **{f"projects:{name}": (404, 404, 404, 403, 403) for name in ("approve", "close")},
    "requests:requests": LISTS,
    "requests:request": CASE,
    **{
        f"requests:{name}": (403, 403, 200, 403, 200)
        for name in ("desks", "assign_together", "bring_to_mind")
    },
    "requests:clock": (403, 403, 200, 403, 200),
    "requests:ask": (403, 403, 403, 302, 403),
    "requests:draft": (404, 404, 404, 200, 404),
    "requests:templates": (403,) * 5,
    "requests:new": (403, 403, 200, 403, 200),
    **{f"requests:{name}": WORK for name in ("assign", "attach", "recommendations")},
}
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


@pytest.mark.parametrize("asker", ["stranger", "administrator", "other desk"])
def test_no_list_search_or_export_names_what_its_reader_may_not_see(client, world, asker):
    client.force_login(world.askers[asker])
    lists = [name for name, row in TABLE.items() if row[COLUMNS.index(asker)] == 200 and not words_of(name)]

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


OUTSIDERS = COLUMNS[:3]


@pytest.mark.parametrize("asker", OUTSIDERS)
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
