"""What was done, in which form, and whom it reached, by sex; small cells are left out."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.evaluation.queries.reached import SEXES, Reached
from techcoop.evaluation.synthesis import figures
from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Counted, Where, count, sentence, total
from techcoop.press.blocks import Bar, Block, Columns, Heading, Paragraph, Run, Runs, Table
from techcoop.programme.models import FormOfAssistance, FundFamily
from techcoop.protection.suppression import SMALLEST, suppressed


def chapter(facts: Facts) -> tuple[Block, ...]:
    """Activities held, people reached, costs."""
    heading = Heading(1, _("Activities and the people they reached"), "activities")
    if not facts.delivery.total.activities:
        text = _("There is no record of an activity held between %(first)s and %(last)s.")
        return heading, Paragraph((text % facts.years,))
    return heading, _in_words(facts), _by_year(facts), _people(facts), *_notes(facts), *_costs(facts)


def _in_words(facts: Facts) -> Paragraph:
    text = ngettext(
        "%(activities)s activity was held.",
        "%(activities)s activities were held.",
        facts.delivery.total.activities,
    )
    return Paragraph(sentence(text, activities=figures.activities(facts)))


def _by_year(facts: Facts) -> Columns:
    counts = _("Activities held that ran in %(year)s")
    items = []
    for year, value in facts.delivery.by_year.items():
        address = facts.at.activities(**{"from": str(year), "to": str(year)})
        where = Where(f"activities {year}", counts % {"year": year}, address)
        items.append(Bar(str(year), value, count(value, where)))
    return Columns(_("Activities that ran in each year"), tuple(items))


def _people(facts: Facts) -> Table:
    forms = [form for form in FormOfAssistance if facts.delivery.forms[form].activities]
    safe = suppressed([_line(facts, form) for form in forms]).rows
    rows = [
        (str(form.label), _held(facts, form), *_cells(facts, safe[place], form.label, form=form.value))
        for place, form in enumerate(forms)
    ]
    together = (_("Together"), figures.activities(facts), *_cells(facts, safe[-1], _("all forms")))
    header = (_("Form"), _("Activities"), *sexes().values(), _("People in all"))
    return Table(_("People reached by form and sex"), header, (*rows, together), numeric=(1, 2, 3, 4, 5))


def reached(facts: Facts) -> tuple[Runs, ...]:
    """Whom the activities reached, in one line; nothing where nobody was counted."""
    delivered = facts.delivery
    forms = [form for form in FormOfAssistance if delivered.forms[form].activities]
    rows = suppressed([_line(facts, form) for form in forms]).rows
    women, men, others, people = _cells(facts, rows[-1], _("all forms"))
    if delivered.total.uncounted == delivered.total.activities:
        return ()
    text = _("People reached: %(people)s; women: %(women)s, men: %(men)s, others or not stated: %(others)s.")
    return (sentence(text, people=people, women=women, men=men, others=others),)


def sexes() -> dict[str, str]:
    """The columns of people."""
    return {"women": _("Women"), "men": _("Men"), "others": _("Others, or sex not stated")}


def _held(facts: Facts, form: FormOfAssistance) -> Counted:
    counts = figures.about(figures.the_activities(facts), form.label)
    where = Where(f"activities {form}", counts, facts.at.activities(form=form.value))
    return count(facts.delivery.forms[form].activities, where)


def _line(facts: Facts, form: FormOfAssistance) -> list[int]:
    """The people of one form by sex, for the sums: of whom nobody knows anything adds nothing."""
    return [getattr(facts.delivery.forms[form], sex) or 0 for sex in SEXES]


def _cells(facts: Facts, line: tuple[int | None, ...], label: object, **narrowing: str) -> list[Run]:
    cells: list[Run] = []
    form = narrowing.get("form")
    reached = facts.delivery.forms[form] if form else facts.delivery.total
    known = [getattr(reached, sex) is not None for sex in SEXES]
    people = (*zip(SEXES, sexes().values(), strict=True), ("people", _("People in all")))
    for (column, name), value, is_known in zip(people, line, (*known, any(known)), strict=True):
        counts = figures.about(figures.about(figures.the_activities(facts), label), name)
        where = Where(f"{column} {narrowing}", counts, facts.at.activities(**narrowing))
        if value is None and is_known:
            cells.append(_("left out"))
        else:
            figure = value if is_known else None
            cells.append(total(figure, where, over=reached.activities, column=column))
    return cells


def _notes(facts: Facts) -> tuple[Block, ...]:
    small = _(
        "Cells of fewer than %(smallest)s people are left out, and with them the cells from which they could "
        "be reckoned."
    ) % {"smallest": SMALLEST}
    return Paragraph((small,)), *uncounted(facts, facts.delivery.total)


def uncounted(facts: Facts, reached: Reached) -> tuple[Block, ...]:
    """Of how many activities nobody was counted; nothing where everybody was."""
    if not reached.uncounted:
        return ()
    text = ngettext(
        "Of %(activities)s activity no record says how many people it reached.",
        "Of %(activities)s activities no record says how many people they reached.",
        reached.uncounted,
    )
    counts = figures.about(figures.the_activities(facts), _("people not counted"))
    where = Where("activities uncounted", counts, facts.at.activities(gap="people"))
    return (Paragraph(sentence(text, activities=count(reached.uncounted, where))),)


def _costs(facts: Facts) -> tuple[Block, ...]:
    if not facts.delivery.costed:
        return (Paragraph((_("No record says what the activities cost."),)),)
    rows = []
    for family in FundFamily:
        cost = facts.delivery.costs[family]
        if cost.activities:
            counts = figures.about(figures.the_activities(facts), family.label)
            where = Where(f"cost {family}", counts, facts.at.activities(family=family.value))
            rows.append((str(family.label), total(cost.amount, where, over=cost.activities)))
    header = (_("Family of funds"), _("Cost (US$)"))
    table = Table(_("What the activities cost, as recorded with them"), header, tuple(rows), numeric=(1,))
    return table, *_uncosted(facts)


def _uncosted(facts: Facts) -> tuple[Block, ...]:
    missing = facts.delivery.total.activities - facts.delivery.costed
    if not missing:
        return ()
    text = ngettext(
        "Of %(activities)s activity no record says what it cost.",
        "Of %(activities)s activities no record says what they cost.",
        missing,
    )
    counts = figures.about(figures.the_activities(facts), _("cost not recorded"))
    where = Where("activities uncosted", counts, facts.at.activities(gap="cost"))
    return (Paragraph(sentence(text, activities=count(missing, where))),)
