"""Addresses of the pages that gather."""

from django.urls import path

from techcoop.desk.views import clusters, consistency, files, journal, my_desk, portfolio, thread, unaddressed

app_name = "desk"
urlpatterns = [
    path("", my_desk.front),
    path("desk/", my_desk.my_desk, name="my_desk"),
    path("desk/waiting/<str:key>/", my_desk.waiting, name="waiting"),
    path("states/<str:iso3>/", files.state, name="state"),
    path("states/<str:iso3>/subjects/", clusters.by_subject, name="by_subject"),
    path("projects/<str:code>/", files.project, name="project"),
    path("journal/", journal.journal, name="journal"),
    path("journal/<str:kind>/<int:key>/", journal.thing, name="journal_thing"),
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("consistency/", consistency.consistency, name="consistency"),
    path("consistency/<str:key>/", consistency.findings, name="findings"),
    path("unaddressed/", unaddressed.unaddressed, name="unaddressed"),
    path("unaddressed/list/", unaddressed.unaddressed_list, name="unaddressed_list"),
    path("thread/<str:kind>/<int:key>/", thread.thread, name="thread"),
]
