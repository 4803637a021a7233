"""People who use the system, and the roles they hold: where, from when, until when."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from techcoop.atlas.models import Region, RegionalOrganization, State
from techcoop.journal.models import keeps_row_history
from techcoop.people.permissions import Permission
from techcoop.people.roles import ROLES, role_choices

# Every page asks this; written by hand, because building it took longer than answering it.
ROLES_HELD = """
SELECT id, role, everywhere, ARRAY(
         SELECT state_id FROM people_assignment_states WHERE assignment_id = held.id
          UNION
         SELECT place.state_id FROM people_assignment_regions AS part
           JOIN atlas_state_regions AS place USING (region_id) WHERE part.assignment_id = held.id),
       ARRAY(SELECT regionalorganization_id FROM people_assignment_organizations
              WHERE assignment_id = held.id)
  FROM people_assignment AS held
 WHERE user_id = %(person)s AND starts_on <= %(today)s AND (ends_on IS NULL OR ends_on >= %(today)s)"""


# Accounts of the demonstration end so, and nobody receives mail there: what they have made is invented.
DEMONSTRATION_DOMAIN = "@demo.techcoop.invalid"


class People(BaseUserManager["User"]):
    """Finds people by their e-mail address, however it is typed."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


@keeps_row_history(without=["password", "last_login"])
class User(AbstractBaseUser):
    """Somebody who signs in, or the system itself when it acts."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=10, default="en")
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_machine = models.BooleanField(_("the system itself"), default=False)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = People()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=~Q(is_machine=True, is_active=True), name="the_machine_never_signs_in"
            ),
            models.UniqueConstraint(models.functions.Lower("email"), name="one_account_for_one_address"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def held_roles(self) -> tuple["HeldRole", ...]:
        """The roles held today, each with the States or organisations that it covers; one query."""
        with connection.cursor() as cursor:
            cursor.execute(ROLES_HELD, {"person": self.pk, "today": timezone.localdate()})
            return tuple(
                HeldRole(
                    key, ROLES[role].permissions, everywhere, frozenset(states), frozenset(organizations)
                )
                for key, role, everywhere, states, organizations in cursor.fetchall()
                if role in ROLES
            )

    def can(self, permission: Permission) -> bool:
        """Whether any role held today permits this, somewhere."""
        return any(permission in held.permissions for held in self.held_roles)

    def can_everywhere(self, permission: Permission) -> bool:
        """Whether a role held today permits this without a limit to States."""
        return any(permission in held.permissions and held.everywhere for held in self.held_roles)

    def can_for(self, permission: Permission, state_ids: Collection[int]) -> bool:
        """Whether roles held today permit this for every one of these States."""
        if self.can_everywhere(permission):
            return True
        return bool(state_ids) and set(state_ids) <= self.states_for(permission)

    def states_for(self, permission: Permission) -> frozenset[int]:
        """The States for which roles with a limited scope permit this."""
        return frozenset(
            state_id
            for held in self.held_roles
            if permission in held.permissions
            for state_id in held.state_ids
        )

    def organizations_for(self, permission: Permission) -> frozenset[int]:
        """The regional organisations for which a role of theirs permits this; no member is one of them."""
        return frozenset(
            organization_id
            for held in self.held_roles
            if permission in held.permissions
            for organization_id in held.organization_ids
        )

    def can_for_some_state(self, permission: Permission) -> bool:
        """Whether a role held today permits this for one State at least: not only in a single thing."""
        return self.can_everywhere(permission) or bool(self.states_for(permission))

    @property
    def is_inside(self) -> bool:
        """Whether somebody works for the programme; a Government and a trustee look at it from outside."""
        return self.can(Permission.SEE_WORKING_NOTES)

    def assignments_for(self, permission: Permission) -> frozenset[int]:
        """The roles held today that permit this and say nothing of their reach: a later stage says it."""
        return frozenset(
            held.assignment
            for held in self.held_roles
            if permission in held.permissions
            and not (held.everywhere or held.state_ids or held.organization_ids)
        )


@dataclass(frozen=True)
class HeldRole:
    """A role that somebody holds today, with its reach."""

    assignment: int
    permissions: frozenset[Permission]
    everywhere: bool
    state_ids: frozenset[int]
    organization_ids: frozenset[int]


class SavedView(models.Model):
    """A list as a person narrowed and sorted it, under a name; others have it too where it is shared.

    What it shows is asked anew each time, as far as whoever opens it may see. Where it mails, the owner is
    told each morning what came into the list.
    """

    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    title = models.CharField(_("name"), max_length=60)
    listing = models.CharField(_("address of the list"), max_length=200)
    parameters = models.CharField(_("what narrows and sorts it"), max_length=2000)
    is_shared = models.BooleanField(_("shared"), default=False)
    mails = models.BooleanField(_("mails what is new"), default=False)
    submission = models.UUIDField(_("key of the submitted form"), unique=True)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ("title", "pk")
        constraints = [
            models.UniqueConstraint(
                "owner", "listing", models.functions.Lower("title"), name="one_view_of_a_list_under_one_name"
            )
        ]
        indexes = [models.Index(fields=["listing"], name="saved_views_of_a_list")]

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """The list as it was kept."""
        return f"{self.listing}?{self.parameters}"


class ViewContent(models.Model):
    """What a saved view held when its owner was told last: what is not among it now is new."""

    view = models.OneToOneField(SavedView, models.CASCADE, primary_key=True, related_name="+")
    keys = ArrayField(models.BigIntegerField(), verbose_name=_("keys of what it held"))

    class Meta:
        verbose_name = _("content of a saved view")
        verbose_name_plural = _("contents of saved views")

    def __str__(self) -> str:
        return str(self.view)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Words about assignments of roles."""

    def current(self) -> "AssignmentQuerySet":
        today = timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=today), starts_on__lte=today)

    def saying_their_reach(self) -> "AssignmentQuerySet":
        """Those that reach everywhere, States, regions or organisations: not what a later stage says."""
        states, regions, organizations = (
            part.through.objects.filter(assignment=OuterRef("pk"))
            for part in (Assignment.states, Assignment.regions, Assignment.organizations)
        )
        return self.filter(Q(everywhere=True) | Exists(states) | Exists(regions) | Exists(organizations))


@keeps_row_history()
class Assignment(models.Model):
    """A role held from a day until a day: for States, regions, organisations, or what a later stage says."""

    user = models.ForeignKey(User, models.PROTECT, related_name="assignments", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=40, choices=role_choices)
    everywhere = models.BooleanField(_("without limit to States"), default=False)
    states = models.ManyToManyField(State, related_name="+", blank=True, verbose_name=_("States"))
    regions = models.ManyToManyField(Region, related_name="+", blank=True, verbose_name=_("regions"))
    organizations = models.ManyToManyField(
        RegionalOrganization, related_name="+", blank=True, verbose_name=_("regional organisations")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment of a role")
        verbose_name_plural = _("assignments of roles")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="an_assignment_ends_after_it_begins",
            ),
            # A new role comes with a migration, as it comes with code.
            models.CheckConstraint(
                condition=Q(role__in=list(ROLES)), name="an_assignment_gives_one_of_the_known_roles"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
