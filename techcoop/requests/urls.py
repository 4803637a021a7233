"""Addresses of requests."""

from django.urls import path

from techcoop.requests import views

app_name = "requests"
urlpatterns = [
    path("", views.requests, name="requests"),
    path("new/", views.new, name="new"),
    path("together/officer/", views.assign_together, name="assign_together"),
    path("together/reminder/", views.bring_to_mind, name="bring_to_mind"),
    path("clock/", views.clock, name="clock"),
    path("desks/", views.desks, name="desks"),
    path("desks/<int:officer>/", views.hand_over, name="hand_over"),
    path("handovers/<int:key>/", views.handover, name="handover"),
    path("handovers/<int:key>.pdf", views.handover_paper, name="handover_paper"),
    path("letters/", views.templates, name="templates"),
    path("letters/<slug:occasion>/<slug:language>/", views.template, name="template"),
    path("ask/", views.ask, name="ask"),
    path("drafts/<uuid:key>/", views.draft, name="draft"),
    path("drafts/<uuid:key>/endorse/", views.endorse, name="endorse"),
    path("drafts/<uuid:key>/set-aside/", views.set_aside, name="set_aside"),
    path("<slug:reference>/", views.request_file, name="request"),
    path("<slug:reference>/revise/", views.revise, name="revise"),
    path("<slug:reference>/register/", views.register, name="register"),
    path("<slug:reference>/acknowledge/", views.acknowledge, name="acknowledge"),
    path("<slug:reference>/screen/", views.screen, name="screen"),
    path("<slug:reference>/screening/", views.screening, name="screening"),
    path("<slug:reference>/screening.pdf", views.screening_paper, name="screening_paper"),
    path("<slug:reference>/accept/", views.decide, {"act": "accept"}, name="accept"),
    path("<slug:reference>/accept-in-part/", views.decide, {"act": "accept_in_part"}, name="accept_in_part"),
    path("<slug:reference>/decline/", views.decide, {"act": "decline"}, name="decline"),
    path("<slug:reference>/redirect/", views.decide, {"act": "redirect"}, name="redirect"),
    path("<slug:reference>/similar/", views.similar, name="similar"),
    path("<slug:reference>/answer/", views.answer, name="answer"),
    path("<slug:reference>/file-message/", views.file_message, name="file_message"),
    path("<slug:reference>/write/", views.write, name="write"),
    path("<slug:reference>/withdraw/", views.withdraw, name="withdraw"),
    path("<slug:reference>/formulate/", views.formulate, name="formulate"),
    path("<slug:reference>/officer/", views.assign, name="assign"),
    path("<slug:reference>/letters/<int:key>/", views.letter, name="letter"),
    path("<slug:reference>/papers/", views.attach, name="attach"),
    path("<slug:reference>/recommendations/", views.recommendations, name="recommendations"),
    path("<slug:reference>/recommendations/<int:key>/link/", views.link, name="link"),
    path("<slug:reference>/recommendations/<int:key>/unlink/", views.unlink, name="unlink"),
    path("<slug:reference>/recommendations/<int:key>/refuse/", views.refuse, name="refuse"),
    path("<slug:reference>/recommendations/<int:key>/reconsider/", views.reconsider, name="reconsider"),
]
