"""What became of the national structures that a project strengthens."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from techcoop.journal.queries import last_edit
from techcoop.projects import actions
from techcoop.projects.actions.strengthening import OUTCOMES
from techcoop.projects.forms import TextsForm
from techcoop.projects.views.project import found
from techcoop.web.editing import saved
from techcoop.web.forms import errors_beside_fields, form_page
from techcoop.web.links import page_of


@require_http_methods(["GET", "POST"])
def tell_outcomes(request, code):
    """Say what became of each national structure."""
    one = found(request, code, "tell_outcomes")
    structures = one.structures.all()
    said = {each.pk: (f"{each.name} ({each.get_kind_display()})", each.outcome) for each in structures}
    edited = last_edit(one, part=OUTCOMES)
    help_text = _("Whether it works, on what law and with what means; what is still to be done. No names.")
    form = TextsForm(request.POST or None, said=said, help_text=help_text, edited=edited)
    if form.is_valid():
        with errors_beside_fields(form):
            given = {"outcomes": form.texts(), "seen": edited.number}
            actions.tell_outcomes(one, by=request.user, at=timezone.now(), **given)
            return saved(request, form, page_of(one))
    title = _("Say what became of the structures")
    context = {"project": one, "form": form, "title": title, "back": page_of(one)}
    return form_page(request, "projects/act.html", context)
