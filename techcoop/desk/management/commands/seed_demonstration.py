"""Fill an empty database with the demonstration programme."""

from datetime import date, timedelta
from random import Random
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from techcoop.atlas.models import State
from techcoop.desk.management.demonstration.accounts import take_in_accounts
from techcoop.desk.management.demonstration.asking import begin_to_ask
from techcoop.desk.management.demonstration.cast import open_accounts
from techcoop.desk.management.demonstration.engaging import engage
from techcoop.desk.management.demonstration.facts import take_in_recommendations, take_in_treaties
from techcoop.desk.management.demonstration.stories import live
from techcoop.desk.management.demonstration.story import STAGES, Story
from techcoop.desk.management.demonstration.wider import (
    begin_a_project_of_the_world,
    let_a_region_ask,
    take_in_older_records,
)
from techcoop.desk.management.demonstration.words import NEEDS
from techcoop.intake.management.bar import Bar
from techcoop.people.models import User
from techcoop.people.queries import the_machine

SEED = 1955
AFRICA = ("SEN", "KEN", "GHA", "MWI", "TUN", "MOZ", "RWA", "MDG", "BFA", "NAM")
AMERICAS = ("GTM", "PER", "HND", "COL", "BOL", "ECU", "PRY", "HTI", "JAM", "CHL")
# Most stories of a programme of many years have come far.
HOW_FAR = (
    *STAGES,
    *("running",) * 6,
    *("completed",) * 5,
    *("closed",) * 4,
    "accepted",
    "drafted",
    "approved",
)
DAYS_FOR = {
    "running": 700,
    "completed": 1500,
    "closed": 2000,
    "approved": 200,
    "drafted": 180,
    "assessed": 120,
}


class Command(BaseCommand):
    """./tcp up does this once, unless --empty is asked for."""

    help = "Fills an empty database with an invented programme and twelve people who may sign in."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        # Two at once: the second waits, and finds what the first has made.
        machine = User.objects.select_for_update().get(pk=the_machine().pk)
        if User.objects.filter(is_machine=False).exists():
            self.stdout.write("There are people here already: the demonstration is for an empty database.")
            return
        draw, now = Random(SEED), timezone.now()
        cast = open_accounts(now)
        take_in_treaties(by=machine, at=now)
        desks = [(iso3, cast["desk.africa"]) for iso3 in AFRICA] + [
            (iso3, cast["desk.americas"]) for iso3 in AMERICAS
        ]
        states = {one.iso3: one for one in State.objects.filter(iso3__in=AFRICA + AMERICAS)}
        take_in_recommendations(draw, list(states.values()), by=machine, at=now)
        take_in_accounts(Random(SEED), list(states.values()), by=machine, at=now)
        stages, bar = HOW_FAR * 2, Bar("requests and what came of them")
        for number, stage in enumerate(stages):
            iso3, officer = desks[number * 7 % len(desks)]
            began = date.today() - timedelta(
                days=DAYS_FOR.get(stage, 40) + draw.randint(0, DAYS_FOR.get(stage, 40))
            )
            need = NEEDS[number % len(NEEDS)]
            live(Story(draw, states[iso3], need, stage, began, officer, cast))
            bar((number + 1) / len(stages))
        let_a_region_ask(draw, states["GHA"], cast)
        begin_a_project_of_the_world(draw, cast)
        take_in_older_records(draw, list(states.values()), by=machine, at=now)
        engage(cast, at=now)
        begin_to_ask(cast["government"], states["SEN"], at=now)
