"""How requests are handled consistently over the whole portfolio; the screening of one is another matter."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from techcoop.accountability.queries import current_recommendations, periods
from techcoop.documents.models import Document
from techcoop.programme.practices import Asked, Practice
from techcoop.requests.models import StateRequest
from techcoop.requests.models.channels import Way
from techcoop.requests.statuses import IN_HAND, OPEN, TAKEN_UP, RequestStatus

# Registered at least, and not given up or passed on.
TO_BE_ANSWERED = (*IN_HAND, *TAKEN_UP)


def without_current_recommendation(asked: Asked) -> Q:
    """Requests to which no recommendation that is current is linked."""
    links = StateRequest.recommendations.through.objects.filter(staterequest_id=OuterRef("pk"))
    current = current_recommendations(periods(asked.today)).order_by().values("pk")
    return ~Q(Exists(links.filter(recommendation__in=current)))


def _without_paper(asked: Asked) -> Q:
    papers = Document.objects.filter(thing_kind=StateRequest._meta.label_lower, thing_id=OuterRef("pk"))
    return ~Q(Exists(papers))


PRACTICES_OF_REQUESTS = (
    Practice(
        "requests.acknowledged",
        StateRequest,
        _("Receipt of a request is acknowledged within %(days)s days of its registration."),
        _("Nobody has told the requester that it arrived. Acknowledge receipt."),
        lambda asked: Q(status_since__date__lt=asked.days_ago()),
        among=Q(status=RequestStatus.REGISTERED),
    ),
    Practice(
        "requests.decided",
        StateRequest,
        _("A request is decided within %(days)s days of its receipt."),
        _("It has waited for longer. Answer the questions on the screening sheet, and decide."),
        lambda asked: Q(received_on__lt=asked.days_ago()),
        among=Q(status__in=IN_HAND),
    ),
    Practice(
        "requests.registered",
        StateRequest,
        _("What is received is registered within %(days)s days."),
        _("It lies unregistered. Complete its facts and register it, or record that it was withdrawn."),
        lambda asked: Q(received_on__lt=asked.days_ago()),
        among=Q(status=RequestStatus.RECEIVED),
    ),
    Practice(
        "requests.desk_officer",
        StateRequest,
        _("A request that is open has a desk officer who can sign in."),
        _("Nobody who can sign in has this request. Give it to a desk officer."),
        lambda asked: Q(desk_officer=None) | Q(desk_officer__is_active=False),
        among=Q(status__in=TO_BE_ANSWERED),
    ),
    Practice(
        "requests.current_recommendation",
        StateRequest,
        _("A request that is open is linked to a recommendation that is current."),
        _("No current recommendation is linked. Look for one that it answers, and link it."),
        without_current_recommendation,
        among=Q(status__in=OPEN),
    ),
    Practice(
        "requests.component",
        StateRequest,
        _("A registered request says within which components it falls."),
        _("No component is named. Tick those it falls within among its facts."),
        lambda asked: Q(components__len=0),
        among=Q(status__in=TO_BE_ANSWERED),
    ),
    Practice(
        "requests.form",
        StateRequest,
        _("A registered request says which forms of assistance are asked for."),
        _("No form of assistance is named. Tick those that are asked for among its facts."),
        lambda asked: Q(forms__len=0),
        among=Q(status__in=TO_BE_ANSWERED),
    ),
    Practice(
        "requests.institution",
        StateRequest,
        _("A request that was taken up names the institution to be strengthened."),
        _("No institution is named. Ask the requester, and enter it among the facts."),
        lambda asked: Q(institution__regex=r"^\s*$"),
        among=Q(status__in=TAKEN_UP),
    ),
    Practice(
        "requests.summary",
        StateRequest,
        _("A registered request says in a few sentences what is asked for."),
        _("There is nothing but a subject. Write what is asked for among its facts."),
        lambda asked: Q(summary__regex=r"^\s*$"),
        among=Q(status__in=TO_BE_ANSWERED),
    ),
    Practice(
        "requests.authority",
        StateRequest,
        _("A registered request says what kind of authority signed it."),
        _("It does not say what kind of authority signed. Choose it among the facts."),
        lambda asked: Q(signatory_kind=""),
        among=Q(status__in=TO_BE_ANSWERED),
    ),
    Practice(
        "requests.paper",
        StateRequest,
        _("The note or letter of a registered request is kept with it."),
        _("No paper is kept with it. Scan the note or letter, and add it."),
        _without_paper,
        among=Q(status__in=TO_BE_ANSWERED) & ~Q(way=Way.ON_LINE),
    ),
    Practice(
        "requests.answered_first",
        StateRequest,
        _("Receipt is acknowledged before a request is decided."),
        _("It was decided, and receipt was never acknowledged. Tell the requester, and keep the letter."),
        lambda asked: Q(acknowledged_on=None),
        among=~Q(decided_at=None),
    ),
    Practice(
        "requests.dated",
        StateRequest,
        _("A request arrives within %(days)s days of the date on it."),
        _("It arrived long after it was written. See whether a date is wrong, or whether it still holds."),
        lambda asked: Q(dated_on__lt=F("received_on") - timedelta(days=asked.thresholds["days"])),
        among=Q(status__in=OPEN),
    ),
    Practice(
        "requests.existing_state",
        StateRequest,
        _("An open request comes from a State that still exists."),
        _("The State that asked no longer exists. See whether a successor asks, or record the withdrawal."),
        lambda asked: Q(state__existed_until__isnull=False),
        among=Q(status__in=OPEN),
    ),
)
