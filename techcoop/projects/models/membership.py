"""People of a project: who holds a role in it, and in it alone."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from techcoop.journal.models import keeps_row_history, stays_as_it_was
from techcoop.people.models import Assignment
from techcoop.people.roles import roles_in_one_project, roles_of_an_organization
from techcoop.projects.models.project import Project

# Asked when an act is over, because a role and what it reaches are written one after the other.
REACHES = """
            IF EXISTS (
                SELECT FROM people_assignment AS held
                 WHERE held.id IN (OLD.{column}, NEW.{column})
                   AND 1 <> held.everywhere::integer + (
                       EXISTS (SELECT FROM people_assignment_states WHERE assignment_id = held.id)
                       OR EXISTS (SELECT FROM people_assignment_regions WHERE assignment_id = held.id)
                   )::integer
                   + EXISTS (
                       SELECT FROM people_assignment_organizations WHERE assignment_id = held.id
                   )::integer
                   + EXISTS (SELECT FROM projects_membership WHERE assignment_id = held.id)::integer
            ) THEN
                RAISE EXCEPTION 'a role reaches everywhere, certain States, organisations, or one project';
            ELSIF EXISTS (
                SELECT FROM people_assignment AS held JOIN projects_membership ON assignment_id = held.id
                 WHERE held.id IN (OLD.{column}, NEW.{column}) AND role NOT IN ({in_one_project})
            ) THEN
                RAISE EXCEPTION 'this role is not held in one project';
            ELSIF EXISTS (
                SELECT FROM people_assignment AS held
                  JOIN people_assignment_organizations ON assignment_id = held.id
                 WHERE held.id IN (OLD.{column}, NEW.{column}) AND role NOT IN ({of_an_organization})
            ) THEN
                RAISE EXCEPTION 'this role is not held for an organisation';
            END IF;
            RETURN NULL;
        """


def a_role_reaches_something(operation: pgtrigger.Operation, column: str) -> pgtrigger.Trigger:
    """A role reaches everywhere, States and regions, organisations, or one project; one of these."""
    in_one_project, of_an_organization = (
        ", ".join(f"'{role}'" for role in roles)
        for roles in (roles_in_one_project(), roles_of_an_organization())
    )
    return pgtrigger.Trigger(
        name="a_role_reaches_something",
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        func=REACHES.format(
            column=column, in_one_project=in_one_project, of_an_organization=of_an_organization
        ),
    )


CHANGED = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete


@keeps_row_history()
class Membership(models.Model):
    """A role that somebody holds in one project; whose it is, and from when until when, the role says."""

    project = models.ForeignKey(
        Project, models.PROTECT, related_name="memberships", verbose_name=_("project")
    )
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+", verbose_name=_("role"))
    submission = models.UUIDField(_("key of the submitted form"), unique=True)

    class Meta:
        verbose_name = _("role in a project")
        verbose_name_plural = _("roles in projects")
        constraints = [
            models.UniqueConstraint(fields=["assignment"], name="a_role_in_a_project_is_in_no_other"),
        ]
        triggers = [
            a_role_reaches_something(CHANGED, "assignment_id"),
            stays_as_it_was(
                "a_role_in_a_project_stays_in_it",
                "project",
                "assignment",
                says="a role in a project stays in it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.assignment}"


class AssignmentThatReaches(Assignment):
    """A role, asked what it reaches."""

    class Meta:
        proxy = True
        triggers = [
            a_role_reaches_something(pgtrigger.Insert | pgtrigger.UpdateOf("everywhere", "role"), "id")
        ]


class StateReached(Assignment.states.through):  # type: ignore[name-defined,misc]
    """A State that a role reaches."""

    class Meta:
        proxy = True
        triggers = [a_role_reaches_something(CHANGED, "assignment_id")]


class RegionReached(Assignment.regions.through):  # type: ignore[name-defined,misc]
    """A region all States of which a role reaches."""

    class Meta:
        proxy = True
        triggers = [a_role_reaches_something(CHANGED, "assignment_id")]


class OrganizationReached(Assignment.organizations.through):  # type: ignore[name-defined,misc]  # made by Django
    """A regional organisation whose requests, and what comes of them, a role reaches."""

    class Meta:
        proxy = True
        triggers = [a_role_reaches_something(CHANGED, "assignment_id")]
