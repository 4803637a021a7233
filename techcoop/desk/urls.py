"""Addresses of the pages that gather."""

from django.urls import path

from techcoop.desk.views import files, portfolio, thread

app_name = "desk"
urlpatterns = [
    path("states/<str:iso3>/", files.state, name="state"),
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("thread/<str:kind>/<int:key>/", thread.thread, name="thread"),
]
