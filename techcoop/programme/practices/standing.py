"""How each practice stands on a day: its wording, severity and thresholds, and what counts already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import get_language

from techcoop.programme.models import PracticeVersion, Severity
from techcoop.programme.practices.register import ALWAYS, Asked, Practice, register


@dataclass(frozen=True)
class Standing:
    """A practice as it stands on a day; while a version is new, the one before it says what was found."""

    practice: Practice
    version: PracticeVersion
    before: PracticeVersion | None
    today: date

    @property
    def severity(self) -> Severity:
        return Severity(self.version.severity)

    @property
    def sentence(self) -> str:
        """What holds, in the reader's language, as the programme words it now."""
        worded = self.version.wording.get(get_language() or "")
        return _filled(worded or str(self.practice.sentence), self.version.thresholds)

    @property
    def finding(self) -> str:
        """What is wrong with what breaks it, and what to do."""
        return _filled(str(self.practice.finding), self.version.thresholds)

    @property
    def is_new(self) -> bool:
        """Whether what this version newly finds does not count yet."""
        return self.today < self.version.counts_from

    @property
    def breach(self) -> Q:
        """What breaks it as it stands."""
        return self.practice.breaks(Asked(self.today, self.version.thresholds))

    @property
    def breach_before(self) -> Q:
        """What broke it as it stood before; while there was no version, nothing."""
        return self.practice.breaks(Asked(self.today, self.before.thresholds)) if self.before else ~ALWAYS

    def breaking(self) -> QuerySet:
        """The things of the whole portfolio that break it; one question."""
        return self._among(self.breach)

    def found_before(self) -> QuerySet:
        """Those of them that the version before found already."""
        return self._among(self.breach_before)

    def _among(self, breach: Q) -> QuerySet:
        rows: QuerySet[Model] = self.practice.about._default_manager.all()
        if self.practice.among is None:
            return rows.none()
        return rows.filter(self.practice.among, self.practice.applies, breach)


def _filled(sentence: str, thresholds: Mapping[str, Any]) -> str:
    """The sentence with its thresholds; a wording that names one which there is not stays as it is."""
    for name, value in thresholds.items():
        sentence = sentence.replace(f"%({name})s", str(value))
    return sentence


def standings(on: date, practices: Iterable[Practice] | None = None) -> list[Standing]:
    """These practices, or all, as they stand on a day; one query."""
    asked = list(register().values() if practices is None else practices)
    versions: dict[str, list[PracticeVersion]] = {one.key: [] for one in asked}
    known = PracticeVersion.objects.filter(practice__in=versions, effective_from__lte=on)
    for version in known.order_by("effective_from", "pk"):
        versions[version.practice].append(version)
    return [_standing(one, versions[one.key], on) for one in asked if versions[one.key]]


def _standing(practice: Practice, versions: list[PracticeVersion], on: date) -> Standing:
    now = versions[-1]
    earlier = [one for one in versions if one.effective_from < now.effective_from]
    return Standing(practice, now, earlier[-1] if earlier else None, on)
