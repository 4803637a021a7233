"""What people do with their own account."""

from datetime import datetime

from django.db import transaction

from techcoop.journal.actions import record
from techcoop.people.models import User
from techcoop.people.policies import may_choose_language, require


@transaction.atomic
def choose_language(person: User, *, by: User, at: datetime, language: str) -> User:
    """Let somebody read the system, and get its letters, in another language."""
    person = User.objects.select_for_update().get(pk=person.pk)
    require(may_choose_language(by, person))
    person.language = language
    person.save(update_fields=["language"])
    record("choose language", person, by=by, at=at, details={"language": language})
    return person
