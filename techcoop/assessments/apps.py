"""Assessments, as an application."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Assessment of domestic human rights needs, on which projects are built."""

    name = "techcoop.assessments"
