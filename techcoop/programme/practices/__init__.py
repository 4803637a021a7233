"""The register of the programme's practices, and what breaks them."""

from techcoop.programme.practices.counting import NOBODY, Count, Tally, tally
from techcoop.programme.practices.finding import Judged, broken_by, judged
from techcoop.programme.practices.register import (
    ALWAYS,
    Asked,
    Practice,
    Sentence,
    Subject,
    keep,
    practices_about,
    practices_on,
    register,
    subject_for,
    subjects,
    today_or,
)
from techcoop.programme.practices.shipping import ship
from techcoop.programme.practices.standing import Standing, standings

__all__ = [
    "ALWAYS",
    "NOBODY",
    "Asked",
    "Count",
    "Judged",
    "Practice",
    "Sentence",
    "Standing",
    "Subject",
    "Tally",
    "broken_by",
    "judged",
    "keep",
    "practices_about",
    "practices_on",
    "register",
    "ship",
    "standings",
    "subject_for",
    "subjects",
    "tally",
    "today_or",
]
