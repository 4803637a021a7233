"""Addresses of people."""

from django.urls import URLPattern, path

from techcoop.people import views

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("account/", views.account, name="account"),
    path("roles/", views.roles, name="roles"),
]
