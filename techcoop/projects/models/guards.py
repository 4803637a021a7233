"""Rules about projects that the database holds over several tables, at the end of the transaction."""

import pgtrigger

from techcoop.assessments.statuses import AssessmentStatus
from techcoop.journal.models import a_part_stays, importing, stays_as_it_was
from techcoop.programme.models import VOLUNTARY_FUND_SINCE
from techcoop.projects.statuses import NOT_CARRIED_OUT, WITH_OUTCOMES, ProjectStatus
from techcoop.requests.statuses import TAKEN_UP

GROUNDS = ("state_request_id", "assessment_id")


def listed(statuses: object) -> str:
    """Statuses as a list of the database."""
    return ", ".join(f"'{one}'" for one in statuses)  # type: ignore[attr-defined]


ONLY_NOTED = listed(NOT_CARRIED_OUT)
OUTCOMES_TOLD = (ProjectStatus.DRAFT.value, *(one.value for one in WITH_OUTCOMES))
APPROVED_ONCE = listed((AssessmentStatus.APPROVED.value, AssessmentStatus.SUPERSEDED.value))
REQUESTS_TAKEN_UP = listed(one.value for one in TAKEN_UP)


def components_sum_to_one_hundred(*projects: str) -> str:
    """Refuse shares that do not make the whole; only what is not carried out may have none at all."""
    return f"""
        IF 100 <> ANY (
            SELECT coalesce(
                (SELECT sum(per_cent) FROM projects_projectcomponent WHERE project_id = project.id),
                CASE WHEN project.status IN ({ONLY_NOTED}) THEN 100 ELSE 0 END
            ) FROM projects_project AS project WHERE project.id IN ({", ".join(projects)})
        ) THEN
            RAISE EXCEPTION 'the components of a project sum to one hundred per cent';
        END IF;
        RETURN NULL;
    """


def keeps_its_grounds(operation: pgtrigger.Operation, projects: str) -> pgtrigger.Trigger:
    """Refuse to carry a project out, or to go on, without what its approval asked for."""
    return _refused(
        "a_project_beyond_draft_keeps_its_grounds",
        operation,
        f"project.id IN ({projects}) AND project.status NOT IN ({ONLY_NOTED})",
        {
            "a project beyond its draft stands on a request that was taken up": f"""
                project.state_request_id IS NOT NULL AND NOT EXISTS (
                    SELECT FROM requests_staterequest AS asked
                     WHERE asked.id = project.state_request_id AND asked.status IN ({REQUESTS_TAKEN_UP}))""",
            "a project beyond its draft rests on an approved assessment of the needs": f"""
                project.state_request_id IS NOT NULL AND NOT EXISTS (
                    SELECT FROM assessments_needsassessment AS assessment
                     WHERE assessment.id = project.assessment_id AND assessment.status IN ({APPROVED_ONCE})
                       AND assessment.state_request_id = project.state_request_id)""",
            "a project beyond its draft names a national structure that it strengthens": """
                NOT EXISTS (SELECT FROM projects_nationalstructure WHERE project_id = project.id)""",
        },
    )


def no_voluntary_fund_before_it_was(operation: pgtrigger.Operation, project: str) -> pgtrigger.Trigger:
    """Refuse money of a fund that was not there yet."""
    return _refused(
        "no_voluntary_fund_before_1988",
        operation,
        f"project.id = {project}",
        {
            "the Voluntary Fund has given money since 1988": f"""
                project.ends_on < DATE '{VOLUNTARY_FUND_SINCE}' AND EXISTS (
                    SELECT FROM projects_projectmoney
                     WHERE project_id = project.id AND family = 'voluntary_fund'
                       AND greatest(required, available, spent) > 0)"""
        },
    )


# An older record is as its source says; what the source says anew, its import writes.
TAKEN_IN = f"status = '{ProjectStatus.LEGACY.value}' AND {importing('projects')}"
APPROVED = (
    "code", "legacy_code", "title", "summary", "language", "scope", "region", "mandate", "proposal",
    "why_no_recommendation", "forms", "approved_on", "approved_by", "state_request", "assessment",
    "starts_on", "starts_precision", "ends_on", "ends_precision", "source", "created_by", "created_at",
)  # fmt: skip
STAYS = "a project that is no draft any more stays as it was approved or taken in"
STAYS_AS_APPROVED = stays_as_it_was(
    "a_project_stays_as_it_was_approved",
    *APPROVED,
    once=~pgtrigger.Q(old__status=ProjectStatus.DRAFT.value),
    says=STAYS,
    unless=f"OLD.{TAKEN_IN}",
)


def stays_once_approved(*columns: str) -> pgtrigger.Trigger:
    """A part of a project is neither changed, taken out nor added beyond its draft."""
    return a_part_stays(
        "stays_once_approved",
        *columns,
        once=f"""EXISTS (
                SELECT FROM projects_project WHERE id IN (OLD.project_id, NEW.project_id)
                   AND status <> '{ProjectStatus.DRAFT.value}' AND NOT ({TAKEN_IN})
            )""",
        says=STAYS,
    )


# What remains when a project is over is told while it is carried out; the rest of a structure stays.
OUTCOMES_STAY = stays_as_it_was(
    "an_outcome_is_told_while_it_is_carried_out",
    "outcome",
    says="what became of a structure is told while its project is carried out, until its accounts are closed",
    unless=f"""EXISTS (
        SELECT FROM projects_project WHERE id = NEW.project_id
           AND (status IN ({listed(OUTCOMES_TOLD)}) OR {TAKEN_IN}))""",
)


def _refused(
    name: str, operation: pgtrigger.Operation, projects: str, breaches: dict[str, str]
) -> pgtrigger.Trigger:
    """Looked at in the end, so that a project and its parts come, change and go together."""
    asked = "\n".join(
        f"""
        IF EXISTS (SELECT FROM projects_project AS project WHERE {projects} AND {breach}) THEN
            RAISE EXCEPTION '{sentence}';
        END IF;"""
        for sentence, breach in breaches.items()
    )
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        func=f"{asked}\n        RETURN NULL;",
    )
