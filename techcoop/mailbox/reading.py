"""One message with its text and its papers; what cannot be read whole and safely is refused in a sentence."""

import email
import hashlib
import logging
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import errors
from email.message import EmailMessage, MIMEPart
from email.policy import default as modern
from email.utils import parseaddr
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from techcoop.mailbox.markup import without_markup

logger = logging.getLogger(__name__)
LARGEST_MEGABYTES = 50
LARGEST_TEXT_MEGABYTES = 2
MOST_ATTACHMENTS = 50
LONGEST_HEADER = 100_000
# What only proves who sent a message; it is left out, and said so.
SIGNATURES = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
)
# Signs that a message was cut short or put together wrongly, so that a part of it may be missing.
DAMAGE = (
    errors.StartBoundaryNotFoundDefect,
    errors.CloseBoundaryNotFoundDefect,
    errors.NoBoundaryInMultipartDefect,
    errors.MultipartInvariantViolationDefect,
    errors.MissingHeaderBodySeparatorDefect,
    errors.InvalidBase64LengthDefect,
    errors.InvalidBase64CharactersDefect,
)
BROKEN = _("The message is broken or was cut short, so that a part of it may be missing. Ask for it again.")
TOO_LARGE = _("The message is larger than %(most)s megabytes. Ask for its papers in another way.")
TOO_MANY = _("The message has more than %(most)s attachments. Ask for them as one document.")
LONG_TEXT = _("The text of the message is longer than %(most)s megabytes. Ask for it as a document.")
NO_MESSAGE = _("This is no message: it says neither from whom it comes nor anything else.")
NESTED = _("A message lies inside this message. Save the inner one as a file of its own and hand that in.")
WINMAIL = _(
    "The papers are packed in winmail.dat, which only Outlook opens. Ask the sender to send the message as "
    "HTML or plain text instead of Rich Text."
)


@dataclass(frozen=True)
class Attachment:
    """A paper that came with a message: the name it was given, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Message:
    """What a message says, and by whom it says to be sent; an address proves nothing."""

    key: str
    identity: str
    sender: str
    subject: str
    sent_at: datetime | None
    text: str
    attachments: tuple[Attachment, ...]
    signatures: tuple[str, ...] = ()


def read_message(path: Path) -> Message:
    """The message in a file, whole; or a refusal that says why."""
    with path.open("rb") as file:
        return read_handed_in(file, path.stat().st_size)


def read_handed_in(file: IO[bytes], size: int) -> Message:
    """The same for a file that somebody hands in; what is too large is not even read."""
    if size > LARGEST_MEGABYTES * 2**20:
        raise ValidationError(TOO_LARGE, params={"most": LARGEST_MEGABYTES})
    return parsed(file.read())


def parsed(content: bytes) -> Message:
    """The message in these bytes."""
    try:
        return _message(email.message_from_bytes(content, policy=modern), content)
    except ValidationError:
        raise
    except Exception:
        # Damaged headers make the parser of the standard library stumble in ways that no list holds.
        logger.info("A message could not be read.", exc_info=True)
        raise ValidationError(BROKEN) from None


def _message(found: EmailMessage, content: bytes) -> Message:
    parts = list(found.walk())
    if any(len(value) > LONGEST_HEADER for part in parts for _name, value in part.raw_items()):
        raise ValidationError(BROKEN)
    _refuse_what_is_not_read(found, parts)
    body = found.get_body(("plain", "html"))
    attachments = tuple(_attachments(parts, body))
    if any(isinstance(defect, DAMAGE) for part in parts for defect in part.defects):
        raise ValidationError(BROKEN)
    if len(attachments) > MOST_ATTACHMENTS:
        raise ValidationError(TOO_MANY, params={"most": MOST_ATTACHMENTS})
    named = str(found.get("Message-ID") or "").strip()
    date = found.get("Date")
    identity = hashlib.sha256(named.encode("utf-8", "replace")).hexdigest() if named else ""
    said: dict[str, Any] = {
        "sender": _clean(parseaddr(str(found.get("From") or ""))[1])[:320],
        "subject": " ".join(_clean(str(found.get("Subject") or "")).split()),
        "sent_at": getattr(date, "datetime", None),
        "text": _text(body) if body is not None else "",
    }
    key = _key(identity, said, attachments) if named else hashlib.sha256(content).hexdigest()
    signed = tuple(_clean(part.get_filename() or "") or "signature" for part in parts if _signs(part))
    return Message(key=key, identity=identity, attachments=attachments, signatures=signed, **said)


def _key(identity: str, said: dict[str, Any], attachments: tuple[Attachment, ...]) -> str:
    """By what a message is known again: its own name and all it says, however it travelled."""
    texts = [identity, *(str(one) for one in said.values())]
    digest = hashlib.sha256("\0".join(texts).encode("utf-8", "replace"))
    for one in attachments:
        digest.update(b"\0" + one.name.encode("utf-8", "replace") + b"\0")
        digest.update(hashlib.sha256(one.content).digest())
    return digest.hexdigest()


def _signs(part: MIMEPart) -> bool:
    """Whether a part is the signature under a message, and no paper."""
    return part.get_content_type() in SIGNATURES


def _refuse_what_is_not_read(found: EmailMessage, parts: list) -> None:
    if not found.get("From") and not found.get("Subject"):
        raise ValidationError(NO_MESSAGE)
    for part in parts:
        if part.get_content_type() == "message/rfc822":
            raise ValidationError(NESTED)
        name = (part.get_filename() or "").lower()
        if part.get_content_type() == "application/ms-tnef" or name == "winmail.dat":
            raise ValidationError(WINMAIL)


def _attachments(parts: list, body: MIMEPart | None) -> Iterator[Attachment]:
    """What has a name or says that it is attached; pictures of a signature have neither."""
    for part in parts:
        if part.is_multipart() or part is body or _signs(part):
            continue
        name = _clean(part.get_filename() or "")
        if name or part.get_content_disposition() == "attachment":
            yield Attachment(name, part.get_payload(decode=True) or b"")


def _text(part: MIMEPart) -> str:
    found = part.get_payload(decode=True)
    content = found if isinstance(found, bytes) else b""
    if len(content) > LARGEST_TEXT_MEGABYTES * 2**20:
        raise ValidationError(LONG_TEXT, params={"most": LARGEST_TEXT_MEGABYTES})
    charset = part.get_content_charset() or "utf-8"
    try:
        text = content.decode(charset, "replace")
    except LookupError:  # a character set that nobody knows
        text = content.decode("utf-8", "replace")
    if part.get_content_type() == "text/html":
        text = without_markup(text)
    return re.sub(r"\n{3,}", "\n\n", _clean(text.replace("\r\n", "\n"))).strip()


def _clean(text: str) -> str:
    """Without control characters, changes of direction that hide an ending, and halves of characters."""
    whole = text.encode("utf-8", "replace").decode()
    return "".join(one for one in whole if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cf"))
