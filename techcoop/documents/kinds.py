"""Which kinds of file are kept: known by their first bytes and content; a name that belies them is told."""

import io
import unicodedata
import zipfile
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OFFICE = "application/vnd.openxmlformats-officedocument"
LARGEST_UNPACKED = 400 * 2**20
MOST_MEMBERS = 10_000


@dataclass(frozen=True)
class FileKind:
    """A kind of file that is kept."""

    media_type: str
    ending: str
    name: str | Promise
    opens_in_browser: bool = False


PDF = FileKind("application/pdf", ".pdf", "PDF", opens_in_browser=True)
PNG = FileKind("image/png", ".png", _("a picture"), opens_in_browser=True)
JPEG = FileKind("image/jpeg", ".jpg", _("a picture"), opens_in_browser=True)
TIFF = FileKind("image/tiff", ".tif", _("a picture"))
TEXT = FileKind("text/plain", ".txt", _("plain text"))
WORD = FileKind(f"{OFFICE}.wordprocessingml.document", ".docx", "Word")
EXCEL = FileKind(f"{OFFICE}.spreadsheetml.sheet", ".xlsx", "Excel")
ODT = FileKind("application/vnd.oasis.opendocument.text", ".odt", _("OpenDocument text"))
ALL_KINDS = {one.media_type: one for one in (PDF, PNG, JPEG, TIFF, TEXT, WORD, EXCEL, ODT)}

SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
# What an ending may stand for; pictures called by one another's name are pictures still.
PICTURES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff")
ENDINGS = {
    **dict.fromkeys(PICTURES, (PNG, JPEG, TIFF)),
    **{one.ending: (one,) for one in (PDF, TEXT, WORD, EXCEL, ODT)},
}
NOT_KEPT = _(
    "This kind of file is not kept. Use PDF, Word, Excel, OpenDocument text, plain text or a picture."
)
BROKEN = _("The file is broken or was cut short; save it again and try once more.")
MACROS = _("The file contains macros, which are not kept. Save it without macros and try once more.")
TOO_DEEP = _("The file unpacks to far more than it seems; it is not kept.")


def belies(name: str, kind: FileKind) -> str:
    """The ending of a name that says another kind than the content is; nothing where they agree."""
    _stem, dot, ending = name.lower().strip(". ").rpartition(".")
    expected = ENDINGS.get(f".{ending}", (kind,)) if dot else (kind,)
    return "" if kind in expected else f".{ending}"


def require_honest(name: str, content: bytes) -> None:
    """Refuse, in a sentence, what is not kept, and what is called something that it is not."""
    kind = kind_of(content)
    if ending := belies(name, kind):
        sentence = _(
            "The file is called %(ending)s, but its content is %(kind)s: it may be damaged, or was renamed. "
            "Open it, save it anew in the right kind, and try once more."
        )
        raise ValidationError(sentence, params={"ending": ending, "kind": kind.name})


def kind_of(content: bytes) -> FileKind:
    """The kind of a file by its bytes; refuses in a sentence what is not kept."""
    if not content:
        raise ValidationError(_("The file is empty."))
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_package(content)
    return _kind_of_text(content)


def _kind_of_package(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
    except zipfile.BadZipFile:
        raise ValidationError(BROKEN) from None
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_UNPACKED:
        raise ValidationError(TOO_DEEP)
    names = {one.filename for one in members}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValidationError(MACROS)
    for member, kind in (("word/document.xml", WORD), ("xl/workbook.xml", EXCEL), ("content.xml", ODT)):
        if member in names:
            return kind
    raise ValidationError(NOT_KEPT)


def _kind_of_text(content: bytes) -> FileKind:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise ValidationError(NOT_KEPT) from None
    control = any(unicodedata.category(one) == "Cc" and one not in "\t\r\n\f" for one in text)
    if control or text.lstrip().lower().startswith(("<!doctype", "<html", "<svg", "<?xml")):
        raise ValidationError(NOT_KEPT)
    return TEXT
