"""A production system does not start on a database whose sign-ins everybody knows."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.safety import DEMONSTRATION_DOMAIN, demonstration_accounts, refuse_known_sign_ins
from techcoop.people.models import User

pytestmark = pytest.mark.django_db


def an_account_of_the_demonstration(**more):
    return User.objects.create(email=f"clara{DEMONSTRATION_DOMAIN}", name="Clara", **more)


def test_production_refuses_a_database_of_the_demonstration(settings):
    settings.DEMONSTRATION = False
    an_account_of_the_demonstration()

    with pytest.raises(ImproperlyConfigured, match="everybody knows"):
        refuse_known_sign_ins()


def test_production_starts_when_those_accounts_are_closed(settings):
    settings.DEMONSTRATION = False
    an_account_of_the_demonstration(is_active=False)

    refuse_known_sign_ins()


def test_a_demonstration_knows_its_own(settings):
    settings.DEMONSTRATION = True
    account = an_account_of_the_demonstration()

    refuse_known_sign_ins()
    assert list(demonstration_accounts()) == [account]
