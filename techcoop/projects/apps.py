"""Projects, as an application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from techcoop.web.acts import offer
from techcoop.web.panels import offer_panels


class ProjectsConfig(AppConfig):
    """Project documents."""

    name = "techcoop.projects"

    def ready(self) -> None:
        from techcoop.assessments.models import NeedsAssessment
        from techcoop.documents.policies import Owner, documents_follow
        from techcoop.people.models import User
        from techcoop.programme.practices import Subject, keep, practices_about
        from techcoop.projects.models import Project
        from techcoop.projects.policies import inside, may_for
        from techcoop.projects.practices import PRACTICES
        from techcoop.projects.queries import came_of
        from techcoop.projects.views.acts import acts_on_assessment, acts_on_request
        from techcoop.projects.views.members import acts_on_person, roles_in_projects
        from techcoop.projects.views.proposed import projects_proposed
        from techcoop.requests.models import StateRequest
        from techcoop.requests.queries import tells_what_came

        names = ("desk_officer", "in_states__state", "title", "code")
        practices_about(Subject(Project, inside, may_for, *names))
        keep(PRACTICES)
        documents_follow(Project, Owner(Project.objects.visible_to, may_for))
        offer(User, acts_on_person)
        offer_panels(User, roles_in_projects)
        tells_what_came(came_of)
        self.lie_on_a_desk()
        offer(StateRequest, acts_on_request)
        offer(NeedsAssessment, acts_on_assessment)
        offer_panels(NeedsAssessment, projects_proposed)

    def lie_on_a_desk(self) -> None:
        """What of an officer's projects passes on when a desk is handed over."""
        from techcoop.people.permissions import Permission
        from techcoop.projects.actions.assigning import give
        from techcoop.projects.models import Project
        from techcoop.projects.queries.desks import on_a_desk, told_of
        from techcoop.projects.statuses import ProjectStatus
        from techcoop.requests.queries import Pile, lies_on_a_desk
        from techcoop.web.links import page_of

        lies_on_a_desk(
            Pile(
                "project",
                _("project"),
                things=on_a_desk,
                seen_by=Project.objects.visible_to,
                given_by=lambda user: Project.objects.within(user, Permission.MANAGE_PROJECTS),
                give=give,
                told=told_of,
                status=lambda status: ProjectStatus(status).label,
                page=lambda code: page_of(Project(code=code)),
            )
        )
