"""A message is read whole and safely, or refused in a sentence."""

import time
import tracemalloc

import pytest
from django.core.exceptions import ValidationError

from techcoop.mailbox.markup import without_markup
from techcoop.mailbox.reading import LARGEST_MEGABYTES, parsed, read_message
from tests.mailbox.makers import A_PDF, HOSTILE, a_message, with_paper


def test_subject_sender_date_text_and_papers_are_read():
    message = parsed(with_paper(a_message()).as_bytes())

    assert (message.subject, message.sender) == ("Demande d’assistance", "gina@example.org")
    assert message.sent_at.isoformat() == "2026-03-02T09:30:00+00:00"
    assert message.text == "Nous demandons une formation."
    assert [(one.name, one.content) for one in message.attachments] == [("note.pdf", A_PDF)]


def test_a_message_in_html_alone_is_read_without_its_markup_and_scripts():
    page = "<style>p{}</style><p>We ask &amp; hope</p><script>alert(1)</script><p>for<br>training</p>"
    message = a_message()
    message.set_content(page, subtype="html")

    assert parsed(message.as_bytes()).text == "We ask & hope\nfor\ntraining"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Rights < duties &lt;b&gt;<!-- a > b -->, <o:p>all</o:p>", "Rights < duties <b>, all"),
        ("<!DOCTYPE html><![if !mso]><H1 class=x>One</H1>two<BR/>three", "One\ntwo\nthree"),
        ("kept<SCRIPT>if (a < b) {</SCRIPT > too<style>never closed", "kept too"),
        ("cut <a href=", "cut <a href="),
    ],
)
def test_markup_is_taken_off_and_words_stay(page, text):
    assert without_markup(page) == text


PIECES = (
    "<div>",
    "<a ",
    "<a",
    "<!--",
    "<",
    "</",
    "<script>",
    "<br",
    "<a b='",
    "<![",
    "&",
    "<p></p>",
    "<style><",
)


@pytest.mark.parametrize("piece", PIECES)
def test_two_megabytes_of_any_markup_are_read_in_seconds(piece):
    begun = time.process_time()
    without_markup(piece * (2**21 // len(piece)))
    assert time.process_time() - begun < 10


def test_plain_text_is_preferred_and_the_same_in_html_is_no_paper():
    message = parsed(a_message(text="Plain", html="<p>Other</p>").as_bytes())

    assert (message.text, message.attachments) == ("Plain", ())


def test_the_key_is_that_of_the_message_however_it_travelled():
    one, other, again = a_message(), a_message(), a_message(text="Something else.")
    other["Received"] = "by another server"

    assert parsed(one.as_bytes()).key == parsed(other.as_bytes()).key
    assert parsed(one.as_bytes()).key != parsed(again.as_bytes()).key
    assert parsed(one.as_bytes()).identity == parsed(again.as_bytes()).identity
    assert parsed(one.as_bytes()).key != parsed(a_message(identity="<2@example.org>").as_bytes()).key


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\x\\note.pdf", "a\u202efdp.exe", "n" * 5000, ""])
def test_hostile_names_do_no_harm(name):
    message = a_message()
    message.add_attachment(A_PDF, maintype="application", subtype="pdf", filename=name)

    (paper,) = parsed(message.as_bytes()).attachments

    assert paper.content == A_PDF
    assert "\u202e" not in paper.name


@pytest.mark.parametrize("charset", [b"utf-8", b"no-such-charset", b"utf-7"])
def test_an_unknown_character_set_loses_no_letter_that_can_be_read(charset):
    head = b"From: a@b.org\nSubject: Ask\nContent-Type: text/plain; charset="
    content = head + charset + b"\n\nPlease help\x00."

    assert parsed(content).text.startswith("Please help")


CUT = with_paper(a_message()).as_bytes()[:-40]
WINMAIL = with_paper(a_message(), "winmail.dat", b"\x78\x9f", "application/ms-tnef").as_bytes()
DAMAGED = with_paper(a_message()).as_bytes().replace(b"JVBERi0", b"*!*JVBE", 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no message"),
        (b"\x7fELF\x00\x01\x02", "no message"),
        (CUT, "cut short"),
        (DAMAGED, "cut short"),
        (b"From: a@b.org\nSubject: x\nContent-Type: multipart/mixed\n\nno boundary", "cut short"),
        (WINMAIL, "Outlook"),
        *((content, "broken") for content in HOSTILE),
        (b"From: a@b.org\nSubject: " + b"a " * 60_000 + b"\n\nHelp.", "broken"),
        (b"From: a@b.org\nSubject: x\n\n" + b"a" * (2**21 + 1), "longer than 2 megabytes"),
    ],
)
def test_what_cannot_be_read_whole_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(ValidationError, match=sentence):
        parsed(content)


def test_a_message_within_a_message_is_refused():
    outer = a_message()
    outer.add_attachment(a_message("Inner"))

    with pytest.raises(ValidationError, match="inner one"):
        parsed(outer.as_bytes())


def test_a_thousand_nested_parts_are_refused_and_not_followed():
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))

    with pytest.raises(ValidationError):
        parsed(f"From: a@b.org\nSubject: x\n{opening}".encode())


def test_many_papers_are_refused_at_once():
    message = a_message()
    for number in range(51):
        with_paper(message, f"{number}.pdf")

    with pytest.raises(ValidationError, match="more than 50"):
        parsed(message.as_bytes())


def test_sixty_megabytes_are_refused_before_they_are_read(tmp_path):
    file = tmp_path / "large.eml"
    with file.open("wb") as sparse:
        sparse.truncate(60 * 2**20)

    tracemalloc.start()
    with pytest.raises(ValidationError, match=f"larger than {LARGEST_MEGABYTES} megabytes"):
        read_message(file)

    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()
