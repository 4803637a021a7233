"""The store: where the bytes of papers and other files lie, each known by its digest."""

import base64
import hashlib
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from techcoop.documents.models import Classification, Document
from techcoop.protection import keys

PIECE = 1 << 20


class NotWhatWasKept(Exception):
    """The bytes in the store are not those that were kept: somebody changed them, or they are gone."""


def digest_of(file: IO[bytes]) -> str:
    """The digest of all the bytes of a file, which may be larger than the memory."""
    digest = hashlib.sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()


def keep(name: str, file: File, digest: str) -> str:
    """Keep bytes once; what a crash has cut short under this name, or somebody changed, is written anew."""
    if default_storage.exists(name):
        with default_storage.open(name) as there:
            if digest_of(there) == digest:
                return name
        default_storage.delete(name)
    return default_storage.save(name, file)


def seal(name: str, content: bytes) -> str:
    """Keep bytes sealed, under a name that says nothing of them."""
    sealed = keys.seal(base64.b64encode(content).decode(), place=name)
    return default_storage.save(name, ContentFile(sealed.encode()))


def content_of(document: Document) -> bytes:
    """The bytes of a paper, if they are still those that were handed in."""
    content = _read(document.stored_as)
    if document.classification == Classification.STRICTLY_CONFIDENTIAL:
        content = _opened(content, document.stored_as)
    return _if_unchanged(content, document.stored_as, document.digest)


def bytes_of(name: str, digest: str) -> bytes:
    """The bytes that lie under a name, if they are still those of the digest."""
    return _if_unchanged(_read(name), name, digest)


def _if_unchanged(content: bytes, name: str, digest: str) -> bytes:
    if hashlib.sha256(content).hexdigest() != digest:
        raise NotWhatWasKept(f"The bytes of {name} were changed.")
    return content


def _opened(sealed: bytes, name: str) -> bytes:
    try:
        return base64.b64decode(keys.unseal(sealed.decode(), place=name))
    except (keys.CannotOpen, UnicodeDecodeError):
        raise NotWhatWasKept(f"What is kept in {name} was not sealed there, or its key is missing.") from None


def _read(name: str) -> bytes:
    try:
        with default_storage.open(name) as file:
            content: bytes = file.read()
    except FileNotFoundError:
        raise NotWhatWasKept(f"The file {name} is not there.") from None
    return content
