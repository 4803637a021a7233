"""The institutions and action plans of the outset on paper, each with its source."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from techcoop.assessments.queries import Outset
from techcoop.assessments.queries.standing import SourceNamed
from techcoop.press.blocks import Block, Paragraph, Table
from techcoop.web.writing import known_day, listed, short_day


def outset_standing(outset: Outset) -> Iterator[Block]:
    """Institutions with their decisions, plans with their stage, and where all of the outset was read."""
    if outset.institutions:
        yield Table(
            _("National human rights institution"),
            (
                _("Institution"),
                _("Accreditation"),
                _("Decided on"),
                _("Next review"),
                _("Before"),
                _("Source"),
            ),
            tuple(
                (
                    one.name,
                    str(one.grade),
                    known_day(one.decided_on),
                    short_day(one.next_review_on),
                    listed(f"{known_day(day)}: {grade}" for day, grade in one.before),
                    read_in(one.source),
                )
                for one in outset.institutions
            ),
        )
    if outset.plans:
        yield Table(
            _("National human rights action plan"),
            (_("Title"), _("Stage"), _("Since"), _("Source")),
            tuple(
                (one.title, str(one.stage), known_day(one.since), read_in(one.source)) for one in outset.plans
            ),
        )
    if sources := (*outset.said_in, *outset.treaties_in):
        yield Paragraph((f"{_('Source:')} {listed(map(read_in, sources))}",))


def read_in(source: SourceNamed) -> str:
    """A source, and when it was retrieved."""
    told = _("%(source)s, retrieved on %(when)s")
    return told % {"source": source.title, "when": short_day(source.retrieved_on)}
