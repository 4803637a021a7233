"""The consistency of the portfolio: what breaks which practice, at which desk, in which State."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, F, Min, Model, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from techcoop.atlas.models import State, name_in_language
from techcoop.people.models import User
from techcoop.people.permissions import Permission
from techcoop.programme.models import Severity
from techcoop.programme.practices import NOBODY, Count, Standing, Tally, broken_by, subject_for, tally
from techcoop.web.links import address
from techcoop.web.panels import Line, Panel

TONES = {Severity.BINDING: "stopped", Severity.WARNING: "waiting", Severity.HINT: ""}
NOTHING = Count()


@dataclass(frozen=True)
class Row:
    """A practice with how many things break it, and the addresses of exactly these."""

    standing: Standing
    kind: str
    tone: str
    count: Count
    address: str
    address_of_new: str


@dataclass(frozen=True)
class Place:
    """A desk or a State with how many findings there are at it; its address narrows the page to it."""

    name: str
    count: Count
    address: str


@dataclass(frozen=True)
class Consistency:
    """The page: what is broken, the gravest first, what is kept, and where."""

    broken: tuple[Row, ...]
    kept: tuple[Row, ...]
    at_gates: tuple[Row, ...]
    desks: tuple[Place, ...]
    states: tuple[Place, ...]
    findings: int


def consistency(user: User, today: date, *, officer: str = "", state: str = "") -> Consistency:
    """How the practices are kept among what somebody sees; as many questions for any portfolio."""
    chosen = State.objects.filter(iso3=state).values_list("pk", flat=True).first() if state else None
    found = tally(user, today=today, officer=officer, state=NOBODY if state == NOBODY else str(chosen or ""))
    narrowed = {key: value for key, value in (("officer", officer), ("state", state)) if value}
    rows = [_row(one, found, narrowed) for one in found.standings]
    asked = [one for one in rows if not one.standing.practice.is_held_by_the_tables]
    broken = [one for one in asked if one.count != NOTHING]
    order = list(Severity)
    broken.sort(key=lambda one: (order.index(one.standing.severity), -one.count.counted))
    return Consistency(
        broken=tuple(broken),
        kept=tuple(one for one in asked if one.count == NOTHING),
        at_gates=tuple(one for one in rows if one.standing.practice.is_held_by_the_tables),
        desks=tuple(_desks(found, narrowed)),
        states=tuple(_states(found, narrowed)),
        findings=sum(one.count.counted for one in broken),
    )


def _row(one: Standing, found: Tally, narrowed: dict[str, str]) -> Row:
    where = address("desk:findings", one.practice.key)
    kind = str(one.practice.about._meta.verbose_name_plural)
    links = [f"{where}?{urlencode({**narrowed, 'counts': which})}" for which in ("yes", "new")]
    count = found.by_practice.get(one.practice.key, NOTHING)
    return Row(one, kind, TONES[one.severity], count, *links)


def _desks(found: Tally, narrowed: dict[str, str]) -> Iterable[Place]:
    names = dict(User.objects.filter(pk__in=filter(None, found.by_officer)).values_list("pk", "name"))
    for key, count in sorted(found.by_officer.items(), key=lambda one: -one[1].counted):
        officer = NOBODY if key is None else str(key)
        where = f"{address('desk:consistency')}?{urlencode({**narrowed, 'officer': officer})}"
        yield Place(_("Without a desk officer") if key is None else names[key], count, where)


def _states(found: Tally, narrowed: dict[str, str]) -> Iterable[Place]:
    states = State.objects.filter(pk__in=filter(None, found.by_state)).by_name()
    places: list[tuple[int | None, str, str]] = [(one.pk, one.iso3, one.name) for one in states]
    if None in found.by_state:
        places.append((None, NOBODY, _("Without a State")))
    for key, code, name in places:
        where = f"{address('desk:consistency')}?{urlencode({**narrowed, 'state': code})}"
        yield Place(name, found.by_state[key], where)


def findings(user: User, one: Standing) -> QuerySet:
    """The things that break a practice, of which somebody sees how they are judged, for a list."""
    subject = subject_for(one.practice.about)
    model = subject.model
    places = model._default_manager.filter(pk=OuterRef("pk")).order_by().values("pk")
    names = StringAgg(
        name_in_language(f"{subject.states}__names"), delimiter=", ", order_by=f"{subject.states}__sort_key"
    )
    first = places.annotate(key=Min(f"{subject.states}__sort_key")).values("key")
    seen = subject.inside(user).order_by().values("pk")
    large = [field.name for field in model._meta.fields if field.name == "search"]
    things: QuerySet = (
        one.breaking()
        .filter(pk__in=seen)
        .defer(*large)
        .annotate(
            state_names=Subquery(places.annotate(all=names).values("all")),
            first_state=Subquery(first, output_field=CharField()),
            officer_name=F(f"{subject.officer}__name"),
            called=F(subject.title),
        )
    )
    return things


def practices_beside(thing: Model, user: User, today: date) -> list[Panel]:
    """What a thing breaks now, for those who see how it is judged; nothing where it keeps everything."""
    if not subject_for(type(thing)).permits(user, Permission.SEE_WORKING_NOTES, thing):
        return []
    lines = [_line(one.standing, user, is_new=one.is_new) for one in broken_by(thing, today=today)]
    return [Panel(_("Practices that it breaks"), tuple(lines))] if lines else []


def _line(one: Standing, user: User, *, is_new: bool) -> Line:
    """A practice that is broken; whoever works on one project alone is not led to the lists of all."""
    leads = user.can_for_some_state(Permission.SEE_WORKING_NOTES)
    where = address("desk:findings", one.practice.key) if leads else ""
    notes = [
        one.finding,
        _("%(severity)s. Source: %(source)s") % {"severity": one.severity.word, "source": one.version.source},
    ]
    if is_new:
        notes.append(_("Newly found; it counts from %(day)s.") % {"day": one.version.counts_from})
    return Line(one.sentence, where, tuple(notes))
