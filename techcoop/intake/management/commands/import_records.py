"""Take in records from files: show what they would do, row by row, and apply it once confirmed."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.intake import actions
from techcoop.intake.management.bar import Bar
from techcoop.intake.models import Import, ImportLine, Verdict
from techcoop.intake.queries import Teller, kinds, summary, teller_of, written_report
from techcoop.people.queries import the_machine
from techcoop.sheets.errors import Unreadable
from techcoop.web.writing import number

SHOWN, LINE = 10, 240
# Of these every row is kept; the refused ones come first, as somebody has to mend them.
TOLD_WHOLE = (Verdict.REFUSE, Verdict.CHANGE)


def option(text: str) -> tuple[str, str]:
    """One thing more that is said of the files."""
    key, _equals, value = text.partition("=")
    known = {one.key for kind in kinds().values() for one in kind.options}
    if key not in known:
        raise ArgumentTypeError(f"{key}: {', '.join(sorted(known))}")
    return key, value or "yes"


def told_options() -> str:
    """What the kinds ask, in a line."""
    return "; ".join(f"{kind.key}: {one.key}" for kind in kinds().values() for one in kind.options)


class Command(BaseCommand):
    """./tcp import KIND FILE… does this."""

    help = "Takes in records: shows what they would create, change, skip and refuse; --yes applies it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(kinds()), metavar="KIND", help=", ".join(sorted(kinds())))
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--yes", action="store_true", help="apply what is shown")
        parser.add_argument("--language", default="en", choices=[code for code, _name in settings.LANGUAGES])
        parser.add_argument(
            "--option", action="append", default=[], type=option, metavar="KEY=VALUE", help=told_options()
        )
        parser.add_argument("--source", default="", metavar="TITLE", help="what the source is called")
        parser.add_argument("--publisher", default="", metavar="NAME", help="who published it")
        parser.add_argument("--retrieved", type=date.fromisoformat, default=None, metavar="DATE")

    def refuse_what_cannot_be(self, options: dict[str, Any]) -> None:
        """What is wrong with the words alone, before anything is read."""
        missing = [str(path) for path in options["files"] if not path.is_file()]
        if missing:
            raise CommandError(_("No such file: %s") % ", ".join(missing), returncode=2)

    def handle(self, *args: Any, **options: Any) -> None:
        self.refuse_what_cannot_be(options)
        failed = sum(not self._take_in(path, options) for path in options["files"])
        if failed:
            raise CommandError(
                ngettext("%(count)d file was not taken in.", "%(count)d files were not taken in.", failed)
                % {"count": failed},
                returncode=1,
            )
        if not options["yes"]:
            self.stdout.write(_("Nothing was written. Run it again with --yes to apply this."))

    def _take_in(self, path: Path, options: dict[str, Any]) -> bool:
        machine, now = the_machine(), timezone.now()
        self.stdout.write(self.style.MIGRATE_HEADING(path.name))
        with path.open("rb") as file:
            handed_in = actions.Upload(
                kind=options["kind"],
                file=file,
                file_name=path.name,
                retrieved_on=options["retrieved"] or timezone.localdate(),
                title=options["source"],
                publisher=options["publisher"],
                language=options["language"],
                options=dict(options["option"]),
            )
            record_import = actions.upload(handed_in, by=machine, at=now, order_work=False)
        try:
            record_import = actions.preview(record_import, by=machine, at=now, progress=Bar(_("reading")))
            self._show(record_import)
            if options["yes"]:
                return self._apply(record_import)
            actions.abandon(record_import, by=machine, at=timezone.now(), why="shown only")
        except Unreadable as error:
            actions.fail(record_import, by=machine, at=now, reason=error.reason, row=error.row)
            self.stderr.write(self.style.ERROR(f"  {error}"))
            return False
        return True

    def _apply(self, record_import: Import) -> bool:
        """Write it; false where every row was refused, so that nothing of the file is there."""
        machine = the_machine()
        actions.confirm(record_import, by=machine, at=timezone.now(), order_work=False)
        done = actions.apply(record_import, by=machine, at=timezone.now(), progress=Bar(_("applying")))
        told = _("Nothing was written: %s") if done.brought_nothing else _("Applied: %s")
        style = self.style.WARNING if done.brought_nothing else self.style.SUCCESS
        self.stdout.write(style("  " + told % summary(done)))
        return not done.was_refused_whole

    def _show(self, record_import: Import) -> None:
        for note in record_import.read_notes:
            self.stdout.write(f"  {note}")
        self.stdout.write(f"  {summary(record_import)}")
        tells, counts = teller_of(record_import), record_import.counts
        report = ""
        if max(counts[one.value] for one in TOLD_WHOLE) > SHOWN:
            report = str(written_report(record_import, folder=settings.DATA / "imports"))
        for verdict in (*TOLD_WHOLE, Verdict.CREATE):
            for line in record_import.lines.filter(verdict=verdict)[:SHOWN]:
                self.stdout.write(f"  {told(line, tells)}")
            if (more := counts[verdict.value] - SHOWN) > 0:
                self.stdout.write(f"  {and_more(more, report if verdict in TOLD_WHOLE else '')}")


def and_more(more: int, report: str) -> str:
    """How many rows of a kind are not shown, and where all of them stand."""
    if report:
        return _("… and %(more)s more, in %(report)s") % {"more": number(more), "report": report}
    return _("… and %(more)s more") % {"more": number(more)}


def told(line: ImportLine, tells: Teller) -> str:
    """One row in one line of the terminal."""
    place = _("row %(row)s, %(verdict)s") % {"row": line.row, "verdict": line.get_verdict_display()}
    text = f"{place}: {tells.told(line)}"
    if line.verdict == Verdict.REFUSE:
        text = f"{text} ({tells.as_in_the_file(line)})"
    return text if len(text) <= LINE else f"{text[: LINE - 1]}…"
