"""What may be done in the programme, one by one; roles put these together."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(models.TextChoices):
    """One thing that somebody may be allowed to do, within the scope of an assignment."""

    SEE_REQUESTS = "see requests", _("see requests")
    ASK_FOR_ASSISTANCE = "ask for assistance", _("ask for assistance on behalf of the own Government")
    SEE_WORKING_NOTES = "see working notes", _("see the working notes and the history of a case")
    REGISTER_REQUESTS = "register requests", _("register requests")
    SCREEN_REQUESTS = "screen requests", _("screen requests")
    DECIDE_REQUESTS = "decide requests", _("decide requests")
    KEEP_TEMPLATES = "keep templates of letters", _("keep the templates of letters")
    SEE_ASSESSMENTS = "see assessments", _("see assessments")
    ASSESS_NEEDS = "assess needs", _("assess needs")
    APPROVE_ASSESSMENTS = "approve assessments", _("approve assessments")
    CLEAR_ASSESSMENTS = (
        "clear assessments",
        _("sign assessments off for a substantive division"),
    )
    READ_PROTECTED = "read what identifies people at risk", _("read what identifies people at risk")
    SEE_PROJECTS = "see projects", _("see projects")
    DRAFT_PROJECTS = "draft projects", _("draft projects")
    APPROVE_PROJECTS = "approve projects", _("approve projects")
    MANAGE_PROJECTS = "move projects through their life", _("move projects through their life")
    SEE_MONEY = "see money", _("see money")
    CLOSE_ACCOUNTS = "close the accounts of projects", _("close the accounts of projects")
    RECORD_ACTIVITIES = "record activities", _("record activities")
    SEE_EVALUATIONS = "see evaluations", _("see evaluations")
    RECORD_EVALUATIONS = "record evaluations", _("record evaluations")
    RESPOND_TO_EVALUATIONS = "respond to evaluations", _("respond to evaluations")
    COMPOSE_REVIEWS = "compose the synthesis report", _("compose the synthesis report")
    SEE_ACCOUNTABILITY = "see the facts of accountability", _("see the facts of accountability")
    PLACE_THEMES = "place themes", _("place themes of the sources onto subjects")
    SEE_CONFIDENTIAL = "see confidential documents", _("see confidential documents")
    SEE_STRICTLY_CONFIDENTIAL = (
        "see strictly confidential documents",
        _("see strictly confidential documents"),
    )
    IMPORT_RECORDS = "import records", _("import records")
    TAKE_IN_ACCOUNTABILITY = (
        "take in facts of accountability",
        _("take in facts for which States account, from what the mechanisms publish"),
    )
    READ_JOURNAL = "read the journal", _("read the journal")
    MANAGE_PEOPLE = "manage people and roles", _("manage people and roles")
