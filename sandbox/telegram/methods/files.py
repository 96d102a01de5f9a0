"""The method that prepares a file for download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.telegram import presenting
from sandbox.telegram.files import MAX_DOWNLOAD_BYTES
from sandbox.telegram.methods.registry import method
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.context import Context


@method("getFile")
async def get_file(context: Context, arguments: Arguments) -> object:
    file = context.world.files.by_id(arguments.text("file_id"))
    if file is None:
        raise bad_request("Wrong file_id or the file is temporarily unavailable")
    if file.size > MAX_DOWNLOAD_BYTES:
        raise bad_request("File is too big")
    return presenting.file(file) | {"file_path": file.path}
