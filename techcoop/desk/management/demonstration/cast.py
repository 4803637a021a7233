"""The cast of the demonstration: twelve people with a role and a reach, and one engaged later."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.contrib.auth.hashers import make_password

from techcoop.atlas.models import Region, RegionalOrganization, State
from techcoop.people import actions
from techcoop.people.actions import Term
from techcoop.people.models import DEMONSTRATION_DOMAIN, User
from techcoop.people.queries import the_machine

SINCE = date(2015, 1, 1)


@dataclass(frozen=True)
class Part:
    """Somebody in the cast."""

    key: str
    name: str
    role: str
    language: str = "en"
    regions: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


PARTS = (
    Part("coordinator", "Amara Lindqvist", "coordinator"),
    Part("desk.africa", "Kwame Okonjo", "desk_officer", regions=("002",)),
    Part("desk.americas", "Lucía Fernández", "desk_officer", regions=("019",)),
    Part("finance", "Henrik Aalto", "finance_officer"),
    Part("reviewer", "Mei Tanaka", "reviewer"),
    Part("trustee", "Sir Anthony Bell", "trustee"),
    Part("government", "Fatou Diallo", "government_focal_point", language="fr", states=("SEN",)),
    Part("organization", "Adwoa Mensah", "government_focal_point", organizations=("ECOWAS",)),
    Part("evaluator", "Nadia Haddad", "evaluator"),
    Part("liaison", "Samir Qureshi", "monitoring_liaison"),
    Part("auditor", "Jonas Weber", "auditor"),
    Part("project.officer", "Ousmane Ndiaye", ""),
    Part("administrator", "Priya Raman", "administrator"),
)


def open_accounts(at: datetime) -> dict[str, User]:
    """Everybody of the cast, by the name of the part; one password, so it is made slow to guess but once."""
    password = make_password(settings.DEMONSTRATION_PASSWORD)
    return {part.key: _open(part, password, at) for part in PARTS}


def _open(part: Part, password: str, at: datetime) -> User:
    machine = the_machine()
    person = actions.open_account(
        f"{part.key}{DEMONSTRATION_DOMAIN}", name=part.name, language=part.language, by=machine, at=at
    )
    person.password = password
    person.save(update_fields=["password"])
    if not part.role:
        return person
    term = Term(
        part.role,
        SINCE,
        everywhere=not (part.regions or part.states or part.organizations),
        regions=Region.objects.filter(code__in=part.regions),
        states=State.objects.filter(iso3__in=part.states),
        organizations=RegionalOrganization.objects.filter(code__in=part.organizations),
    )
    actions.give_role(person, term, by=machine, at=at)
    return person
