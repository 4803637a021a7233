"""What can be done with an evaluation now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _

from techcoop.evaluation import queries
from techcoop.evaluation.actions.evaluations import NOT_INDEPENDENT
from techcoop.evaluation.policies import is_independent, may_plan, may_plan_for, may_record, may_respond
from techcoop.evaluation.statuses import EVALUATION_LIFECYCLE, FOLLOW_UP_LIFECYCLE
from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.web.acts import Act, act_unless

RECORDED, ANSWERED = "recorded", "answered"


def acts_of(evaluation, user):
    """Every act, shown off with the reason where it is not possible."""
    possible = EVALUATION_LIFECYCLE.allowed_acts(evaluation.status)
    whose = {one: why_not_yours(evaluation, user, one) for one in (RECORDED, ANSWERED)}
    return [_act(evaluation, one, whose) for one in offered() if one[0] in possible]


def offered():
    """The acts, their labels, whose they are, whether a button does them at once, what is still missing."""
    return (
        ("draft", _("Begin the draft"), RECORDED, True, None),
        ("revise", _("Revise"), RECORDED, False, None),
        ("add_finding", _("Add a finding"), RECORDED, False, None),
        ("add_lesson", _("Add a lesson"), RECORDED, False, None),
        ("add_recommendation", _("Add a recommendation"), RECORDED, False, None),
        ("rate", _("Mark the criteria"), RECORDED, False, None),
        ("finalise", _("Make final"), RECORDED, True, queries.missing_before_finalising),
        ("publish_response", _("Publish the response"), ANSWERED, True, queries.missing_before_publishing),
        ("close", _("Close"), ANSWERED, True, queries.missing_before_closing),
    )


def _act(evaluation, one, not_yours):
    name, label, whose, at_once, gate = one
    why_not = not_yours[whose]
    missing = gate(evaluation) if gate and not why_not else ()
    return Act(
        name,
        label,
        reverse(f"evaluation:{name}", args=[evaluation.pk]),
        allowed=not why_not and not missing,
        why_not=why_not or " ".join(missing),
        is_near=bool(missing),
        post=at_once,
        first=name in ("draft", "finalise", "publish_response", "close"),
    )


def why_not_yours(evaluation, user, whose):
    """Why somebody may not write in an evaluation, or answer it; nothing when they may."""
    if whose == RECORDED:
        return "" if may_record(user, evaluation) else done_by(Permission.RECORD_EVALUATIONS)
    return "" if may_respond(user, evaluation) else done_by(Permission.RESPOND_TO_EVALUATIONS)


def why_not_plan(project, user):
    """Why somebody may not plan an evaluation of this project; nothing when they may."""
    if not may_plan_for(user, project):
        return done_by(Permission.RECORD_EVALUATIONS)
    return "" if is_independent(user, project) else str(NOT_INDEPENDENT)


def follow_up_acts(recommendation, user):
    """What can be said of an accepted recommendation."""
    labels = {"begin": _("Begun"), "implement": _("Implemented"), "overtake": _("Overtaken by events")}
    return [
        Act(
            f"{act}-{recommendation.pk}",
            labels[act],
            reverse("evaluation:follow_up", args=[recommendation.pk, act]),
        )
        for act in FOLLOW_UP_LIFECYCLE.allowed_acts(recommendation.status)
    ]


def acts_on_project(project, user):
    """What this stage offers on the file of a project: for those who record evaluations somewhere."""
    if may_plan(user):
        why_not = why_not_plan(project, user)
        address = f"{reverse('evaluation:plan')}?project={project.code}"
        yield act_unless(why_not, "plan_evaluation", _("Plan an evaluation"), address)
