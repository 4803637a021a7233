"""Addresses of accountability."""

from django.urls import path

from techcoop.accountability import views

app_name = "accountability"
urlpatterns = [
    path("", views.recommendations, name="recommendations"),
    path("counts/", views.counts, name="counts"),
    path("citations/", views.citations, name="citations"),
    path("treaties/", views.treaties, name="treaties"),
    path("treaties/standings/", views.standings, name="standings"),
    path("general-comments/", views.general_comments, name="general_comments"),
    path("general-comments/paragraphs/", views.paragraphs, name="paragraphs"),
    path("general-comments/<int:key>/", views.general_comment, name="general_comment"),
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/open/", views.open_calendar, name="open_calendar"),
    path("calendar/close/", views.close_calendar, name="close_calendar"),
    path("calendar/<str:token>.ics", views.feed, name="feed"),
    path("reports/", views.reports, name="reports"),
    path("visits/", views.visits, name="visits"),
    path("institutions/", views.institutions, name="institutions"),
    path("snapshots/<int:key>/", views.snapshot, name="snapshot"),
    path("states/<str:iso3>/", views.account, name="account"),
    path("<int:key>/", views.recommendation, name="recommendation"),
]
