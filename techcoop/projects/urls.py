"""Addresses of projects."""

from django.urls import path

from techcoop.projects.views import lists

app_name = "projects"
urlpatterns = [path("", lists.projects, name="projects")]
