"""What can be done with an evaluation now, and why not when it cannot."""

from django.urls import reverse
from django.utils.translation import gettext as _

from techcoop.evaluation import queries
from techcoop.evaluation.policies import may_plan, may_plan_for, may_record, may_respond
from techcoop.evaluation.statuses import EVALUATION_LIFECYCLE, FOLLOW_UP_LIFECYCLE
from techcoop.web.acts import Act

RECORDED, ANSWERED = "recorded", "answered"


def acts_of(evaluation, user):
    """Every act, shown off with the reason where it is not possible."""
    possible = EVALUATION_LIFECYCLE.allowed_acts(evaluation.status)
    allowed = {RECORDED: may_record(user, evaluation), ANSWERED: may_respond(user, evaluation)}
    return [_act(evaluation, one, allowed) for one in offered() if one[0] in possible]


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


def _act(evaluation, one, allowed):
    name, label, whose, at_once, gate = one
    why_not = "" if allowed[whose] else _not_yours(whose)
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


def _not_yours(whose):
    if whose == RECORDED:
        return _("Only those who record evaluations for these States can do this.")
    return _("Only those who answer for the programme in these States can do this.")


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
        allowed = may_plan_for(user, project)
        address = f"{reverse('evaluation:plan')}?project={project.code}"
        why_not = _("Your role does not record evaluations for every State of the project.")
        yield Act("plan_evaluation", _("Plan an evaluation"), address, allowed=allowed, why_not=why_not)
