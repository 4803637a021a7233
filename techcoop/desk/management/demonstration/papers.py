"""The papers of the demonstration: a note verbale as a ministry would send it, plainly invented."""

from techcoop.desk.management.demonstration.story import Story
from techcoop.documents.actions import Paper
from techcoop.press.letters import written_date
from techcoop.press.typesetting import pdf
from techcoop.requests.actions import Facts

SAID = (
    "{who} presents its compliments to the Office of the United Nations High Commissioner for Human Rights "
    "and has the honour to ask for assistance under the Technical Cooperation Programme.",
    "{subject}. {summary}",
    "{who} avails itself of this opportunity to renew the assurances of its highest consideration.",
    "This note is invented for the demonstration of this system. No Government wrote it.",
)


def note_verbale(story: Story, facts: Facts) -> Paper:
    """The note in which the request stands, as it lies in the file."""
    day = facts.dated_on or facts.received_on
    words = {"who": facts.signatory_authority, "subject": facts.subject, "summary": facts.summary}
    data = {
        "title": f"{facts.document_reference} {facts.subject}",
        "made_at": story.now,
        "house": story.place,
        "programme": facts.signatory_authority,
        "labels": {"reference": "Reference"},
        "reference": facts.document_reference,
        "dated": written_date(day, language="en"),
        "addressee": ("Office of the High Commissioner for Human Rights", "Geneva"),
        "subject": facts.subject,
        "paragraphs": tuple(one.format(**words) for one in SAID),
        "facts": (),
        "closing": (),
        "signature": (facts.signatory_name,),
        "clause": "",
    }
    content = pdf("letter", data, language="en")
    return Paper(f"Note verbale {facts.document_reference}", "note-verbale.pdf", content, language="en")
