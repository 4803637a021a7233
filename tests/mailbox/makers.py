"""Messages as a mail program writes them."""

from email.message import EmailMessage

A_PDF = b"%PDF-1.7 a note verbale"
# Over these the parser of the standard library stumbles, each in another way.
HOSTILE = (
    b"From: a@b.org\nSubject: x\nDate: Mon, 1 Jan 99999999999999999999 09:30:00 +0000\n\nHelp.",
    b"From: a@b.org\nSubject: x\nMessage-ID: <a@[\n\nHelp.",
)


def a_message(
    subject="Demande d’assistance", text="Nous demandons une formation.", *, html="", **headers
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Gina Government <gina@example.org>")
    message["To"] = "requests@example.org"
    message["Subject"] = subject
    message["Date"] = "Mon, 02 Mar 2026 09:30:00 +0000"
    message["Message-ID"] = headers.pop("identity", "<1@example.org>")
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def with_paper(message, name="note.pdf", content=A_PDF, kind="application/pdf") -> EmailMessage:
    main, sub = kind.split("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message
