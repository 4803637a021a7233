"""Addresses of the ledger."""

from django.urls import path

from techcoop.ledger import views

app_name = "ledger"
urlpatterns = [path("secretariat/", views.expenses, name="expenses")]
