"""Addresses of atlas."""

from django.urls import path

from techcoop.atlas import views

app_name = "atlas"
urlpatterns = [path("", views.states, name="states")]
