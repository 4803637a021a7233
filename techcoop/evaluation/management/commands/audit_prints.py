"""./tcp audit: whether the bytes of every printed report are still those that were kept."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from techcoop.documents.store import NotWhatWasKept, bytes_of
from techcoop.evaluation.models import Print


class Command(BaseCommand):
    """Reads every printed report, and lists those whose file was changed or lost."""

    help = "Verify the bytes of every printed report."

    def handle(self, *args: object, **options: object) -> None:
        prints = amiss = 0
        for one in Print.objects.iterator():
            prints += 1
            try:
                bytes_of(one.stored_as, one.digest)
            except NotWhatWasKept as found:
                amiss += 1
                line = _("Printed report %(number)d (%(name)s):") % {"number": one.pk, "name": one}
                self.stdout.write(f"{line} {found}")
        if amiss:
            raise CommandError(
                ngettext(
                    "%(count)d printed report is not what was kept; bring its file back from a backup.",
                    "%(count)d printed reports are not what was kept; bring their files back from a backup.",
                    amiss,
                )
                % {"count": amiss}
            )
        text = ngettext(
            "%(count)d printed report: as it was kept.",
            "%(count)d printed reports: all as they were kept.",
            prints,
        )
        self.stdout.write(text % {"count": prints})
