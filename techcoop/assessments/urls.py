"""Addresses of assessments."""

from django.urls import URLPattern, path

from techcoop.assessments.views import assessment, lists, papers, rows, scoring, weighing

app_name = "assessments"
urlpatterns: list[URLPattern] = [
    path("", lists.assessments, name="assessments"),
    path("of-request/<int:key>/", assessment.commission, name="commission"),
    path("<int:key>/", assessment.assessment, name="assessment"),
    path("<int:key>/file.<slug:ending>", papers.file, name="file"),
    path("<int:key>/beside/<int:other>/", papers.beside, name="beside"),
    path("<int:key>/revise/", assessment.revise, name="revise"),
    path("<int:key>/assign/", assessment.assign, name="assign"),
    path("<int:key>/begin/", assessment.begin, name="begin"),
    path("<int:key>/draft/", assessment.draft, name="draft"),
    path("<int:key>/validate/", assessment.validate, name="validate"),
    path("<int:key>/approve/", assessment.approve, name="approve"),
    path("<int:key>/clear/", assessment.clear, name="clear"),
    path("<int:key>/send-back/", assessment.send_back, name="send_back"),
    path("<int:key>/supersede/", assessment.supersede, name="supersede"),
    path("<int:key>/weigh/", weighing.weigh, name="weigh"),
    path("<int:key>/assessors/", scoring.name_assessors, name="name_assessors"),
    path("<int:key>/scores/", scoring.score, name="score"),
    path("<int:key>/inputs/<slug:source>/", weighing.weigh_input, name="weigh_input"),
    path(
        "<int:key>/consultations/<int:consultation>/open/",
        weighing.read_consultation,
        name="read_consultation",
    ),
    path("<int:key>/needs/<int:row>/recommendations/", weighing.trace_need, name="trace_need"),
    path("<int:key>/<slug:table>/add/", rows.add_row, name="add_row"),
    path("<int:key>/<slug:table>/<int:row>/", rows.change_row, name="change_row"),
    path("<int:key>/<slug:table>/<int:row>/remove/", rows.remove_row, name="remove_row"),
]
