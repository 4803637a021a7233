"""The sections of an assessment, and what each still lacks before it can be approved."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from techcoop.assessments.models import BESIDE_GOVERNMENT, Input
from techcoop.assessments.queries.contents import Contents
from techcoop.assessments.queries.words import texts_in
from techcoop.requests.practices import RELEASED, released_from_what_is_owed
from techcoop.web.writing import number

TITLES = {
    "terms": gettext_lazy("Terms of reference"),
    "outset": gettext_lazy("How it stood at the outset"),
    "context": gettext_lazy("Context"),
    "inputs": gettext_lazy("The four inputs"),
    "consultations": gettext_lazy("Who was heard"),
    "institutions": gettext_lazy("Institutions"),
    "gaps": gettext_lazy("Legal gaps"),
    "capacities": gettext_lazy("Capacities"),
    "risks": gettext_lazy("Risks"),
    "needs": gettext_lazy("Needs"),
    "priorities": gettext_lazy("Priorities"),
    "projects": gettext_lazy("Proposed projects"),
    "recommendations": gettext_lazy("Recommendations weighed"),
}


@dataclass(frozen=True)
class Missing:
    """Something that still stands against an approval, the act that puts it right, and the field."""

    sentence: str | Promise
    section: str
    act: str
    about: tuple[str | int, ...] = ()
    field: str = ""


@dataclass(frozen=True)
class Section:
    """A part of an assessment: whether anything stands in it, and what it still lacks."""

    key: str
    title: str | Promise
    is_empty: bool
    missing: tuple[Missing, ...]


def missing_in(contents: Contents) -> tuple[Missing, ...]:
    """Everything that an approval still waits for."""
    return (
        *_texts(contents),
        *_inputs(contents),
        *_found(contents),
        *_cited(contents),
        *_traced(contents),
        *_released(contents),
    )


def sections_of(contents: Contents) -> tuple[Section, ...]:
    """The sections in their order."""
    missing = missing_in(contents)
    empty = _empty(contents)
    return tuple(
        Section(key, title, empty[key], tuple(one for one in missing if one.section == key))
        for key, title in TITLES.items()
    )


def _empty(contents: Contents) -> dict[str, bool]:
    one = contents.assessment
    return {
        "terms": not one.terms_of_reference.strip(),
        "outset": contents.outset is None,
        "context": not one.context.strip(),
        "inputs": not contents.inputs,
        "consultations": not contents.heard,
        "priorities": not contents.priorities.assessors,
        "recommendations": not contents.recommendations and not one.why_no_recommendation.strip(),
        **{key: not sheet.rows for key, sheet in contents.sheets.items()},
    }


def _texts(contents: Contents) -> Iterator[Missing]:
    one = contents.assessment
    if not one.terms_of_reference.strip():
        yield Missing(
            _("The terms of reference are not written."), "terms", "revise", (), "terms_of_reference"
        )
    if one.by_mission and not (one.mission_began_on and one.mission_ended_on):
        yield Missing(_("The days of the mission are not given."), "terms", "revise", (), "mission_began_on")
    if one.by_mission and not one.mission_places.strip():
        yield Missing(_("Where the mission went is not written."), "terms", "revise", (), "mission_places")
    if one.by_mission and not one.mission_team.strip():
        yield Missing(_("The team of the mission is not named."), "terms", "revise", (), "mission_team")
    if not one.context.strip():
        yield Missing(_("The context of the country is not written."), "context", "revise", (), "context")


def _inputs(contents: Contents) -> Iterator[Missing]:
    weighed = {one.source for one in contents.inputs if one.is_weighed}
    sentences = {
        Input.TREATY_BODIES: _("What the treaty bodies recommend is not weighed, nor why there is nothing."),
        Input.COUNCIL: _(
            "What the Council and its mechanisms recommend is not weighed, nor why there is nothing."
        ),
        Input.BOARD: _("What the Board of Trustees recommends is not weighed, nor why there is nothing."),
        Input.NATIONAL_VOICES: _("What national voices say is not weighed, nor why there is nothing."),
    }
    for source, sentence in sentences.items():
        if source not in weighed:
            yield Missing(sentence, "inputs", "weigh_input", (source.value,), "considered")


def _found(contents: Contents) -> Iterator[Missing]:
    if not contents.heard:
        yield Missing(_("Nobody was consulted yet."), "consultations", "add_row", ("consultations",))
    elif not any(one.voice in BESIDE_GOVERNMENT for one in contents.heard):
        sentence = _("Nobody beside the Government and the United Nations was heard.")
        yield Missing(sentence, "consultations", "add_row", ("consultations",))
    if not contents.sheets["institutions"].rows:
        yield Missing(_("No institution was looked at yet."), "institutions", "add_row", ("institutions",))
    if not contents.sheets["needs"].rows:
        yield Missing(_("No need is written down yet."), "needs", "add_row", ("needs",))
    if not contents.priorities.are_scored:
        sentence = _("Every need is scored by %(fewest)s assessors at least: not all have done so.")
        act = "score" if contents.priorities.assessors else "name_assessors"
        yield Missing(sentence % {"fewest": number(contents.priorities.fewest)}, "priorities", act)


def _cited(contents: Contents) -> Iterator[Missing]:
    """A current recommendation, or why none exists; that is no answer where some do."""
    if contents.cites_a_current_one:
        return
    if contents.uncited:
        sentence = ngettext(
            "No current recommendation is cited, and there is %(count)s: weigh it.",
            "No current recommendation is cited, and there are %(count)s: weigh them.",
            contents.uncited,
        )
        yield Missing(sentence % {"count": number(contents.uncited)}, "recommendations", "weigh")
    elif not contents.assessment.why_no_recommendation.strip():
        sentence = _("No recommendation is cited, and the reason why none exists is not written.")
        yield Missing(sentence, "recommendations", "revise", (), "why_no_recommendation")


def _traced(contents: Contents) -> Iterator[Missing]:
    for gap in contents.sheets["gaps"].rows:
        if not gap.instrument_id and not gap.recommendation_id:
            sentence = _("The legal gap “%(gap)s” names neither an instrument nor a recommendation.")
            yield Missing(sentence % {"gap": gap}, "gaps", "change_row", ("gaps", gap.pk), "instrument")
    for project in contents.sheets["projects"].rows:
        if not project.needs.all():
            sentence = _("The proposed project “%(project)s” answers no need.")
            where = ("projects", project.pk)
            yield Missing(sentence % {"project": project}, "projects", "change_row", where, "needs")
        if contents.recommendations and not project.recommendations.all():
            sentence = _("The proposed project “%(project)s” serves no recommendation.")
            where = ("projects", project.pk)
            yield Missing(sentence % {"project": project}, "projects", "change_row", where, "recommendations")


def _released(contents: Contents) -> Iterator[Missing]:
    """What the programme would do is never a release from monitoring; what it found is only pointed out."""
    for project in contents.sheets["projects"].rows:
        if word := released_from_what_is_owed("\n".join(texts_in(project))):
            where = ("projects", project.pk)
            yield Missing(RELEASED % {"word": word}, "projects", "change_row", where, "purpose")
    for one in contents.inputs:
        if word := released_from_what_is_owed(one.conclusion):
            yield Missing(RELEASED % {"word": word}, "inputs", "weigh_input", (one.source,), "conclusion")
