"""Every address of the system, in the order of the programme's procedure."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

urlpatterns: list[URLPattern | URLResolver] = [
    path("states/", include("techcoop.atlas.urls")),
    path("recommendations/", include("techcoop.accountability.urls")),
    path("matching/", include("techcoop.matching.urls")),
    path("requests/", include("techcoop.requests.urls")),
    path("assessments/", include("techcoop.assessments.urls")),
    path("projects/", include("techcoop.projects.urls")),
    path("activities/", include("techcoop.delivery.urls")),
    path("evaluation/", include("techcoop.evaluation.urls")),
    path("programme/", include("techcoop.programme.urls")),
    path("money/", include("techcoop.ledger.urls")),
    path("imports/", include("techcoop.intake.urls")),
    path("documents/", include("techcoop.documents.urls")),
    path("people/", include("techcoop.people.urls")),
    path("public/", include("techcoop.publishing.urls")),
    path("web/", include("techcoop.web.urls")),
    # The address of an account is kept by the administrator, so allauth's page for it is not offered.
    path("accounts/email/", RedirectView.as_view(pattern_name="people:account")),
    path("accounts/", include("allauth.urls")),
    path("", include("techcoop.desk.urls")),
]
