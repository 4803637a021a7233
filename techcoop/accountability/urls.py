"""Addresses of accountability."""

from django.urls import path

from techcoop.accountability import views

app_name = "accountability"
urlpatterns = [
    path("", views.recommendations, name="recommendations"),
    path("treaties/", views.treaties, name="treaties"),
    path("treaties/standings/", views.standings, name="standings"),
    path("general-comments/", views.general_comments, name="general_comments"),
    path("general-comments/paragraphs/", views.paragraphs, name="paragraphs"),
    path("general-comments/<int:key>/", views.general_comment, name="general_comment"),
    path("states/<str:iso3>/", views.account, name="account"),
    path("<int:key>/", views.recommendation, name="recommendation"),
]
