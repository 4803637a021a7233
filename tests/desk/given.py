"""What the acts of the assistance side are given at random: by what only one takes, by name, by type."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from random import Random
from typing import Any
from uuid import UUID, uuid4

from django.db import models

from techcoop.accountability.models import Recommendation
from techcoop.assessments import actions as assessments
from techcoop.assessments.models import Input, Need
from techcoop.delivery import actions as delivery
from techcoop.documents.actions import Paper
from techcoop.evaluation import actions as evaluation
from techcoop.evaluation.models import Finding
from techcoop.mailbox.reading import Message, parsed
from techcoop.matching.models import Verdict
from techcoop.matching.queries import Proposal
from techcoop.people.actions import Narrowed, Term
from techcoop.people.models import User
from techcoop.people.queries import the_machine
from techcoop.projects import actions as projects
from techcoop.projects.models import NationalStructure
from techcoop.requests import actions as requests
from techcoop.requests.models import Ground, StateRequest
from tests.atlas.makers import a_state
from tests.delivery.makers import A_COURSE, AN_OUTCOME
from tests.evaluation import makers as evaluated
from tests.mailbox.makers import a_message, with_paper
from tests.people import makers as people
from tests.projects.makers import some_particulars
from tests.requests.makers import ALL_HOLD, endorsable_facts, some_facts


class NothingThere(Exception):
    """There is nothing of this kind now, or nobody has said how it is made, so the act cannot be done."""


def somebody(draw: Random) -> User:
    """Mostly one who may do much, at times one who may do little or nothing."""
    others = (people.a_reviewer, people.a_finance_officer, people.an_evaluator, people.a_stranger)
    of_arcadia = draw.choice((people.a_desk_officer, people.a_focal_point))
    who = (people.a_coordinator, lambda: of_arcadia(a_state()), the_machine, people.an_administrator, *others)
    return draw.choice(who)()


NOTES = evaluated.INTERVIEWS
DECISIONS = ("accept", "accept_in_part", "decline", "redirect")
# What only one act is given.
OWN: dict[str, Callable[[Random], dict[str, Any]]] = {
    "decide": lambda draw: {"act": draw.choice(DECISIONS)},
    "judge": lambda draw: {"said": ALL_HOLD},
    "endorse": lambda draw: {"facts": endorsable_facts(a_state())},
}
BY_NAME: dict[str, Callable[[Random], Any]] = {
    "by": somebody,
    "at": lambda draw: people.NOON,
    "on": lambda draw: date(2026, 2, 20),
    "act": lambda draw: draw.choice(("begin", "implement", "overtake")),
    "marks": lambda draw: {},
    "outcomes": lambda draw: dict.fromkeys(
        NationalStructure.objects.values_list("pk", flat=True), "It works."
    ),
    "rationales": lambda draw: dict.fromkeys(recommendations(), "It serves it."),
    "cite": lambda draw: recommendations(),
    "leave": lambda draw: draw.choice(((), recommendations())),
    "refuse": lambda draw: draw.choice(((), recommendations())),
    "replaces": lambda draw: (),
    "evidence": lambda draw: (NOTES,),
    "site": lambda draw: "https://techcoop.example",
    "email": lambda draw: f"{uuid4()}@example.org",
    "name": lambda draw: "Nora Newcomer",
    "password": lambda draw: uuid4().hex,
    "language": lambda draw: draw.choice(("en", "fr", "ar")),
    "mails": lambda draw: draw.choice((True, False)),
    "proposed": lambda draw: [Proposal(one, 60, (), ("train",)) for one in Recommendation.objects.all()],
    "confirmed": lambda draw: recommendations(),
    "refused": lambda draw: (),
    "component": lambda draw: "C4",
    "in_error": lambda draw: draw.choice((True, False)),
    "ground": lambda draw: draw.choice(Ground.values),
    "kind": lambda draw: Need,
    "row": lambda draw: one_of(Need, draw),
}
BY_TYPE: dict[Any, Callable[[Random], Any]] = {
    str: lambda draw: draw.choice(("", "As was agreed.", "Waive nothing — <b>écrit</b> بالعربية")),
    UUID: lambda draw: uuid4(),
    models.Model: lambda draw: one_of(StateRequest, draw),  # what papers and proposals belong to
    datetime: lambda draw: people.NOON,
    Paper: lambda draw: Paper("A note", "note.pdf", b"%PDF-1.7 a note"),
    requests.Typed: lambda draw: requests.Typed(
        origin="on_line", requester=a_state(), fields={"subject": "A course"}, page=uuid4()
    ),
    requests.TemplateText: lambda draw: requests.TemplateText(
        occasion="acknowledge",
        language="en",
        effective_from=date(2026, 4, 1),
        subject="Receipt",
        paragraphs=("It has arrived.",),
        closing="Yours",
        source="A decision",
    ),
    requests.Said: lambda draw: requests.Said(
        why="It helps.", part="The training.", to="Another office", ground=draw.choice(Ground.values)
    ),
    Mapping: lambda draw: {"statement": "Nobody inspects.", "component": "C2"},
    Term: lambda draw: Term("reviewer", date(2026, 1, 1), everywhere=True),
    Narrowed: lambda draw: Narrowed("/requests/", "status=acknowledged", uuid4().hex),
    Message: lambda draw: parsed(with_paper(a_message()).as_bytes()),
    Verdict: lambda draw: draw.choice(list(Verdict)),
    requests.Facts: lambda draw: some_facts(a_state()),
    assessments.Terms: lambda draw: assessments.Terms("The prisons", terms_of_reference="Find out."),
    assessments.Content: lambda draw: assessments.Content("The prisons", why_no_recommendation="None yet."),
    assessments.Weighing: lambda draw: assessments.Weighing(draw.choice(list(Input)), considered="All."),
    projects.Particulars: lambda draw: some_particulars(a_state()),
    delivery.Plan: lambda draw: replace(A_COURSE, title=draw.choice(("A course", "A workshop"))),
    delivery.Outcome: lambda draw: replace(AN_OUTCOME, women=draw.randint(0, 90)),
    evaluation.Plan: lambda draw: evaluation.Plan(
        "Did it last?", "thematic", None, "A team", date(2025, 1, 1), date(2025, 6, 30), "Documents."
    ),
    evaluation.Observation: lambda draw: evaluated.JUDGES_LEARNT,
    evaluation.Grounds: lambda draw: NOTES,
    evaluation.Advice: lambda draw: evaluation.Advice(
        "Follow it up.", "Coordinator", tuple(Finding.objects.order_by("?")[:1])
    ),
    evaluation.Answer: lambda draw: evaluated.ACCEPTED,
    evaluation.Wanted: lambda draw: evaluation.Wanted(2021, 2025, "en"),
}


def one_of(kind: type[models.Model], draw: Random) -> models.Model:
    """Anything of this kind that is there now."""
    there = list(kind._default_manager.order_by("pk").values_list("pk", flat=True))
    if not there:
        raise NothingThere
    return kind._default_manager.get(pk=draw.choice(there))


def recommendations() -> list[int]:
    return list(Recommendation.objects.values_list("pk", flat=True))
