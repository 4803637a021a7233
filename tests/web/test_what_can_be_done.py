"""What can be done stands as buttons; what cannot is told below them, each with its reason."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler

from techcoop.people.permissions import Permission
from techcoop.people.policies import done_by
from techcoop.people.roles import roles_with
from techcoop.web.acts import Act, told_to

ACTS = (
    Act("accept", "Accept", "/accept/"),
    Act("sign", "Sign", "/sign/", allowed=False, why_not="One question is open.", is_near=True),
    Act("close", "Close", "/close/", allowed=False, why_not="It has not been accepted yet."),
)


def printed(*acts):
    return Template(CottonCompiler().process('<c-acts :acts="acts" />')).render(
        Context({"acts": acts, "csrf_token": "x"})
    )


def test_what_is_far_off_is_told_below_the_buttons():
    buttons, _summary, told = printed(*ACTS).partition("<details")

    assert "Accept" in buttons
    assert "Close" not in buttons
    assert "It has not been accepted yet." in told


def test_what_lacks_a_last_thing_stands_among_the_buttons_with_its_reason():
    buttons = printed(*ACTS).partition("<details")[0]

    assert "One question is open." in buttons
    assert "/sign/" not in buttons


def test_what_comes_next_stands_in_front_and_what_is_grave_at_the_end():
    acts = (
        Act("x", "Withdraw", "/", grave=True),
        Act("y", "Assign", "/"),
        Act("z", "Accept", "/", first=True),
    )

    buttons = printed(*acts)

    assert buttons.index("Accept") < buttons.index("Assign") < buttons.index("Withdraw")


@pytest.mark.parametrize(
    ("is_inside", "told"), [(True, ["mine", "later", "never"]), (False, ["mine", "later"])]
)
def test_from_outside_nobody_is_told_of_what_their_role_never_does(is_inside, told):
    acts = (
        Act("mine", "Write", "/"),
        Act("later", "Withdraw", "/", allowed=False, why_not="It is decided."),
        Act("never", "Accept", "/", allowed=False, why_not=done_by(Permission.DECIDE_REQUESTS)),
    )

    assert [act.name for act in told_to(SimpleNamespace(is_inside=is_inside), acts)] == told


def test_nothing_is_unfolded_where_everything_can_be_done():
    assert "<details" not in printed(ACTS[0])


def test_who_can_act_is_named_by_function_without_the_system_itself():
    assert roles_with(Permission.MANAGE_PEOPLE) == ["Administrator"]
