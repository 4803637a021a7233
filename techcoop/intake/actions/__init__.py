"""What people and the worker do with a file of records."""

from techcoop.intake.actions.handing_in import Upload, abandon, confirm, fail, start_again, upload
from techcoop.intake.actions.working import apply, preview

__all__ = ["Upload", "abandon", "apply", "confirm", "fail", "preview", "start_again", "upload"]
