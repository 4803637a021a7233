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
    path("views/", views.saved_views, name="saved_views"),
    path("views/save/", views.save_view, name="save_view"),
    path("views/<int:key>/", views.saved_view, name="saved_view"),
    path("views/<int:key>/remove/", views.remove_view, name="remove_view"),
    path("views/<int:key>/mail/", views.mail_view, name="mail_view"),
    path("roles/", views.roles, name="roles"),
]
