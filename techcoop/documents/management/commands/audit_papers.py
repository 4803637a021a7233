"""./tcp audit: whether the bytes of every paper are still those that were kept."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.documents.queries import every_paper
from techcoop.documents.store import NotWhatWasKept, content_of


class Command(BaseCommand):
    """Reads every paper, and lists those whose file was changed or lost; no title of a paper is told."""

    help = "Verify the bytes of every paper."

    def handle(self, *args: object, **options: object) -> None:
        papers = amiss = 0
        for paper in every_paper():
            papers += 1
            try:
                content_of(paper)
            except NotWhatWasKept as found:
                amiss += 1
                place = {"number": paper.pk, "kind": paper.thing_kind, "key": paper.thing_id}
                line = _("Document %(number)d (of %(kind)s %(key)d):") % place
                self.stdout.write(f"{line} {found}")
        if amiss:
            raise CommandError(
                ngettext(
                    "%(count)d paper is not what was kept; bring its file back from a backup.",
                    "%(count)d papers are not what was kept; bring their files back from a backup.",
                    amiss,
                )
                % {"count": amiss}
            )
        text = ngettext(
            "%(count)d paper: as it was kept.", "%(count)d papers: all as they were kept.", papers
        )
        self.stdout.write(text % {"count": papers})
