"""Words of release are pointed out in assessments and projects too, and barred where the programme speaks."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from techcoop.assessments import actions as assessments
from techcoop.assessments.queries import contents_of, missing_in
from techcoop.journal.queries import history
from techcoop.projects import actions as projects
from tests.assessments.makers import (
    a_drafted_assessment,
    a_proposal,
    a_written_assessment,
    rewritten,
    validated,
)
from tests.people import makers as people
from tests.projects.makers import a_draft_project

pytestmark = pytest.mark.django_db
FOUND = "The law exempts the army from review by any court."
HARMLESS = "Books are exempt from customs duties."
BARRED = "Arcadia is exempted from reporting to the treaty bodies while the project runs."


def test_what_is_found_in_a_country_is_pointed_out_and_it_stands_on_record_who_went_on(client):
    assessment = validated(
        rewritten(a_drafted_assessment(), context=FOUND, why_no_recommendation="None yet.")
    )
    client.force_login(people.a_reviewer())

    page = client.get(reverse("assessments:approve", args=[assessment.pk])).text
    assessments.approve(assessment, by=people.a_reviewer(), at=people.NOON)

    assert "Look at these words once more" in page
    assert history(assessment).last().details == {"went on with": ["exempts"]}


def test_a_proposed_project_that_reads_like_a_release_is_not_approved():
    assessment = a_written_assessment()
    proposal = a_proposal(assessment, purpose=BARRED)

    (missing,) = [one for one in missing_in(contents_of(assessment)) if "exempted" in str(one.sentence)]

    assert (missing.section, missing.about) == ("projects", ("projects", proposal.pk))


def test_a_project_document_that_reads_like_a_release_is_not_approved(client):
    project = a_draft_project(summary=BARRED)
    client.force_login(people.a_coordinator())

    page = client.get(reverse("projects:approve", args=[project.code])).text

    assert "“exempted” could be read as a release from monitoring." in page
    with pytest.raises(ValidationError, match="read as a release"):
        projects.approve(project, by=people.a_coordinator(), at=people.NOON)


def test_a_release_from_something_else_is_pointed_out_and_goes_on(client):
    project = a_draft_project(summary=HARMLESS)
    client.force_login(people.a_coordinator())

    page = client.get(reverse("projects:approve", args=[project.code])).text
    projects.approve(project, by=people.a_coordinator(), at=people.NOON)

    assert "Look at these words once more" in page
    assert "Nothing reads like a release from monitoring." in page
    assert history(project).last().details["went on with"] == ["exempt"]
