"""A focal point asks on line in French, by keyboard alone, through a lost connection; the desk sees it."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from techcoop.requests import actions
from techcoop.requests.models import RequestDraft, StateRequest
from tests.atlas.makers import a_state
from tests.journeys.accessibility import assert_accessible, assert_fits
from tests.people.makers import NOON, a_desk_officer, a_focal_point, another_focal_point

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
FARTHEST = 120  # keys of the tabulator from the top of a page to its end


class Asking:
    """What the focal point does, with nothing but keys."""

    def __init__(self, page, client, address):
        self.page, self.client, self.address = page, client, address

    def given_is_signed_in(self, person):
        self.client.force_login(person)
        value = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.address}]
        )

    def tab_to(self, wanted):
        for _ in range(FARTHEST):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("one => one === document.activeElement"):
                return
        pytest.fail(f"{wanted} is not reached by keyboard")

    def field(self, label):
        return self.page.get_by_label(label, exact=True)

    def says(self, text):
        expect(self.page.locator("#autosave-says")).to_contain_text(text)

    def when_it_is_typed(self):
        self.page.goto("/requests/")
        self.tab_to(self.page.get_by_role("link", name="Demander une assistance"))
        self.page.keyboard.press("Enter")
        self.tab_to(self.field("Objet (demandé avant l’endossement)"))
        assert_accessible(self.page)
        self.page.keyboard.type("Formation des magistrats")
        self.says("Enregistré à")
        assert RequestDraft.objects.get().typed["subject"] == "Formation des magistrats"

    def when_the_connection_is_lost_for_a_while(self):
        self.page.context.set_offline(True)
        self.tab_to(self.field("Ce qui est demandé (demandé avant l’endossement)"))
        self.page.keyboard.type("Former cent juges de première instance.")
        self.says("Pas de connexion")
        self.page.context.set_offline(False)
        self.says("Enregistré à")

    def when_the_connection_hangs(self):
        self.page.evaluate("window.limit = AbortSignal.timeout.bind(AbortSignal)")
        self.page.evaluate("AbortSignal.timeout = () => window.limit(500)")
        self.page.route("**/requests/drafts/**", lambda route: None)
        self.page.keyboard.type(" Et cent greffiers.")
        self.says("Pas de connexion")
        self.page.unroute("**/requests/drafts/**")
        self.page.evaluate("AbortSignal.timeout = window.limit; dispatchEvent(new Event('online'))")
        self.says("Enregistré à")
        assert RequestDraft.objects.get().typed["summary"].endswith("Et cent greffiers.")

    def then_nothing_is_lost(self):
        self.page.reload()
        expect(self.field("Ce qui est demandé (demandé avant l’endossement)")).to_have_value(
            "Former cent juges de première instance. Et cent greffiers."
        )
        expect(self.page.get_by_text("Rien ne manque")).to_be_visible()
        assert_accessible(self.page)

    def when_somebody_else_changes_the_same(self, other):
        draft = RequestDraft.objects.get()
        words = actions.Typed(
            origin="on_line", requester=draft.state, fields={**draft.typed, "subject": "Former des greffiers"}
        )
        actions.save_draft(draft.key, words, by=other, at=NOON, seen=draft.version)
        self.field("Objet (demandé avant l’endossement)").press_sequentially("!")
        self.says("a aussi modifié")

    def then_what_is_typed_further_is_guarded(self):
        asked = []
        self.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        self.page.locator("[name=institution]").press_sequentially("L’école")
        with self.page.expect_event("dialog"):
            self.page.evaluate("setTimeout(() => location.assign('/desk/'), 0)")
        assert asked == ["beforeunload"]
        expect(self.field("Objet (demandé avant l’endossement)")).to_have_value("Formation des magistrats!")

    def when_it_is_endorsed(self):
        self.tab_to(self.page.get_by_role("button", name="Relire et endosser"))
        self.page.keyboard.press("Enter")
        self.page.get_by_role("heading", name="L’endossement").wait_for()
        assert_accessible(self.page)
        self.tab_to(self.field("Au nom de quel ministère ou de quelle autorité"))
        self.page.keyboard.type("Ministère de la justice")
        self.tab_to(self.page.locator("[name=signatory_kind]"))
        self.page.keyboard.type("Autre")
        self.tab_to(self.field("Je confirme cette déclaration."))
        self.page.keyboard.press("Space")
        self.tab_to(self.page.get_by_role("button", name="Endosser et envoyer"))
        self.page.keyboard.press("Enter")
        self.page.get_by_text("Votre demande est arrivée.").wait_for()
        assert_accessible(self.page)
        assert_fits(self.page)

    def then_the_desk_finds_it(self):
        self.page.goto("/desk/")
        self.page.get_by_role("link", name="Formation des magistrats").click()
        expect(self.page.get_by_text("Ministère de la justice").first).to_be_visible()
        expect(self.page.get_by_text("On line, endorsed by the focal point").first).to_be_visible()


def test_a_request_is_typed_endorsed_and_found_at_the_desk(page, client, live_server):
    asking, focal_point = Asking(page, client, live_server.url), a_focal_point(a_state())
    focal_point.language = "fr"
    focal_point.save(update_fields=["language"])

    asking.given_is_signed_in(focal_point)
    asking.when_it_is_typed()
    asking.when_the_connection_is_lost_for_a_while()
    asking.when_the_connection_hangs()
    asking.then_nothing_is_lost()
    asking.when_it_is_endorsed()
    asking.given_is_signed_in(a_desk_officer(a_state()))
    asking.then_the_desk_finds_it()
    assert StateRequest.objects.get().endorsed_by == focal_point


def test_what_is_typed_after_somebody_else_changed_the_draft_is_not_left_unasked(page, client, live_server):
    asking, focal_point = Asking(page, client, live_server.url), a_focal_point(a_state())
    focal_point.language = "fr"
    focal_point.save(update_fields=["language"])

    asking.given_is_signed_in(focal_point)
    asking.when_it_is_typed()
    asking.when_somebody_else_changes_the_same(another_focal_point(a_state()))
    asking.then_what_is_typed_further_is_guarded()
