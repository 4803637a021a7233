"""One project with all that hangs together with it, and the people who ask for its pages."""

import io
import zipfile
from dataclasses import dataclass

from django.urls import get_resolver, reverse

from techcoop.documents.actions import Paper
from techcoop.intake.actions import Upload, upload
from techcoop.people.models import Assignment
from techcoop.projects import actions
from techcoop.projects.models import Project
from tests.atlas.makers import a_region, a_regional_organization, a_state
from tests.delivery.makers import a_planned_activity
from tests.evaluation.makers import a_composed_review, a_final_evaluation
from tests.people import makers as people
from tests.projects.makers import a_draft_project, a_member, an_operational_project
from tests.requests.makers import a_draft, a_recommendation_to

SECRET = "Quiet harbour"
HERE, ELSEWHERE = "Arcadia", "Utopia"
# Pages that are about something else than the chief thing of their package.
PARTS = {
    **{
        f"evaluation:{name}": "review"
        for name in ("review", "review_file", "progress", "start_again", "order_prints")
    },
    **{f"evaluation:{name}": "finding" for name in ("add_evidence", "remove_finding")},
    **{f"evaluation:{name}": "advice" for name in ("respond", "follow_up")},
    "projects:end_role": "member",
    "projects:give_role_to": "person",
    **{f"requests:{name}": "draft" for name in ("draft", "endorse", "set_aside")},
}


@dataclass
class World:
    """A project of one State with all that hangs together with it; and those who ask."""

    project: Project
    addresses: dict
    askers: dict


def a_paper_of(project):
    return actions.attach(
        project, paper=Paper(SECRET, "memo.pdf", b"%PDF-1.7"), by=people.a_coordinator(), at=people.NOON
    )


def an_import():
    handed_in = Upload("states", io.BytesIO(b"iso3"), "states.csv", people.NOON.date())
    return upload(handed_in, by=people.an_administrator(), at=people.NOON)


def a_world():
    """A State with everything, and eight people who ask."""
    here, elsewhere = a_state(HERE), a_state(ELSEWHERE, region=a_region("902", "Far Sea"))
    project = an_operational_project(here, title=SECRET)
    recommendation = a_recommendation_to(here)
    keys = {"code": project.code, "reference": project.state_request.reference, "iso3": here.iso3}
    keys |= {"assessments": project.assessment.pk, "delivery": a_planned_activity(project).pk}
    evaluation = a_final_evaluation(project=project)
    keys |= {"evaluation": evaluation.pk, "desk": project.pk}
    keys |= {"finding": evaluation.findings.get().pk, "advice": evaluation.recommendations.get().pk}
    keys |= {
        "other": project.assessment.pk,
        "table": "needs",
        "row": project.assessment.needs.first().pk,
        "source": "board",
    }
    keys |= {"draft": a_draft(here).key, "requests": recommendation.pk, "act": "implement"}
    keys |= {"consultation": project.assessment.consultations.first().pk, "documents": a_paper_of(project).pk}
    keys |= {"assignment": Assignment.objects.filter(user=people.a_coordinator()).get().pk}
    keys |= {"intake": an_import().pk, "projects": project.state_request_id}
    keys |= {"officer": people.a_desk_officer(here).pk}
    member = a_member(project)
    keys |= {"member": member.pk, "person": people.a_trustee().pk}
    keys |= {"occasion": "acknowledgement", "language": "en"}
    keys |= {
        "review": a_composed_review().pk,
        "accountability": recommendation.pk,
        "matching": recommendation.pk,
    }
    keys |= {"people": people.a_coordinator().pk, "kind": "project", "ending": "pdf"}
    askers = {
        "stranger": people.a_stranger(),
        "administrator": people.an_administrator(),
        "other desk": people.a_desk_officer(elsewhere),
        "government": people.a_focal_point(here),
        "own desk": people.a_desk_officer(here),
        "organization": people.a_focal_point_of(a_regional_organization("UMS", here)),
        "own member": member.assignment.user,
        "other member": a_member(a_draft_project(here), person=people.a_person("Oda Other")).assignment.user,
    }
    return World(project, keys, askers)


def words_of(name):
    """The words that stand in the address of a page: `code`, `key`, and so on."""
    namespace, _, page = name.rpartition(":")
    _prefix, resolver = get_resolver().namespace_dict[namespace]
    return resolver.reverse_dict[page][0][0][1]


def address(name, world):
    """The address of a page about the one project of this world."""
    about = PARTS.get(name, name.split(":")[0])
    known = world.addresses
    return reverse(name, kwargs={word: known[about if word == "key" else word] for word in words_of(name)})


def secrets(world):
    """What names the project, its evaluation, and its request."""
    return SECRET, "courses for judges", world.project.code, world.project.state_request.reference


def text_of(answer):
    """Everything that an answer says, in a workbook too; what was asked for is not said by the answer."""
    body = answer.getvalue()
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"".join(book.read(one) for one in book.namelist())
    return body.decode().replace(f'value="{SECRET.split()[0]}"', "")
