"""Every address of the system, in the order of the programme's procedure."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("techcoop.desk.urls")),
    path("states/", include("techcoop.atlas.urls")),
    path("recommendations/", include("techcoop.accountability.urls")),
    path("requests/", include("techcoop.requests.urls")),
    path("assessments/", include("techcoop.assessments.urls")),
    path("projects/", include("techcoop.projects.urls")),
    path("activities/", include("techcoop.delivery.urls")),
    path("evaluation/", include("techcoop.evaluation.urls")),
    path("imports/", include("techcoop.intake.urls")),
    path("documents/", include("techcoop.documents.urls")),
    path("people/", include("techcoop.people.urls")),
    path("web/", include("techcoop.web.urls")),
    path("accounts/", include("allauth.urls")),
]
