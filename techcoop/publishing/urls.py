"""Addresses of what the world may read."""

from django.urls import path

from techcoop.publishing import views

app_name = "publishing"
urlpatterns = [
    path("", views.start, name="start"),
    path("<slug:language>/requests/", views.requests, name="requests"),
    path("<slug:language>/requests.csv", views.requests_file, name="requests_file"),
]
