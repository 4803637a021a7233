"""What can be done with an assessment now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _

from techcoop.assessments import policies
from techcoop.assessments.queries import missing_in
from techcoop.assessments.statuses import LIFECYCLE, OPEN
from techcoop.requests.statuses import TAKEN_UP
from techcoop.web.acts import Act

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
    assess = policies.may_assess(user, assessment)
    return [*_writing(assessment, assess), *_moving(assessment, assess), *_judging(contents, user)]


def _writing(assessment, allowed):
    if assessment.status not in OPEN:
        return
    for name, label in (
        ("revise", _("Write the text")),
        ("weigh", _("Weigh recommendations")),
    ):
        yield Act(name, label, _address(name, assessment), allowed=allowed, why_not=_not_your_role())


def _moving(assessment, allowed):
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
                allowed=allowed,
                why_not=_not_your_role(),
                post=post,
                first=True,
            )


def _judging(contents, user):
    assessment = contents.assessment
    possible = LIFECYCLE.allowed_acts(assessment.status)
    if "approve" in possible:
        why_not = _why_not_approve(contents, user)
        address = _address("approve", assessment)
        near = {"first": True, "is_near": True}
        yield Act("approve", _("Approve"), address, allowed=not why_not, why_not=why_not, **near)
    judge = policies.may_judge(user, assessment)
    for name, label in (("send_back", _("Send back")), ("supersede", _("Supersede"))):
        if name in possible:
            address = _address(name, assessment)
            yield Act(name, label, address, allowed=judge, why_not=_not_your_role(), grave=True)


def _why_not_approve(contents, user):
    assessment = contents.assessment
    if not policies.may_judge(user, assessment):
        return _not_your_role()
    if not policies.may_approve(user, assessment):
        return _("You handed in the draft: another person approves it.")
    return " ".join(str(one.sentence) for one in missing_in(contents))


def _not_your_role():
    return _("Your role does not cover this for this State.")


def _address(name, assessment):
    return reverse(f"assessments:{name}", args=[assessment.pk])


def acts_on_request(state_request, user):
    """What this stage offers on the page of a request that was taken up."""
    if state_request.status in TAKEN_UP:
        allowed = policies.may_commission(user, state_request)
        address = reverse("assessments:commission", args=[state_request.pk])
        label = _("Commission an assessment of needs")
        yield Act("commission", label, address, allowed=allowed, why_not=_not_your_role())
