"""Addresses of evaluations and reviews."""

from django.urls import path

from techcoop.evaluation.views import evaluation, findings, lists, reviews, sides

app_name = "evaluation"
urlpatterns = [
    path("", lists.evaluations, name="evaluations"),
    path("findings/", lists.findings, name="findings"),
    path("lessons/", lists.lessons, name="lessons"),
    path("recommendations/", lists.recommendations, name="recommendations"),
    path("states/", sides.sides, name="sides"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/compose/", reviews.compose, name="compose"),
    path("reviews/<int:key>/", reviews.review, name="review"),
    path("reviews/<int:key>/progress/", reviews.progress, name="progress"),
    path("reviews/<int:key>/start_again/", reviews.start_again, name="start_again"),
    path("reviews/<int:key>/order_prints/", reviews.order_prints, name="order_prints"),
    path("reviews/<int:key>/report.<str:ending>", reviews.file, name="review_file"),
    path("plan/", evaluation.plan, name="plan"),
    path("plan/projects/", evaluation.projects_suggested, name="projects_suggested"),
    path("<int:key>/", evaluation.evaluation, name="evaluation"),
    path("<int:key>/revise/", evaluation.revise, name="revise"),
    path("<int:key>/rate/", evaluation.rate, name="rate"),
    path("<int:key>/findings/", findings.add_finding, name="add_finding"),
    path("<int:key>/lessons/", findings.add_lesson, name="add_lesson"),
    path("<int:key>/recommendations/", findings.add_recommendation, name="add_recommendation"),
    path("findings/<int:key>/evidence/", findings.add_evidence, name="add_evidence"),
    path("findings/<int:key>/remove/", findings.remove_finding, name="remove_finding"),
    path("findings/<int:key>/revise/", findings.revise_finding, name="revise_finding"),
    path("lessons/<int:key>/revise/", findings.revise_lesson, name="revise_lesson"),
    path("recommendations/<int:key>/revise/", findings.revise_recommendation, name="revise_recommendation"),
    path("recommendations/<int:key>/respond/", findings.respond, name="respond"),
    path("recommendations/<int:key>/<str:act>/", findings.follow_up, name="follow_up"),
    *(
        path(f"<int:key>/{act}/", evaluation.step, {"act": act}, name=act)
        for act in ("draft", "finalise", "publish_response", "close")
    ),
]
