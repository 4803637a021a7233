"""Addresses of papers."""

from django.urls import path

from techcoop.documents import views

app_name = "documents"
urlpatterns = [path("<int:key>/", views.document, name="document")]
