"""Addresses of the programme."""

from django.urls import path

from techcoop.programme import views

app_name = "programme"
urlpatterns = [path("goals/", views.goals, name="goals")]
