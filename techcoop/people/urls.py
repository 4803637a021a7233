"""Addresses of people."""

from django.urls import URLPattern, path

from techcoop.people import views

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("", views.people, name="people"),
    path("open/", views.open_account, name="open_account"),
    path("<int:key>/", views.person, name="person"),
    path("<int:key>/close/", views.close, name="close"),
    path("<int:key>/reopen/", views.reopen, name="reopen"),
    path("<int:key>/letter/", views.send_letter, name="send_letter"),
    path("<int:key>/roles/give/", views.give_role, name="give_role"),
    path("<int:key>/roles/<int:assignment>/end/", views.end_role, name="end_role"),
    path("account/", views.account, name="account"),
    path("roles/", views.roles, name="roles"),
]
