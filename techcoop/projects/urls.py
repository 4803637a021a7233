"""Addresses of projects."""

from django.urls import URLPattern, path

from techcoop.projects.views import addressing, lists, members, moving, project, proposed, strengthening

MOVES = ("start", "suspend", "resume", "complete", "close", "cancel", "terminate")

app_name = "projects"
urlpatterns: list[URLPattern] = [
    path("", lists.projects, name="projects"),
    path("of-request/<int:key>/", project.draft, name="draft"),
    path("of-proposal/<int:key>/", proposed.draft_proposed, name="draft_proposed"),
    path("on-mandate/", project.draft_on_mandate, name="draft_on_mandate"),
    path("of-person/<int:key>/", members.give_role_to, name="give_role_to"),
    path("roles/<int:key>/end/", members.end_role, name="end_role"),
    path("<str:code>/people/", members.members, name="members"),
    path("<str:code>/people/give/", members.give_role, name="give_role"),
    path("<str:code>/revise/", project.revise, name="revise"),
    path("<str:code>/recommendations/", addressing.address, name="address"),
    path("<str:code>/rationales/", addressing.explain, name="explain"),
    path("<str:code>/structures/", strengthening.tell_outcomes, name="tell_outcomes"),
    path("<str:code>/approve/", moving.approve, name="approve"),
    path("<str:code>/assign/", moving.assign, name="assign"),
    path("<str:code>/attach/", moving.attach, name="attach"),
    *(path(f"<str:code>/{act}/", moving.move, {"act": act}, name=act) for act in MOVES),
]
