"""Pages of the administrator: who has an account, which roles, where and until when."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from techcoop.journal.queries import happenings
from techcoop.people import actions, notices, queries
from techcoop.people.forms import EndRoleForm, GiveRoleForm, OpenAccountForm, ReasonForm
from techcoop.people.models import User
from techcoop.people.policies import may_change_account, may_manage_people
from techcoop.people.roles import ROLES
from techcoop.people.views.listing import PEOPLE, reach_of
from techcoop.sheets.writers import WRITERS
from techcoop.web.acts import Act, offered
from techcoop.web.forms import errors_beside_fields
from techcoop.web.lists import list_page
from techcoop.web.panels import panels_beside

ACTS = {
    "open account": gettext_lazy("Account opened"),
    "open_first_account": gettext_lazy("Account of the first administrator opened"),
    "close account": gettext_lazy("Account closed"),
    "reopen account": gettext_lazy("Account opened again"),
    "send password letter": gettext_lazy("Letter to set a password sent"),
    "give role": gettext_lazy("Role given"),
    "end role": gettext_lazy("Role ended"),
    "choose language": gettext_lazy("Language chosen"),
}


def acts_on(by: User, person: User) -> list[Act]:
    """What the administrator may do with an account."""
    allowed = may_change_account(by, person)
    own = "" if allowed else _("Nobody changes the own account; ask another administrator.")

    def act(name: str, label: str, **about: bool) -> Act:
        return Act(name, label, reverse(f"people:{name}", args=[person.pk]), allowed, own, **about)

    if not person.is_active:
        return [act("reopen", _("Open again"), first=True)]
    return [
        act("give_role", _("Give a role"), first=True),
        act("send_letter", _("Send a letter to set a password"), post=True),
        act("close", _("Close the account"), grave=True),
    ]


@require_safe
def people(request: HttpRequest) -> HttpResponseBase:
    """Everybody who has an account, with roles and reach."""
    if not may_manage_people(request.user):
        raise PermissionDenied(_("Your role does not manage people."))
    return list_page(
        request,
        PEOPLE,
        queries.with_roles(queries.visible_to(request.user)),
        template="people/people.html",
        title=_("People"),
        writers=WRITERS,
        acts=[Act("open_account", _("Open an account"), reverse("people:open_account"), first=True)],
    )


@require_safe
def person(request: HttpRequest, key: int) -> HttpResponse:
    """One account: its roles of all times, what can be done, and what was done."""
    found = get_object_or_404(queries.visible_to(request.user), pk=key)
    today, changeable = timezone.localdate(), may_change_account(request.user, found)
    held = [
        {
            "assignment": one,
            "role": ROLES[one.role].name if one.role in ROLES else one.role,
            "reach": reach_of(one),
            "may_end": changeable and (one.ends_on is None or one.ends_on >= today),
        }
        for one in queries.assignments_of(found)
    ]
    context = {
        "person": found,
        "held": held,
        "acts": [*acts_on(request.user, found), *offered(found, request.user)],
        "panels": panels_beside(found, request.user),
        "history": happenings(found, ACTS),
    }
    return render(request, "people/person.html", context)


def _form_page(request: HttpRequest, form, *, title: str, back: str, lead: str = "") -> HttpResponse:
    return render(request, "people/form.html", {"form": form, "title": title, "back": back, "lead": lead})


def _page(key: int) -> str:
    return reverse("people:person", args=[key])


@require_http_methods(["GET", "POST"])
def open_account(request: HttpRequest) -> HttpResponse:
    """Open an account; nothing is sent, and the person holds no role yet."""
    if not may_manage_people(request.user):
        raise PermissionDenied(_("Your role does not manage people."))
    form = OpenAccountForm(request.POST or None)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("email", "name", "language")}
        opened = actions.open_account(given.pop("email"), **given, by=request.user, at=timezone.now())
        return redirect(_page(opened.pk))
    lead = _("The account holds no role until one is given; no letter is sent until you send one.")
    return _form_page(request, form, title=_("Open an account"), back=reverse("people:people"), lead=lead)


@require_http_methods(["GET", "POST"])
def give_role(request: HttpRequest, key: int) -> HttpResponse:
    """Give a role, for certain States or without limit, from a day until a day."""
    found = get_object_or_404(queries.visible_to(request.user), pk=key)
    form = GiveRoleForm(request.POST or None)
    if form.is_valid():
        actions.give_role(found, form.term(), by=request.user, at=timezone.now())
        return redirect(_page(key))
    return _form_page(request, form, title=_("Give a role"), back=_page(key), lead=found.name)


@require_http_methods(["GET", "POST"])
def end_role(request: HttpRequest, key: int, assignment: int) -> HttpResponse:
    """Let a role end on a day."""
    found = get_object_or_404(queries.visible_to(request.user), pk=key)
    held = get_object_or_404(queries.assignments_of(found), pk=assignment)
    form = EndRoleForm(request.POST or None, assignment=held)
    if form.is_valid():
        with errors_beside_fields(form):
            actions.end_role(held, **form.cleaned_data, by=request.user, at=timezone.now())
            return redirect(_page(key))
    lead = f"{found.name}: {ROLES[held.role].name} ({reach_of(held)})"
    return _form_page(request, form, title=_("End a role"), back=_page(key), lead=lead)


def _with_reason(request: HttpRequest, key: int, act, *, title: str) -> HttpResponse:
    """An act on an account that asks for a reason."""
    found = get_object_or_404(queries.visible_to(request.user), pk=key)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        act(found, by=request.user, at=timezone.now(), why=form.cleaned_data["why"])
        return redirect(_page(key))
    return _form_page(request, form, title=title, back=_page(key), lead=found.name)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, key: int) -> HttpResponse:
    """Let somebody sign in no more."""
    return _with_reason(request, key, actions.close_account, title=_("Close the account"))


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, key: int) -> HttpResponse:
    """Let somebody sign in again."""
    return _with_reason(request, key, actions.reopen_account, title=_("Open the account again"))


@require_POST
def send_letter(request: HttpRequest, key: int) -> HttpResponse:
    """Send the letter by which a password is set."""
    found = get_object_or_404(queries.visible_to(request.user), pk=key)
    actions.send_password_letter(found, by=request.user, at=timezone.now())
    notices.password_letter(found, request)
    sent = _("A letter with the link to set a password is on its way to %(address)s.")
    messages.success(request, sent % {"address": found.email})
    return redirect(_page(key))
