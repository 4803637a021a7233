"""Who was heard, as far as everybody may know: when, which voice, how many, and never who."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from techcoop.assessments.models import Consultation, Group, NeedsAssessment, Voice
from techcoop.protection.suppression import SMALLEST, suppressed
from techcoop.web.writing import listed

GROUPS = dict(Group.choices)


@dataclass(frozen=True)
class Heard:
    """One conversation, without what is sealed."""

    key: int
    held_on: date
    voice: Voice
    women: int
    men: int
    others: int
    groups: tuple[str, ...]

    @property
    def people(self) -> int:
        return self.women + self.men + self.others

    @property
    def groups_in_words(self) -> str:
        return listed(GROUPS.get(one, one) for one in self.groups)


@dataclass(frozen=True)
class BalanceLine:
    """One voice, or all of them: conversations, women, men, others and all; None where too few to say."""

    label: str | Promise
    conversations: int
    counts: tuple[int | None, ...]


@dataclass(frozen=True)
class Balance:
    """Who was heard, added up so that nobody can be told from the numbers."""

    lines: tuple[BalanceLine, ...]
    groups: tuple[tuple[str | Promise, int, int | None], ...]

    @property
    def by_sex(self) -> tuple[tuple[str, int | None], ...]:
        """All who were heard: women, men, others; nothing where nobody was."""
        labels = (_("Women"), _("Men"), _("Others or not stated"))
        return tuple(zip(labels, self.lines[-1].counts[:3], strict=True)) if self.lines else ()

    @property
    def hides(self) -> bool:
        """Whether anything is left out."""
        return any(None in line.counts for line in self.lines) or any(None in one for one in self.groups)


def heard_for(assessment: NeedsAssessment) -> tuple[Heard, ...]:
    """The conversations held for an assessment; what is sealed is not even fetched."""
    fields = ("pk", "held_on", "voice", "women", "men", "others", "groups")
    return tuple(
        Heard(key, held_on, Voice(voice), women, men, others, tuple(groups))
        for key, held_on, voice, women, men, others, groups in Consultation.objects.filter(
            assessment=assessment
        ).values_list(*fields)
    )


def balance_of(heard: Iterable[Heard]) -> Balance:
    """The balance by voice, sex and group, without the cells that hold fewer than five people."""
    by_voice: dict[Voice, list[Heard]] = defaultdict(list)
    by_group: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        by_voice[one.voice].append(one)
        for group in one.groups:
            by_group[group].append(one)
    return Balance(_lines(by_voice), _of_groups(by_group))


def _lines(by_voice: dict[Voice, list[Heard]]) -> tuple[BalanceLine, ...]:
    voices = [voice for voice in Voice if voice in by_voice]
    sums = [
        [sum(getattr(one, sex) for one in by_voice[voice]) for sex in ("women", "men", "others")]
        for voice in voices
    ]
    safe = suppressed(sums).rows
    return tuple(
        BalanceLine(voice.label, len(by_voice[voice]), safe[place]) for place, voice in enumerate(voices)
    ) + tuple(BalanceLine("", sum(map(len, by_voice.values())), line) for line in safe[len(voices) :])


def _of_groups(by_group: dict[str, list[Heard]]) -> tuple[tuple[str | Promise, int, int | None], ...]:
    """People in the conversations in which a group took part; groups overlap, so nothing is summed."""
    found = []
    for group in sorted(by_group, key=lambda one: list(GROUPS).index(one) if one in GROUPS else len(GROUPS)):
        people = sum(one.people for one in by_group[group])
        shown = None if people < SMALLEST else people
        found.append((GROUPS.get(group, group), len(by_group[group]), shown))
    return tuple(found)
