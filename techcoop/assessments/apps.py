"""Assessments, as an application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from techcoop.web.acts import offer
from techcoop.web.links import address, page_of, register_page


class AssessmentsConfig(AppConfig):
    """Assessment of domestic human rights needs, on which projects are built."""

    name = "techcoop.assessments"

    def ready(self) -> None:
        from techcoop.assessments.actions.assigning import give
        from techcoop.assessments.models import NeedsAssessment
        from techcoop.assessments.policies import inside, permits_for
        from techcoop.assessments.practices import PRACTICES
        from techcoop.assessments.queries.lists import on_a_desk, told_of
        from techcoop.assessments.statuses import AssessmentStatus
        from techcoop.assessments.views.acts import acts_on_request
        from techcoop.people.permissions import Permission
        from techcoop.programme.practices import Subject, keep, practices_about
        from techcoop.requests.models import StateRequest
        from techcoop.requests.queries import Pile, lies_on_a_desk

        practices_about(Subject(NeedsAssessment, inside, permits_for, "desk_officer", "state", "title"))
        keep(PRACTICES)
        register_page(NeedsAssessment, lambda one: address("assessments:assessment", one.pk))
        offer(StateRequest, acts_on_request)
        lies_on_a_desk(
            Pile(
                "assessment",
                _("needs assessment"),
                things=on_a_desk,
                seen_by=NeedsAssessment.objects.visible_to,
                given_by=lambda user: NeedsAssessment.objects.within(user, Permission.ASSESS_NEEDS),
                give=give,
                told=told_of,
                status=lambda status: AssessmentStatus(status).label,
                page=lambda key: page_of(NeedsAssessment(pk=key)),
            )
        )
