"""The annexes: projects, instruments, sources."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from techcoop.accountability.models import Instrument
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import LONGEST_ANNEX, Facts
from techcoop.evaluation.synthesis.summary import no_projects
from techcoop.evaluation.synthesis.words import day, number, sentence
from techcoop.press.blocks import Block, Cell, Heading, Paragraph, Table
from techcoop.projects.models import Precision, Project
from techcoop.web.writing import listed


def chapter(facts: Facts) -> tuple[Block, ...]:
    """What the report was made from."""
    return (*_projects(facts), *_instruments(facts), *_sources(facts))


def _projects(facts: Facts) -> tuple[Block, ...]:
    heading = Heading(1, _("Annex: projects"), "annex-projects")
    if not facts.portfolio.projects:
        return heading, Paragraph((no_projects(facts),))
    if not facts.projects:
        text = _(
            "The portfolio holds %(projects)s projects. A list of more than %(most)s is not printed; the "
            "figure opens it, and it can be taken away from there as a sheet."
        )
        return heading, Paragraph(
            sentence(text, projects=figures.projects(facts), most=number(LONGEST_ANNEX))
        )
    header = (
        _("Code"),
        _("Title"),
        _("States"),
        pgettext("first day", "From"),
        pgettext("last day", "To"),
        _("Status"),
    )
    rows = tuple(_project(one) for one in facts.projects)
    return heading, Table(_("Projects of the portfolio, by code"), header, rows)


def _project(one: Project) -> tuple[Cell, ...]:
    states = listed(link.state.iso3 for link in one.in_states.all())
    return (
        one.code,
        one.title,
        states or "–",
        _dated(one.starts_on, one.starts_precision),
        _dated(one.ends_on, one.ends_precision),
        str(one.get_status_display()),
    )


def _dated(when: date | None, precision: str) -> str:
    """A date, as precisely as it is known."""
    if when is None:
        return "–"
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(precision), 10)
    return when.isoformat()[:length]


def _instruments(facts: Facts) -> tuple[Block, ...]:
    heading = Heading(1, _("Annex: treaties and protocols"), "annex-treaties")
    if not facts.instruments:
        return heading, Paragraph((_("No treaty is recorded."),))
    header = (_("Abbreviation"), _("Name"), _("Adopted on"))
    rows = tuple(_instrument(one) for one in facts.instruments)
    return heading, Table(_("The treaties and protocols whose status is followed"), header, rows)


def _instrument(one: Instrument) -> tuple[Cell, ...]:
    return one.code, str(one), day(one.adopted_on)


def _sources(facts: Facts) -> tuple[Block, ...]:
    heading = Heading(1, _("Annex: sources"), "annex-sources")
    if not facts.sources:
        return heading, Paragraph((_("All records were made in the system itself; none was imported."),))
    header = (_("Source"), _("Publisher"), _("Retrieved on"))
    rows = tuple((one.title, one.publisher or "–", day(one.retrieved_on)) for one in facts.sources)
    return heading, Table(_("Sources from outside"), header, rows)
