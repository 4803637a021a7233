"""What the tables themselves ask of an approved assessment, whoever writes in them."""

import pgtrigger

from techcoop.assessments.statuses import AssessmentStatus
from techcoop.journal.models import a_part_stays, stays_as_it_was

VOICES_BESIDE = "'national_institution', 'civil_society', 'rights_holders', 'academia'"
MADE_TO_ITS_STATES = """
    said.withdrawn_on IS NULL AND (said.state_id = NEW.state_id OR NEW.state_id IS NULL AND said.state_id IN (
        SELECT member.state_id FROM atlas_regionalorganization_members AS member
          JOIN requests_staterequest AS asked ON asked.organization_id = member.regionalorganization_id
         WHERE asked.id = NEW.state_request_id))"""


def _refused(name: str, status: str, refusals: dict[str, str]) -> pgtrigger.Trigger:
    """Refuse to bring an assessment to this status where one of the conditions holds."""
    tests = "".join(
        f"IF {condition} THEN RAISE EXCEPTION '{sentence}'; END IF;\n"
        for sentence, condition in refusals.items()
    )
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
        condition=pgtrigger.Q(new__status=status),
        func=f"{tests}RETURN NULL;",
    )


ON_APPROVAL = (
    _refused(
        "an_approved_assessment_heard_and_cites",
        "approved",
        {
            "an approved assessment heard somebody beside the Government": f"""
                NOT EXISTS (SELECT FROM assessments_consultation AS heard
                             WHERE heard.assessment_id = NEW.id AND heard.voice IN ({VOICES_BESIDE}))""",
            "an approved assessment cites a current recommendation where one exists": f"""
                NOT EXISTS (SELECT FROM assessments_needsassessment_recommendations AS cited
                              JOIN accountability_recommendation AS said ON said.id = cited.recommendation_id
                             WHERE cited.needsassessment_id = NEW.id AND said.withdrawn_on IS NULL)
                AND (NEW.why_no_recommendation = ''
                     OR EXISTS (SELECT FROM accountability_recommendation AS said
                                 WHERE {MADE_TO_ITS_STATES}))""",
        },
    ),
    _refused(
        "a_later_approved_assessment_supersedes",
        "superseded",
        {
            "a successor is a later approved assessment of the same State": """
                NOT EXISTS (SELECT FROM assessments_needsassessment AS later
                              JOIN requests_staterequest AS asked ON asked.id = later.state_request_id
                              JOIN requests_staterequest AS own ON own.id = NEW.state_request_id
                             WHERE later.id = NEW.superseded_by_id AND later.status = 'approved'
                               AND (later.created_at, later.id) > (NEW.created_at, NEW.id)
                               AND later.state_id IS NOT DISTINCT FROM NEW.state_id
                               AND (NEW.state_id IS NOT NULL
                                    OR asked.organization_id = own.organization_id))""",
        },
    ),
)

WHAT_IT_SAYS = (
    "state_request", "state", "title", "by_mission", "terms_of_reference", "mission_began_on",
    "mission_ended_on", "mission_places", "mission_team", "context", "why_no_recommendation",
)  # fmt: skip
WHO_SIGNED = (
    "drafted_by", "validated_on", "validated_with", "validated_by", "cleared_by", "cleared_on",
    "approved_on", "approved_by",
)  # fmt: skip
SINCE_APPROVAL = (
    stays_as_it_was(
        "what_was_approved_stays_as_it_was_approved",
        *WHAT_IT_SAYS,
        *WHO_SIGNED,
        once=pgtrigger.Q(old__status__in=["approved", "superseded"]),
        says="what an approved assessment says stays, and who signed it and when",
    ),
    stays_as_it_was(
        "a_successor_stays_named",
        "superseded_by",
        once=pgtrigger.Q(old__status="superseded"),
        says="a superseded assessment keeps its successor",
    ),
)


def stays_once_approved(within: str = "OLD.assessment_id, NEW.assessment_id") -> pgtrigger.Trigger:
    """A row of an assessment is neither written otherwise, nor taken out, nor added once it is approved."""
    return a_part_stays(
        "stays_once_approved",
        once=f"""EXISTS (
                SELECT FROM assessments_needsassessment WHERE id IN ({within})
                   AND status IN ('{AssessmentStatus.APPROVED.value}', '{AssessmentStatus.SUPERSEDED.value}')
            )""",
        says="what an approved assessment found stays, and whom it heard",
    )


def stays_with_its(row: str) -> pgtrigger.Trigger:
    """So does what belongs to a row: the scores of a need, and what it or a proposed project cites."""
    return stays_once_approved(
        f"SELECT assessment_id FROM assessments_{row} WHERE id IN (OLD.{row}_id, NEW.{row}_id)"
    )
