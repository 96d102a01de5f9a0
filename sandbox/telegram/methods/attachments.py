"""The file that a call sends: uploaded with it, or known by its file_id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.telegram.model import Kind
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments, Upload
    from sandbox.telegram.context import Context
    from sandbox.telegram.model import StoredFile

_ATTACH = "attach://"


def attached(context: Context, arguments: Arguments, kind: Kind) -> StoredFile:
    """The file in the field named after `kind`. Raises `Refusal`."""
    upload = arguments.uploads.get(kind)
    if upload is not None:
        return _stored(context, upload, kind)
    value = arguments.text(kind)
    if not value:
        raise bad_request(f"There is no {kind} in the request")
    return referred(context, arguments, value, kind)


def referred(context: Context, arguments: Arguments, value: str, kind: Kind) -> StoredFile:
    """The file that `value` means: attach://field, or a file_id. Raises `Refusal`."""
    if value.startswith(_ATTACH):
        upload = arguments.uploads.get(value.removeprefix(_ATTACH))
        if upload is not None:
            return _stored(context, upload, kind)
    if value.startswith(("http://", "https://")):
        # The sandbox fetches nothing from outside.
        raise bad_request("Failed to get HTTP URL content")
    file = context.world.files.by_id(value)
    if file is None:
        raise bad_request("Wrong file identifier/HTTP URL specified")
    _check_kind(file, kind)
    return file


def _check_kind(file: StoredFile, kind: Kind) -> None:
    actual = Kind.PHOTO if file.is_photo else Kind.DOCUMENT
    if actual is not kind:
        raise bad_request(f"Can't use file of type {actual.capitalize()} as {kind.capitalize()}")


def _stored(context: Context, upload: Upload, kind: Kind) -> StoredFile:
    files = context.world.files
    if kind is Kind.PHOTO:
        return files.add_photo(upload.content, name=upload.file_name)
    return files.add_document(upload.content, name=upload.file_name, mime_type=upload.mime_type)
