"""States of our own invention, for the programme's stories."""

from techcoop.atlas.models import Region, RegionalOrganization, Standing, State


def a_region(code: str = "901", name: str = "Middle Sea") -> Region:
    return Region.objects.get_or_create(code=code, defaults={"names": {"en": name}})[0]


def a_state(
    name: str = "Arcadia", *, iso3: str = "", language: str = "en", region: Region | None = None
) -> State:
    """A Member State; the same name gives the same State."""
    iso3 = iso3 or ("X" + name.upper().replace(" ", ""))[:4]
    state, made = State.objects.get_or_create(
        iso3=iso3,
        defaults={
            "names": {"en": name, "fr": name, "ar": name},
            "formal_names": {"en": f"Republic of {name}"},
            "sort_key": name.casefold(),
            "standing": Standing.MEMBER,
            "official_language": language,
        },
    )
    if made:
        state.regions.add(region or a_region())
    return state


def a_former_state(name: str = "Borduria", *followed_by: State) -> State:
    """A State that existed until 2006."""
    state = a_state(name)
    State.objects.filter(pk=state.pk).update(standing=Standing.FORMER, existed_until=2006)
    state.successors.set(followed_by)
    return State.objects.get(pk=state.pk)


def a_regional_organization(code: str = "UMS", *members: State) -> RegionalOrganization:
    organization, _ = RegionalOrganization.objects.get_or_create(
        code=code, defaults={"names": {"en": "Union of the Middle Sea"}}
    )
    organization.members.set(members)
    return organization
