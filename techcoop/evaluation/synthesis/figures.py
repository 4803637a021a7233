"""The figures that several chapters speak of, each made in one way."""

from django.utils.translation import gettext as _

from techcoop.evaluation.synthesis.facts import Facts
from techcoop.evaluation.synthesis.words import Counted, Where, count, total
from techcoop.press.blocks import Figure, Run


def about(subject: str, label: object) -> str:
    """What a figure counts, narrowed to something that has a name."""
    return _("%(subject)s: %(label)s") % {"subject": subject, "label": label}


def the_projects(facts: Facts) -> str:
    """What is counted: the portfolio."""
    return _("Projects beyond draft that ran between %(first)s and %(last)s") % facts.years


def the_activities(facts: Facts) -> str:
    """What is counted: activities."""
    return _("Activities held between %(first)s and %(last)s") % facts.years


def the_findings(facts: Facts) -> str:
    """What is counted: findings."""
    return _("Findings of evaluations completed between %(first)s and %(last)s") % facts.years


def the_advice(facts: Facts) -> str:
    """What is counted: recommendations of evaluations."""
    return _("Recommendations of evaluations completed between %(first)s and %(last)s") % facts.years


def the_requests(facts: Facts) -> str:
    """What is counted: requests."""
    return _("Requests received between %(first)s and %(last)s") % facts.years


def projects(facts: Facts) -> Counted:
    """The whole portfolio."""
    where = Where("projects", the_projects(facts), facts.at.projects())
    return count(facts.portfolio.projects, where)


def some_projects(facts: Facts, value: int, label: object, **narrowing: str | tuple[str, ...]) -> Counted:
    """A part of the portfolio."""
    key = "projects " + " ".join(f"{name}={given}" for name, given in narrowing.items())
    where = Where(key, about(the_projects(facts), label), facts.at.projects(**narrowing))
    return count(value, where)


def assisted_states(facts: Facts) -> Counted:
    """The States in which the portfolio works."""
    counts = _("States and territories in which a project of the portfolio worked, %(first)s to %(last)s")
    where = Where("assisted states", counts % facts.years, facts.at.sides(assisted="yes"))
    return count(len(facts.sides.assisted), where)


def recommended_to_the_assisted(facts: Facts, value: int) -> Run:
    """What the mechanisms recommended to the States in which the portfolio works."""
    counts = _("What the mechanisms recommended to the assisted States between %(first)s and %(last)s")
    where = Where("recommended", counts % facts.years, facts.at.sides(assisted="yes"))
    return total(value, where, over=len(facts.sides.assisted), column="recommendations")


def money(facts: Facts, measure: str) -> Run:
    """What the portfolio required, had or spent in all."""
    where = Where(f"money {measure}", about(the_projects(facts), measures()[measure]), facts.at.projects())
    return total(getattr(facts.money.total, measure), where, over=facts.portfolio.projects, column=measure)


def measures() -> dict[str, str]:
    """The three measures of money."""
    return {
        "required": _("money required (US$)"),
        "available": _("money available (US$)"),
        "spent": _("money spent (US$)"),
    }


def activities(facts: Facts) -> Counted:
    """Everything that was held."""
    where = Where("activities", the_activities(facts), facts.at.activities())
    return count(facts.delivery.total.activities, where)


def state_requests(facts: Facts) -> Counted:
    """Everything that was asked for."""
    where = Where("requests", the_requests(facts), facts.at.state_requests())
    return count(sum(facts.state_requests.values()), where)


def evaluations(facts: Facts) -> Counted:
    """Everything that was evaluated to an end."""
    counts = _("Evaluations completed between %(first)s and %(last)s") % facts.years
    return count(facts.evaluations.total, Where("evaluations", counts, facts.at.evaluations()))


def findings(facts: Facts) -> Counted:
    """Everything that evaluations found."""
    where = Where("findings", the_findings(facts), facts.at.findings())
    return count(facts.evaluations.findings.total, where)


def some_findings(facts: Facts, value: int, label: object, **narrowing: str | tuple[str, ...]) -> Figure:
    """A part of what evaluations found."""
    key = "findings " + " ".join(f"{name}={given}" for name, given in narrowing.items())
    where = Where(key, about(the_findings(facts), label), facts.at.findings(**narrowing))
    return count(value, where)
