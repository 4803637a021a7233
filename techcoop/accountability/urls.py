"""Addresses of accountability."""

from django.urls import path

from techcoop.accountability import views

app_name = "accountability"
urlpatterns = [
    path("", views.recommendations, name="recommendations"),
    path("treaties/", views.treaties, name="treaties"),
    path("treaties/standings/", views.standings, name="standings"),
    path("<int:key>/", views.recommendation, name="recommendation"),
]
