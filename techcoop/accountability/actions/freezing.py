"""Freezing for what States account, when something is decided about assistance to them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction

from techcoop.accountability.models import AccountabilitySnapshot, SnapshotOccasion, digest_of
from techcoop.accountability.queries import facts_about


@transaction.atomic
def freeze(
    thing: models.Model, *, state_ids: Iterable[int], occasion: SnapshotOccasion, at: datetime
) -> dict[str, str]:
    """Keep the account of each State as it is now; gives the digests, which the caller's act records."""
    facts = facts_about(state_ids)
    snapshots = AccountabilitySnapshot.objects.bulk_create(
        AccountabilitySnapshot(
            state=state,
            taken_at=at,
            occasion=occasion,
            facts=found,
            digest=digest_of(found),
            thing_kind=thing._meta.label_lower,
            thing_id=thing.pk,
        )
        for state, found in facts.items()
    )
    return {one.state.iso3: one.digest for one in snapshots}
