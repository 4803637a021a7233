"""Addresses of intake."""

from django.urls import path

from techcoop.intake import views

app_name = "intake"
urlpatterns = [
    path("", views.imports, name="imports"),
    path("new/", views.upload, name="upload"),
    path("new/<slug:kind>.xlsx", views.blank_list, name="blank_list"),
    path("<int:key>/", views.record_import, name="import"),
    path("<int:key>/progress/", views.progress, name="progress"),
    path("<int:key>/confirm/", views.confirm, name="confirm"),
    path("<int:key>/start-again/", views.start_again, name="start_again"),
    path("<int:key>/abandon/", views.abandon, name="abandon"),
    path("<int:key>/refused.<str:ending>", views.refused, name="refused"),
]
