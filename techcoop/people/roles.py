"""Roles are code: what each may do is written here, printed on a page, and read by auditors."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from techcoop.people.permissions import Permission

P = Permission


@dataclass(frozen=True)
class Role:
    """A function that somebody holds in the programme, and what it permits."""

    key: str
    name: str | Promise
    description: str | Promise
    permissions: frozenset[Permission]
    # The others keep States, or see to the programme as a whole.
    in_one_project: bool = False
    of_an_organization: bool = False


def role(
    key: str,
    name: str | Promise,
    description: str | Promise,
    *permissions: Permission,
    in_one_project: bool = False,
    of_an_organization: bool = False,
) -> Role:
    """A line of the table of roles."""
    return Role(key, name, description, frozenset(permissions), in_one_project, of_an_organization)


LOOKING = (
    P.SEE_REQUESTS,
    P.SEE_WORKING_NOTES,
    P.SEE_ASSESSMENTS,
    P.SEE_PROJECTS,
    P.SEE_MONEY,
    P.SEE_EVALUATIONS,
    P.SEE_ACCOUNTABILITY,
)

ROLES: dict[str, Role] = {
    one.key: one
    for one in (
        role(
            "coordinator",
            _("Coordinator of technical cooperation"),
            _("Keeps the programmatic framework and consistent practice; decides requests and approves."),
            *LOOKING,
            P.REGISTER_REQUESTS,
            P.SCREEN_REQUESTS,
            P.DECIDE_REQUESTS,
            P.KEEP_TEMPLATES,
            P.ASSESS_NEEDS,
            P.APPROVE_ASSESSMENTS,
            P.DRAFT_PROJECTS,
            P.APPROVE_PROJECTS,
            P.MANAGE_PROJECTS,
            P.RECORD_ACTIVITIES,
            P.RECORD_EVALUATIONS,
            P.RESPOND_TO_EVALUATIONS,
            P.COMPOSE_REVIEWS,
            P.PLACE_THEMES,
            P.SEE_CONFIDENTIAL,
            P.SEE_STRICTLY_CONFIDENTIAL,
            P.IMPORT_RECORDS,
        ),
        role(
            "desk_officer",
            _("Geographic desk officer"),
            _("Keeps the file of the States of a region: requests, assessments, projects, activities."),
            *LOOKING,
            P.REGISTER_REQUESTS,
            P.SCREEN_REQUESTS,
            P.DECIDE_REQUESTS,
            P.ASSESS_NEEDS,
            P.READ_PROTECTED,
            P.DRAFT_PROJECTS,
            P.MANAGE_PROJECTS,
            P.RECORD_ACTIVITIES,
            P.RESPOND_TO_EVALUATIONS,
            P.SEE_CONFIDENTIAL,
            P.SEE_STRICTLY_CONFIDENTIAL,
        ),
        role(
            "finance_officer",
            _("Finance officer"),
            _("Follows the money of projects by family of funds, takes in exchange rates, closes accounts."),
            P.SEE_REQUESTS,
            P.SEE_WORKING_NOTES,
            P.SEE_PROJECTS,
            P.SEE_MONEY,
            P.CLOSE_ACCOUNTS,
            P.IMPORT_RECORDS,
            in_one_project=True,
        ),
        role(
            "project_officer",
            _("Project officer"),
            _("Carries out projects in the field: plans and records their activities, keeps their papers."),
            *LOOKING,
            P.RECORD_ACTIVITIES,
            P.SEE_CONFIDENTIAL,
            in_one_project=True,
        ),
        role(
            "reviewer",
            _("Reviewer"),
            _("Looks at assessments and projects for another division, and clears them."),
            *LOOKING,
            P.CLEAR_ASSESSMENTS,
            P.APPROVE_ASSESSMENTS,
            in_one_project=True,
        ),
        role(
            "trustee",
            _("Member of the Board of Trustees"),
            _("Reads what lies before the Board; has no rights to change anything."),
            P.SEE_PROJECTS,
            P.SEE_MONEY,
            P.SEE_EVALUATIONS,
            P.SEE_ACCOUNTABILITY,
        ),
        role(
            "government_focal_point",
            _("Focal point of a government or regional organisation"),
            _(
                "Asks for assistance on line, and follows the requests and projects of the own State or "
                "regional organisation."
            ),
            P.SEE_REQUESTS,
            P.ASK_FOR_ASSISTANCE,
            P.SEE_PROJECTS,
            P.SEE_ACCOUNTABILITY,
            of_an_organization=True,
        ),
        role(
            "evaluator",
            _("Evaluator"),
            _("Evaluates projects and drafts the Global Review."),
            *LOOKING,
            P.RECORD_EVALUATIONS,
            P.COMPOSE_REVIEWS,
            in_one_project=True,
        ),
        role(
            "auditor",
            _("Auditor"),
            _(
                "Reads everything, the journal included, but strictly confidential papers and what "
                "identifies people at risk: of these, that they exist and who opened them. Changes nothing."
            ),
            *LOOKING,
            P.SEE_CONFIDENTIAL,
            P.READ_JOURNAL,
        ),
        role(
            "administrator",
            _("Administrator"),
            _("Gives and takes away roles, and takes in records from outside; sees no case."),
            P.MANAGE_PEOPLE,
            P.IMPORT_RECORDS,
            P.SEE_ACCOUNTABILITY,
        ),
        role(
            "monitoring_liaison",
            _("Liaison with the monitoring mechanisms"),
            _("Takes in what the mechanisms say of States; has no part in assistance."),
            P.SEE_ACCOUNTABILITY,
            P.TAKE_IN_ACCOUNTABILITY,
        ),
        role(
            "machine",
            _("The system itself"),
            _("Does what runs by itself: imports, seeds, scheduled work."),
            *Permission,
        ),
    )
}


# Whoever may do one of these works for assistance, and takes in nothing for which a State accounts.
OF_ASSISTANCE = frozenset(
    {
        P.ASK_FOR_ASSISTANCE,
        P.REGISTER_REQUESTS,
        P.SCREEN_REQUESTS,
        P.DECIDE_REQUESTS,
        P.ASSESS_NEEDS,
        P.CLEAR_ASSESSMENTS,
        P.APPROVE_ASSESSMENTS,
        P.DRAFT_PROJECTS,
        P.APPROVE_PROJECTS,
        P.MANAGE_PROJECTS,
        P.CLOSE_ACCOUNTS,
        P.RECORD_ACTIVITIES,
        P.RECORD_EVALUATIONS,
        P.RESPOND_TO_EVALUATIONS,
        P.COMPOSE_REVIEWS,
    }
)

# Nobody but the system itself holds this one.
MACHINE_ROLE = "machine"
ADMINISTRATOR = "administrator"


def roles_with(permission: Permission) -> list[str]:
    """The functions of people that permit this, in words: who can do it."""
    return [
        str(one.name) for one in ROLES.values() if permission in one.permissions and one.key != MACHINE_ROLE
    ]


def role_choices() -> list[tuple[str, str | Promise]]:
    """The roles, for a choice."""
    return [(one.key, one.name) for one in ROLES.values()]


def roles_for_people() -> list[tuple[str, str | Promise]]:
    """The roles that a person may be given, for a choice."""
    return [one for one in role_choices() if one[0] != MACHINE_ROLE]


def roles_in_one_project() -> list[str]:
    """The keys of the roles that may be given in one project."""
    return [key for key, one in ROLES.items() if one.in_one_project]


def roles_of_an_organization() -> list[str]:
    """The keys of the roles that may be given for a regional organisation."""
    return [key for key, one in ROLES.items() if one.of_an_organization]
