"""The people of a project: who holds a role in it alone; it is given and ended here."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from techcoop.people.forms import EndRoleForm
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by, may_change_account, may_manage_people
from techcoop.people.queries import visible_to as people_visible_to
from techcoop.people.roles import ROLES, roles_in_one_project
from techcoop.projects import actions, policies, queries
from techcoop.projects.forms import MemberForm, ProjectOfPersonForm
from techcoop.projects.models import Project
from techcoop.web.acts import Act, act_unless
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of
from techcoop.web.panels import Line, Panel
from techcoop.web.refusals import ask_first
from techcoop.web.writing import short_day

BOTH = require_http_methods(["GET", "POST"])


def _project(request, code):
    """The project of this code, for those who work on it."""
    one = get_object_or_404(queries.visible_to(request.user), code=code)
    if not policies.may_see_working_notes(request.user, one):
        raise PermissionDenied(_("Only those inside the programme see who works on a project."))
    return one


def why_not_give(user, project):
    """Why somebody may give no role in this project; nothing when they may give one at least."""
    return "" if policies.roles_to_give(user, project) else done_by(Permission.MANAGE_PROJECTS)


@require_safe
def members(request, code):
    """Everybody who holds, held or will hold a role in this project alone."""
    one = _project(request, code)
    why_not = why_not_give(request.user, one)
    address = reverse("projects:give_role", args=[one.code])
    context = {
        "project": one,
        "back": page_of(one),
        "acts": [act_unless(why_not, "give_role", _("Give a role"), address, first=True)],
        "members": [(member, _end(member, request.user)) for member in queries.members_of(one)],
    }
    return render(request, "projects/members.html", context)


def _end(member, user):
    """Where the role is ended, for who may; a role that is over is over."""
    allowed = not member.is_over and policies.may_end_role(user, member.membership)
    return reverse("projects:end_role", args=[member.membership.pk]) if allowed else ""


@BOTH
def give_role(request, code):
    """Give somebody a role in this project."""
    one = _project(request, code)
    ask_first(request, why_not_give(request.user, one), lambda: None)
    form = MemberForm(request.POST or None, roles=policies.roles_to_give(request.user, one))
    people = reverse("projects:members", args=[one.code])
    return _given(request, form, people, project=one, title=_("Give a role in this project"))


@BOTH
def give_role_to(request, key):
    """Give this person a role in a project."""
    person = get_object_or_404(people_visible_to(request.user), pk=key)
    own = (
        ""
        if may_change_account(request.user, person)
        else _("Nobody changes the own account; ask another administrator.")
    )
    ask_first(request, own, lambda: None)
    form = ProjectOfPersonForm(request.POST or None, roles=roles_in_one_project())
    return _given(request, form, page_of(person), person=person, title=_("Give a role in a project"))


def _given(request, form, back, *, title, project=None, person=None):
    """The form, of a project or of a person; sent, the role is given."""
    if form.is_valid():
        typed = form.cleaned_data
        with errors_beside_fields(form):
            actions.give_role(
                project or typed["project"],
                person=person or typed["person"],
                term=form.term(),
                by=request.user,
                at=timezone.now(),
                submission=typed["submission"],
            )
            return redirect(back)
    context = {"form": form, "title": title, "project": project, "person": person, "back": back}
    return form_page(request, "projects/role.html", context)


@BOTH
def end_role(request, key):
    """Let a role in a project end on a day."""
    one = get_object_or_404(queries.memberships_visible_to(request.user), pk=key)
    person, project = one.assignment.user, one.project
    own = _("Nobody ends the own role; ask somebody else.") if person == request.user else ""
    allowed = policies.may_end_role(request.user, one)
    ask_first(request, "" if allowed else own or done_by(Permission.MANAGE_PEOPLE), lambda: None)
    manages = may_manage_people(request.user)
    back = page_of(person) if manages else reverse("projects:members", args=[project.code])
    form = EndRoleForm(request.POST or None, assignment=one.assignment)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.end_role(one, **form.cleaned_data, by=request.user, at=timezone.now())
            return redirect(back)
    shown = {"person": person} if manages else {"project": project}
    words = _("%(person)s: %(role)s in %(project)s")
    lead = words % {"person": person, "role": ROLES[one.assignment.role].name, "project": project.code}
    context = {"form": form, "title": _("End a role"), "lead": lead, "back": back, **shown}
    return form_page(request, "projects/role.html", context)


def acts_on_person(person, user):
    """What this stage offers on the page of a person."""
    if person.is_active:
        own = (
            ""
            if may_change_account(user, person)
            else _("Nobody changes the own account; ask another administrator.")
        )
        address = reverse("projects:give_role_to", args=[person.pk])
        yield act_unless(own, "give_role_to", _("Give a role in a project"), address)


def roles_in_projects(person, user):
    """The roles that somebody holds in one project, beside those for States; two queries."""
    found = queries.memberships_of(person)
    if not found:
        return
    keys = [one.membership.project_id for one in found]
    seen = set(Project.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
    yield Panel(_("Roles in projects"), tuple(_line(one, user, seen) for one in found))


def _line(member, user, seen):
    """A role in a project, with its time; a link to the project for who sees it."""
    project = member.membership.project
    words = _("from %(start)s until %(end)s") if member.ends_on else _("from %(start)s")
    ends_on = short_day(member.ends_on) if member.ends_on else ""
    days = words % {"start": short_day(member.starts_on), "end": ends_on}
    end = _end(member, user)
    return Line(
        _("%(role)s in %(project)s") % {"role": member.role.name, "project": project.code},
        page_of(project) if project.pk in seen else "",
        (days,),
        (Act("end_role", _("End it"), end),) if end else (),
    )
