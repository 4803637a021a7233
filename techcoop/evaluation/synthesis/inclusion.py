"""Gender, and leaving no one behind: whom activities reached by sex, and whose rights the projects serve."""

from django.utils.translation import gettext as _

from techcoop.evaluation.synthesis import activities, figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.press.blocks import Block, Heading, Paragraph, Table


def chapter(facts: Facts) -> tuple[Block, ...]:
    """People reached by sex, and the persons whom the recommendations that projects serve concern."""
    return (
        Heading(1, _("Gender, and leaving no one behind"), "inclusion"),
        *_by_sex(facts),
        *_concerned(facts),
    )


def _by_sex(facts: Facts) -> tuple[Block, ...]:
    reached = activities.reached(facts) if facts.delivery.total.activities else ()
    if not reached:
        return (Paragraph((_("No record says how many women and men activities of these years reached."),)),)
    said = tuple(Paragraph(runs) for runs in reached)
    return *said, *activities.uncounted(facts, facts.delivery.total)


def _concerned(facts: Facts) -> tuple[Block, ...]:
    if not facts.concerned:
        none = _(
            "No project of these years serves a recommendation whose source names the persons concerned."
        )
        return (Paragraph((none,)),)
    explained = _(
        "The persons concerned are those whom the sources of the recommendations name, in their words, where "
        "a project serves these recommendations. A project may concern several groups, so the rows do not "
        "sum to the portfolio; of a project that serves no recommendation nothing is known here."
    )
    rows = tuple(
        (group, figures.some_projects(facts, projects, group, concerned=group))
        for group, projects in facts.concerned.items()
    )
    caption = _("Projects by the persons whom their recommendations concern")
    header = (_("Persons concerned"), _("Projects"))
    return Paragraph((explained,)), Table(caption, header, rows, numeric=(1,))
