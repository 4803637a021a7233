"""What every journey does: signing in, and looking whether a page can be used by everybody."""

from django.conf import settings

from tests.journeys.accessibility import assert_accessible, assert_fits

COOKIE = settings.SESSION_COOKIE_NAME
TELEPHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


class Journey:
    """A person before a window of the browser."""

    def __init__(self, page, client, address):
        self.page, self.client, self.address = page, client, address

    def given_is_signed_in(self, person):
        self.client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        value = self.client.cookies[COOKIE].value
        self.page.context.add_cookies([{"name": COOKIE, "value": value, "url": self.address}])

    def then_everybody_can_use_the_page(self):
        assert_accessible(self.page)
        self.page.set_viewport_size(TELEPHONE)
        assert_fits(self.page)
        self.page.set_viewport_size(DESK)

    def downloaded(self, name):
        """The bytes of the file behind a link or button, taken by keyboard."""
        way = self.page.get_by_role("link", name=name, exact=True)
        with self.page.expect_download() as download:
            way.or_(self.page.get_by_role("button", name=name, exact=True)).first.press("Enter")
        with open(download.value.path(), "rb") as file:
            return file.read()
