"""Addresses of web."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path
from django.views.i18n import set_language

from techcoop.web import views

app_name = "web"
urlpatterns: list[URLPattern] = [
    path("gallery/", views.gallery, name="gallery"),
    path("language/", login_not_required(set_language), name="language"),
    path("bundle/<slug:digest>.<str:kind>", views.bundled, name="bundle"),
]
