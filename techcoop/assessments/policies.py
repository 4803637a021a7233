"""Who may do what with assessments of needs; when is in statuses.py."""

from collections.abc import Collection

from techcoop.assessments.models import AssessmentQuerySet, NeedsAssessment
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.requests.models import StateRequest


def scope_of(thing: NeedsAssessment | StateRequest) -> Collection[int]:
    """The States that a role must cover: the one that asked, or all members of the organisation that did."""
    if thing.state_id:
        return [thing.state_id]
    return (thing.state_request if isinstance(thing, NeedsAssessment) else thing).state_ids


def permits_for(user: User, permission: Permission, assessment: NeedsAssessment) -> bool:
    """Whatever a role permits for all the States that it concerns."""
    return user.can_for(permission, scope_of(assessment))


def inside(user: User) -> AssessmentQuerySet:
    """The assessments of which somebody sees how they are weighed."""
    return NeedsAssessment.objects.visible_to(user).within(user, Permission.SEE_WORKING_NOTES)


def may_see(user: User, assessment: NeedsAssessment) -> bool:
    return user.can_for(Permission.SEE_ASSESSMENTS, scope_of(assessment))


def may_commission(user: User, state_request: StateRequest) -> bool:
    return user.can_for(Permission.ASSESS_NEEDS, scope_of(state_request))


def may_assess(user: User, assessment: NeedsAssessment) -> bool:
    return user.can_for(Permission.ASSESS_NEEDS, scope_of(assessment))


def may_be_given(officer: User, assessment: NeedsAssessment) -> bool:
    """An officer who assesses the needs of these States can be given it."""
    return officer.is_active and may_assess(officer, assessment)


def may_score(user: User, assessment: NeedsAssessment) -> bool:
    """Those who were named, each alone."""
    return may_assess(user, assessment) and assessment.assessors.filter(pk=user.pk).exists()


def may_judge(user: User, assessment: NeedsAssessment) -> bool:
    """Send back or supersede."""
    return user.can_for(Permission.APPROVE_ASSESSMENTS, scope_of(assessment))


def may_clear(user: User, assessment: NeedsAssessment) -> bool:
    """Whoever looks at it for another division, and neither drafted it nor signed it off for the desk."""
    of_the_desk = (assessment.drafted_by_id, assessment.validated_by_id)
    return user.can_for(Permission.CLEAR_ASSESSMENTS, scope_of(assessment)) and user.pk not in of_the_desk


def may_approve(user: User, assessment: NeedsAssessment) -> bool:
    """Two persons: who drafted it does not approve it."""
    return may_judge(user, assessment) and user.pk != assessment.drafted_by_id


def may_read_consultations(user: User, assessment: NeedsAssessment) -> bool:
    """Who spoke, and what they said, is for those alone who need it for the assessment."""
    return user.can_for(Permission.READ_PROTECTED, scope_of(assessment))
