"""Addresses of activities."""

from django.urls import path

from techcoop.delivery.views import activity, lists

app_name = "delivery"
urlpatterns = [
    path("", lists.activities, name="activities"),
    path("calendar/", lists.calendar, name="calendar"),
    path("plan/<str:code>/", activity.plan, name="plan"),
    path("<int:key>/", activity.activity, name="activity"),
    path("<int:key>/revise/", activity.revise, name="revise"),
    path("<int:key>/report/", activity.report, name="report"),
    path("<int:key>/cancel/", activity.cancel, name="cancel"),
    path("<int:key>/attach/", activity.attach, name="attach"),
]
