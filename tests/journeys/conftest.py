"""What journeys begin with."""

import pytest

from tests.journeys.steps import Journey
from tests.people.makers import a_coordinator


@pytest.fixture
def journey(page, client, live_server):
    """A coordinator before the window."""
    journey = Journey(page, client, live_server.url)
    journey.given_is_signed_in(a_coordinator())
    return journey
