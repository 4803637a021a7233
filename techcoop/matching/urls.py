"""Addresses of matching."""

from django.urls import path

from techcoop.matching import views

app_name = "matching"
urlpatterns = [
    path("similar/<int:key>/", views.similar, name="similar"),
    path("subjects/place/<int:key>/", views.place, name="place"),
    path("subjects/", views.subjects, name="subjects"),
]
