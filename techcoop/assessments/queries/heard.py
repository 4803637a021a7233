"""Who was heard, as far as everybody may know: when, which voice, how many, and never who."""

from collections import Counter, defaultdict
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
    """The balance by voice, sex and group: of no fewer than five people, in either table or between them."""
    heard = tuple(heard)
    lines = _lines(heard)
    # The groups cut across the voices: where a voice hides somebody, a group might bring them to light.
    is_whole = all(None not in line.counts for line in lines)
    return Balance(lines, _of_groups(heard, may_count=is_whole))


def _lines(heard: tuple[Heard, ...]) -> tuple[BalanceLine, ...]:
    by_voice: dict[Voice, list[Heard]] = defaultdict(list)
    for one in heard:
        by_voice[one.voice].append(one)
    voices = [voice for voice in Voice if voice in by_voice]
    sums = [
        [sum(getattr(one, sex) for one in by_voice[voice]) for sex in ("women", "men", "others")]
        for voice in voices
    ]
    safe = suppressed(sums).rows
    return tuple(
        BalanceLine(voice.label, len(by_voice[voice]), safe[place]) for place, voice in enumerate(voices)
    ) + tuple(BalanceLine("", len(heard), line) for line in safe[len(voices) :])


def _of_groups(
    heard: tuple[Heard, ...], *, may_count: bool
) -> tuple[tuple[str | Promise, int, int | None], ...]:
    """People in the conversations in which a group took part; groups overlap, so nothing is summed."""
    found, shown = [], set[str]()
    named = {group for one in heard for group in one.groups}
    for group in sorted(named, key=lambda one: list(GROUPS).index(one) if one in GROUPS else len(GROUPS)):
        own = [one for one in heard if group in one.groups]
        if is_counted := may_count and _tells_of_nobody(heard, shown | {group}):
            shown.add(group)
        people = sum(one.people for one in own) if is_counted else None
        found.append((GROUPS.get(group, group), len(own), people))
    return tuple(found)


def _tells_of_nobody(heard: tuple[Heard, ...], groups: set[str]) -> bool:
    """Whether voices and these groups, taken from each other in any way, leave five people or nobody."""
    apart = Counter[tuple[Voice, frozenset[str]]]()
    for one in heard:
        apart[one.voice, frozenset(groups.intersection(one.groups))] += one.people
    return not any(0 < people < SMALLEST for people in apart.values())
