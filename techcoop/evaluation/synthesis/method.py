"""How the report was made, so that anybody can make it again."""

from django.utils.translation import gettext as _

from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import day
from techcoop.press.blocks import Block, Bullets, Heading, Paragraph
from techcoop.protection.suppression import SMALLEST


def chapter(facts: Facts) -> tuple[Block, ...]:
    """The rules by which the records became sentences."""
    told = {"day": day(facts.today), "smallest": SMALLEST, **facts.years}
    rules = (
        _(
            "The text is composed by fixed rules from the records as they stood on %(day)s, the day of the "
            "newest of them; the same records give the same text, word for word."
        ),
        _("Each figure answers a question to the records; its note says what it counts and where they are."),
        _(
            "A project belongs to these years if it ran on some day between %(first)s and %(last)s; a date "
            "that is not recorded is taken as open. Evaluations belong to the year of their completion."
        ),
        _(
            "Only evaluations that are final speak here, and only through findings that rest on evidence. "
            "Findings are laid out by State and component; what contradicts is listed, never averaged."
        ),
        _(
            "Confidential evidence is a count and nothing else. Cells of fewer than %(smallest)s people are "
            "left out, with whatever would give them away."
        ),
    )
    return (
        Heading(1, _("How this report was made"), "method"),
        Paragraph((_("No human being chose, weighed or coloured what follows; these are its rules."),)),
        Bullets(tuple((rule % told,) for rule in rules)),
    )
