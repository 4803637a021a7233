"""The portfolio: how many projects, by status, by reach, by year."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.summary import no_projects
from techcoop.evaluation.synthesis.words import Where, count, sentence
from techcoop.press.blocks import Bar, Block, Columns, Heading, Paragraph, Table
from techcoop.projects.statuses import ProjectStatus


def chapter(facts: Facts) -> tuple[Block, ...]:
    """What the portfolio consists of."""
    heading = Heading(1, _("The portfolio"), "portfolio")
    if not facts.portfolio.projects:
        return heading, Paragraph((no_projects(facts),))
    return heading, _in_words(facts), _by_status(facts), _by_year(facts)


def _in_words(facts: Facts) -> Paragraph:
    total = ngettext(
        "The portfolio of these years holds %(projects)s project: whatever ran on some day between "
        "%(first)s and %(last)s, drafts and cancelled projects left out.",
        "The portfolio of these years holds %(projects)s projects: whatever ran on some day between "
        "%(first)s and %(last)s, drafts and cancelled projects left out.",
        facts.portfolio.projects,
    )
    return Paragraph(sentence(total, projects=figures.projects(facts), **facts.years))


def _by_status(facts: Facts) -> Table:
    rows = tuple(
        (
            str(status.label),
            figures.some_projects(facts, facts.portfolio.by_status[status], status.label, status=(status,)),
        )
        for status in ProjectStatus
        if facts.portfolio.by_status.get(status)
    )
    total = (_("Together"), figures.projects(facts))
    header = (_("Status now"), _("Projects"))
    return Table(_("Projects by status"), header, (*rows, total), numeric=(1,))


def _by_year(facts: Facts) -> Columns:
    counts = _("Projects beyond draft that ran in %(year)s; a date that is not recorded is taken as open")
    items = []
    for year, value in facts.portfolio.by_year.items():
        address = facts.at.projects(**{"from": str(year), "to": str(year)})
        where = Where(f"projects {year}", counts % {"year": year}, address)
        items.append(Bar(str(year), value, count(value, where)))
    return Columns(_("Projects that ran in each year"), tuple(items))
