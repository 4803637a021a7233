"""Words of a project document that could be read as a release from what a State owes to the mechanisms."""

from techcoop.projects.models import Project
from techcoop.requests.practices import released_from_what_is_owed, words_of_release


def doubtful_in(project: Project) -> list[str]:
    """Words of release, whatever they release from; a reader sees what is meant."""
    return words_of_release(_texts(project))


def release_in(project: Project) -> str:
    """The word near what a State owes, with which the document is not approved."""
    return released_from_what_is_owed(_texts(project))


def _texts(project: Project) -> str:
    rationales = project.addressed.values_list("rationale", flat=True)
    return "\n".join((project.title, project.summary, project.why_no_recommendation, *rationales))
