"""What waits for somebody among the projects."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import Entry
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.projects.models import Project, ProjectComponent, ProjectMoney
from techcoop.projects.statuses import ProjectStatus
from techcoop.web.waiting import Waiting

S = ProjectStatus
NEEDS = {
    "approve": Permission.APPROVE_PROJECTS,
    "revise": Permission.DRAFT_PROJECTS,
    "start": Permission.MANAGE_PROJECTS,
    "complete": Permission.MANAGE_PROJECTS,
    "close": Permission.CLOSE_ACCOUNTS,
}

LABELS = {
    "approve": _("Projects to approve"),
    "revise": _("Projects to finish drafting"),
    "start": _("Projects to start"),
    "complete": _("Projects that are over, to complete"),
    "close": _("Projects whose accounts are to be closed"),
}


def waits_for(user: User, act: str, *, today: date) -> QuerySet[Project]:
    """The projects that wait for this act of this person."""
    found = _by_act(act, user, today)
    if user.can_everywhere(NEEDS[act]):
        return found
    return found.filter(pk__in=Project.objects.within(user, NEEDS[act]))


def _by_act(act: str, user: User, today: date) -> QuerySet[Project]:
    mine = Q(desk_officer=user) | Q(created_by=user, desk_officer=None)
    if act == "approve":
        return _written(Project.objects.filter(status=S.DRAFT)).exclude(_hand_of(user))
    if act == "close":
        return Project.objects.filter(status=S.COMPLETED)
    if act == "complete":
        return Project.objects.filter(mine, status=S.OPERATIONAL, ends_on__lt=today)
    return Project.objects.filter(mine, status={"revise": S.DRAFT, "start": S.APPROVED}[act])


def _written(projects: QuerySet[Project]) -> QuerySet[Project]:
    """Drafts that say when, for what and with what money: those that are worth an approver's time."""
    components = ProjectComponent.objects.filter(project=OuterRef("pk"))
    money = ProjectMoney.objects.filter(project=OuterRef("pk"), required__gt=0)
    return projects.filter(Exists(components), Exists(money), starts_on__isnull=False, ends_on__isnull=False)


def _hand_of(user: User) -> Q:
    """The drafts in which this person had a hand."""
    drafted = Entry.objects.filter(
        by=user,
        thing_kind=Project._meta.label_lower,
        thing_id=OuterRef("pk"),
        act__in=("draft", "revise", "address", "explain"),
    )
    return Q(created_by=user) | Q(Exists(drafted))


def waiting_for(user: User, today: date) -> list[Waiting]:
    """What waits for this person among the projects, act by act."""
    return [
        Waiting(
            f"projects-{act}",
            label,
            waits_for(user, act, today=today).defer("search"),
            since="ends_on" if act == "complete" else "status_since",
            words=lambda project: f"{project.code} {project.title}",
        )
        for act, label in LABELS.items()
        if user.can(NEEDS[act])
    ]
