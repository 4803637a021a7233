"""A State with its account, from the real files or made for tests: what was recommended, and a treaty."""

from techcoop.accountability.models import Recommendation, TreatyStatus
from techcoop.assessments.models import NeedsAssessment
from techcoop.atlas.models import State
from tests.accountability.makers import a_treaty_status, an_export, taken_in
from tests.shared_data import real_files

COMMISSION = "Mise en place d’une commission nationale des droits de l’homme"
CONVENTION = "hr_status_cat.csv"


def burundi_with_its_account() -> State:
    """A State whose official language is French, after the real lists were taken in."""
    (review,) = real_files("recommendations/upr-export/1-5.csv")
    taken_in(review.read_bytes(), name=review.name)
    (treaty,) = real_files(f"treaties/{CONVENTION}")
    taken_in(treaty.read_bytes(), name=treaty.name, kind="treaties")
    return State.objects.get(iso3="BDI")


def burundi_with_a_generated_account() -> State:
    """The same State where the real files are absent: lists of the same shape, made for tests."""
    state = State.objects.get(iso3="BDI")
    asks = ("Establish a national human rights commission under the Paris Principles", "Train the police")
    rows = ({"To": "Burundi", "Text": f"{ask}, by {year}."} for ask in asks for year in range(2027, 2037))
    taken_in(an_export(*rows), name="upr.csv")
    a_treaty_status(state, code="CAT")
    return state


ACCOUNTS = {"real": burundi_with_its_account, "generated": burundi_with_a_generated_account}


def account_as_told(state: State) -> tuple[list, list]:
    """What the sources say of a State: its recommendations word by word, and its treaties."""
    said = Recommendation.objects.filter(state=state).order_by("pk")
    treaties = TreatyStatus.objects.filter(state=state).order_by("pk")
    return (
        list(said.values_list("texts", "upr_position", "withdrawn_on")),
        list(treaties.values_list("instrument__code", "standing", "year")),
    )


def assert_it_cites_the_review(assessment: NeedsAssessment) -> None:
    """Real recommendations of the review to the State are cited, about what was asked."""
    cited = list(assessment.recommendations.select_related("mechanism"))
    assert cited
    assert {(one.state_id, one.mechanism.kind) for one in cited} == {(assessment.state_id, "upr")}
    assert any("Paris Principles" in one.text or "human rights" in one.text for one in cited)
