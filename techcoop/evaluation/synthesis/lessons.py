"""What was learnt, in the words of the evaluations, each with its source."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.models import Lesson
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Where, count, sentence
from techcoop.press.blocks import Block, Bullets, Heading, Paragraph, Runs
from techcoop.programme.models import Component

LONGEST = 200


def chapter(facts: Facts) -> tuple[Block, ...]:
    """The lessons by component; what is left out for length is said, with its address."""
    heading = Heading(1, _("Lessons"), "lessons")
    lessons = facts.evaluations.lessons
    if not lessons:
        return heading, Paragraph((_("No lesson is recorded for these years."),))
    text = ngettext(
        "%(lessons)s lesson is recorded, here in the words of the evaluation.",
        "%(lessons)s lessons are recorded, here in the words of the evaluations.",
        len(lessons),
    )
    counts = _("Lessons of evaluations completed between %(first)s and %(last)s") % facts.years
    total = count(len(lessons), Where("lessons", counts, facts.at.lessons()))
    return heading, Paragraph(sentence(text, lessons=total)), *_by_component(lessons)


def first(facts: Facts, most: int) -> tuple[Runs, ...]:
    """The first lessons of the list, each with its source."""
    return tuple(_lesson(one) for one in facts.evaluations.lessons[:most])


def _by_component(lessons: tuple[Lesson, ...]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    kinds = [*((one.value, str(one.label)) for one in Component), ("", _("About no single component"))]
    for component, label in kinds:
        found = [one for one in lessons[:LONGEST] if one.component == component]
        if found:
            anchor = f"lessons-{component or 'none'}"
            blocks += [Heading(2, label, anchor), Bullets(tuple(_lesson(one) for one in found))]
    if len(lessons) > LONGEST:
        blocks.append(Paragraph((_("For its length the list stops here; the figure opens all of them."),)))
    return tuple(blocks)


def _lesson(one: Lesson) -> Runs:
    return (f"{one.statement} ", f"[{one.evaluation.title}]")
