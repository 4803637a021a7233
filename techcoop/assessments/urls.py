"""Addresses of assessments."""

from django.urls import URLPattern, path

from techcoop.assessments.views import assessment, findings, lists

app_name = "assessments"
urlpatterns: list[URLPattern] = [
    path("", lists.assessments, name="assessments"),
    path("of-request/<int:key>/", assessment.commission, name="commission"),
    path("<int:key>/", assessment.assessment, name="assessment"),
    path("<int:key>/revise/", assessment.revise, name="revise"),
    path("<int:key>/begin/", assessment.begin, name="begin"),
    path("<int:key>/draft/", assessment.draft, name="draft"),
    path("<int:key>/validate/", assessment.validate, name="validate"),
    path("<int:key>/approve/", assessment.approve, name="approve"),
    path("<int:key>/send-back/", assessment.send_back, name="send_back"),
    path("<int:key>/supersede/", assessment.supersede, name="supersede"),
    path("<int:key>/weigh/", findings.weigh, name="weigh"),
    path("<int:key>/needs/", findings.add_need, name="add_need"),
    path("<int:key>/needs/<int:need>/", findings.change_need, name="change_need"),
    path("<int:key>/needs/<int:need>/remove/", findings.remove_need, name="remove_need"),
    path("<int:key>/consultations/", findings.record_consultation, name="record_consultation"),
    path(
        "<int:key>/consultations/<int:consultation>/open/",
        findings.read_consultation,
        name="read_consultation",
    ),
]
