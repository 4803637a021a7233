"""What can be done with an assessment now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _

from techcoop.assessments import actions, policies
from techcoop.assessments.queries import missing_in, successors_of
from techcoop.assessments.statuses import IN_PROGRESS, LIFECYCLE, OPEN, SIGNED_OFF_WHILE
from techcoop.lifecycle import only_while
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.requests.statuses import TAKEN_UP
from techcoop.web.acts import Act, act_unless

JUDGING = ("approve", "send_back", "supersede")
CLEARING = "clear"
TONES = {
    "terms_of_reference": "waiting",
    "under_way": "going",
    "draft": "going",
    "validated": "waiting",
    "approved": "good",
    "superseded": "stopped",
}


def acts_of(contents, user):
    """The acts of the procedure that are near, each with the reason where it cannot be done."""
    assessment = contents.assessment
    not_yours = why_not_yours(assessment, user, "revise")
    writing, moving = _writing(assessment, not_yours), _moving(assessment, not_yours)
    return [*writing, *moving, *_judging(contents, user), *_giving(assessment, not_yours)]


def _writing(assessment, not_yours):
    if assessment.status not in OPEN:
        return
    for name, label in (
        ("revise", _("Write the text")),
        ("weigh", _("Weigh recommendations")),
    ):
        yield act_unless(not_yours, name, label, _address(name, assessment))


def _giving(assessment, not_yours):
    if assessment.status in IN_PROGRESS:
        yield act_unless(not_yours, "assign", _("Give to a desk officer"), _address("assign", assessment))


def _moving(assessment, not_yours):
    possible = LIFECYCLE.allowed_acts(assessment.status)
    for name, label, post in (
        ("begin", _("Begin"), True),
        ("draft", _("Hand in the draft"), True),
        ("validate", _("Record the validation"), False),
    ):
        if name in possible:
            yield Act(
                name,
                label,
                _address(name, assessment),
                allowed=not not_yours,
                why_not=not_yours,
                post=post,
                first=True,
            )


def _judging(contents, user):
    assessment = contents.assessment
    possible = LIFECYCLE.allowed_acts(assessment.status)
    if assessment.status in SIGNED_OFF_WHILE and not assessment.cleared_by_id:
        not_yours = why_not_yours(assessment, user, CLEARING)
        label = _("Sign off for a substantive division")
        yield act_unless(not_yours, CLEARING, label, _address(CLEARING, assessment))
    if "approve" in possible:
        why_not = _why_not_approve(contents, user)
        address = _address("approve", assessment)
        near = {"first": True, "is_near": True}
        yield act_unless(why_not, "approve", _("Approve"), address, **near)
    not_yours = why_not_yours(assessment, user, "send_back")
    for name, label in (("send_back", _("Send back")), ("supersede", _("Supersede"))):
        if name in possible:
            address = _address(name, assessment)
            why_not = not_yours or (_why_not_supersede(assessment) if name == "supersede" else "")
            yield act_unless(why_not, name, label, address, grave=True)


def _why_not_supersede(assessment):
    there = successors_of(assessment).exists()
    return "" if there else _("No later assessment of this State is approved that could take its place.")


def _why_not_approve(contents, user):
    assessment = contents.assessment
    missing = [str(one.sentence) for one in missing_in(contents)]
    if not assessment.cleared_by_id and not policies.may_clear(user, assessment):
        missing.append(str(actions.NOT_CLEARED))
    return why_not_yours(assessment, user, "approve") or " ".join(missing)


def why_not_yours(assessment, user, act):
    """Why somebody may not do this act, whatever the status; nothing when they may."""
    if act == CLEARING:
        return _why_not_clear(assessment, user)
    if act not in JUDGING:
        return "" if policies.may_assess(user, assessment) else done_by(Permission.ASSESS_NEEDS)
    if not policies.may_judge(user, assessment):
        return done_by(Permission.APPROVE_ASSESSMENTS)
    if act == "approve" and not policies.may_approve(user, assessment):
        return _("You handed in the draft: another person approves it.")
    return ""


def _why_not_clear(assessment, user):
    if policies.may_clear(user, assessment):
        return ""
    if user.can_for(Permission.CLEAR_ASSESSMENTS, policies.scope_of(assessment)):
        return _("You signed for the desk: another person signs for a substantive division.")
    return done_by(Permission.CLEAR_ASSESSMENTS)


def require_its_time(assessment, act):
    """Refuse an act that the status does not permit: what is written is written while it is open."""
    if act in LIFECYCLE.acts:
        LIFECYCLE.after(assessment.status, act)
    elif act == CLEARING:
        only_while(act, assessment.status, SIGNED_OFF_WHILE)
    else:
        only_while(act, assessment.status, IN_PROGRESS if act == "assign" else OPEN)


def _address(name, assessment):
    return reverse(f"assessments:{name}", args=[assessment.pk])


def acts_on_request(state_request, user):
    """What this stage offers on the page of a request that was taken up."""
    if state_request.status in TAKEN_UP:
        not_yours = why_not_commission(state_request, user)
        address = reverse("assessments:commission", args=[state_request.pk])
        label = _("Commission an assessment of needs")
        yield act_unless(not_yours, "commission", label, address)


def why_not_commission(state_request, user):
    """Why somebody may not commission an assessment for this request; nothing when they may."""
    return "" if policies.may_commission(user, state_request) else done_by(Permission.ASSESS_NEEDS)
