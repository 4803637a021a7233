"""Addresses of activities."""

from django.urls import path

from techcoop.delivery.views import activity, lists, recording

app_name = "delivery"
urlpatterns = [
    path("", lists.activities, name="activities"),
    path("calendar/", lists.calendar, name="calendar"),
    path("plan/<str:code>/", recording.plan, name="plan"),
    path("<int:key>/", activity.activity, name="activity"),
    path("<int:key>/revise/", recording.revise, name="revise"),
    path("<int:key>/report/", recording.report, name="report"),
    path("<int:key>/correct/", recording.correct, name="correct"),
    path("<int:key>/cancel/", recording.cancel, name="cancel"),
    path("<int:key>/attach/", recording.attach, name="attach"),
]
