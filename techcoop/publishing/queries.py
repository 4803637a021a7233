"""What the world may know of requests: how many, what became of them, on which grounds, in how many days."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count as Counting
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.atlas.models import Region
from techcoop.people.models import DEMONSTRATION_DOMAIN
from techcoop.requests.models import Ground, StateRequest
from techcoop.requests.statuses import TAKEN_UP
from techcoop.web.rows import keys_of
from techcoop.web.writing import number

# What organisations of several States ask for lies in no region.
REGIONAL = "organisations"
COUNTED = """
    WITH asked AS (
        SELECT one.status, one.ground,
               extract(year FROM one.received_on)::int AS year,
               coalesce((
                   SELECT min(region.code) FROM atlas_state_regions AS lies
                   JOIN atlas_region AS region ON region.id = lies.region_id AND region.parent_id IS NULL
                   WHERE lies.state_id = one.state_id
               ), 'organisations') AS region,
               one.acknowledged_on - one.received_on AS days_to_acknowledge,
               CASE WHEN one.decided_at IS NOT NULL THEN one.decided_at::date - one.received_on END
                   AS days_to_decide
        FROM requests_staterequest AS one WHERE one.id IN ({asked})
    )
    SELECT CASE WHEN grouping(year) = 0 THEN 'year' WHEN grouping(region) = 0 THEN 'region'
                WHEN grouping(ground) = 0 THEN 'ground' ELSE 'all' END,
           coalesce(year::text, region, ground, ''),
           count(*),
           count(*) FILTER (WHERE status = ANY(%(taken_up)s)),
           count(*) FILTER (WHERE status = 'declined'),
           count(*) FILTER (WHERE status = 'redirected'),
           count(*) FILTER (WHERE status = 'withdrawn'),
           percentile_cont(0.5) WITHIN GROUP (ORDER BY days_to_acknowledge),
           percentile_cont(0.5) WITHIN GROUP (ORDER BY days_to_decide),
           count(*) FILTER (
               WHERE days_to_acknowledge IS NULL AND status <> ALL('{{received,registered,withdrawn}}')
           )
    FROM asked
    WHERE (%(year)s = 0 OR year = %(year)s) AND (%(region)s = '' OR region = %(region)s)
    GROUP BY GROUPING SETS ((year), (region), (ground), ())
"""


@dataclass(frozen=True)
class Count:
    """One line of the counter: of a year, a region, or of all."""

    key: str
    label: str
    received: int
    accepted: int
    declined: int
    redirected: int
    withdrawn: int
    days_to_acknowledge: float | None
    days_to_decide: float | None
    # Decided, or weighed, without an acknowledgement of their own: in no median of acknowledgements.
    never_acknowledged: int

    @property
    def pending(self) -> int:
        """Those for which nothing is decided yet."""
        return self.received - self.accepted - self.declined - self.redirected - self.withdrawn


@dataclass(frozen=True)
class GroundCount:
    """How many requests were declined or redirected on a ground."""

    key: str
    label: str
    explanation: str
    declined: int
    redirected: int


@dataclass(frozen=True)
class Counter:
    """The public counter of requests, of one year or all, of one region or the world; no State is named."""

    total: Count
    years: tuple[Count, ...]
    regions: tuple[Count, ...]
    grounds: tuple[GroundCount, ...]


def counter(*, year: int = 0, region: str = "") -> Counter:
    """The counter; two queries, however many requests there are."""
    names = region_names()
    by_kind: dict[str, list[tuple[Any, ...]]] = {"year": [], "region": [], "ground": [], "all": []}
    asked = keys_of(StateRequest.objects.really_asked(), "asked")
    narrowed: dict[str, Any] = {"taken_up": [str(one) for one in TAKEN_UP], "year": year, "region": region}
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(asked=asked.sql), {**asked.values, **narrowed})
        for kind, *row in cursor.fetchall():
            by_kind[kind].append(tuple(row))
    return Counter(
        total=_count(by_kind["all"][0], {}),
        years=tuple(_count(row, {}) for row in sorted(by_kind["year"])),
        regions=tuple(_count(row, names) for row in sorted(by_kind["region"], key=lambda row: -row[1])),
        grounds=tuple(_grounds(by_kind["ground"])),
    )


def _count(row: tuple[Any, ...], names: dict[str, str]) -> Count:
    return Count(row[0], names.get(row[0], row[0]), *row[1:])


def _grounds(rows: list[tuple[Any, ...]]) -> list[GroundCount]:
    found = {key: (declined, redirected) for key, _all, _accepted, declined, redirected, *_rest in rows}
    counts = [
        GroundCount(str(one), str(one.label), str(one.explanation), *found.get(str(one), (0, 0)))
        for one in Ground
    ]
    return [one for one in counts if one.declined or one.redirected]


def region_names() -> dict[str, str]:
    """The regions of the world in the reader's language, and the organisations of several States."""
    names = {one.code: one.name for one in Region.objects.filter(parent=None)}
    return {**names, REGIONAL: _("Regional organisations")}


def years_with_requests() -> list[int]:
    """The years in which requests were received, the latest first; one query."""
    return [
        one.year for one in StateRequest.objects.really_asked().dates("received_on", "year", order="DESC")
    ]


def said_of_invented() -> str:
    """What must stand over the figures as long as requests of the demonstration are counted; one query."""
    made_up = Q(created_by__email__endswith=DEMONSTRATION_DOMAIN)
    asked = StateRequest.objects.really_asked()
    found = asked.aggregate(all=Counting("pk"), invented=Counting("pk", filter=made_up))
    if not found["invented"]:
        return ""
    if found["invented"] == found["all"]:
        return _("Demonstration: every request that is counted here is invented; no State has made it.")
    sentence = ngettext(
        "%(number)s of all requests on record is invented for a demonstration; no State has made it.",
        "%(number)s of all requests on record are invented for a demonstration; no State has made them.",
        found["invented"],
    )
    return sentence % {"number": number(found["invented"])}
