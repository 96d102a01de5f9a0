"""The files that Telegram keeps, and its limits for them."""

from __future__ import annotations

import io
import secrets
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError

from sandbox.telegram.model import StoredFile
from sandbox.telegram.refusal import Refusal, bad_request

MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_PHOTO_SIDES = 10_000
MAX_PHOTO_RATIO = 20


class FileStore:
    """Files by their id and by their download path; all in memory."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        return next((file for file in self._by_id.values() if file.path == path), None)

    def add_document(self, content: bytes, *, name: str, mime_type: str) -> StoredFile:
        _check_upload(content)
        return self._add("documents", content, name, mime_type)

    def add_photo(self, content: bytes, *, name: str) -> StoredFile:
        """Raises `Refusal` for what is no picture or breaks the limits of a photo."""
        _check_upload(content)
        if len(content) > MAX_PHOTO_BYTES:
            raise bad_request(
                f"File of size {len(content)} bytes is too big for a photo; "
                f"the maximum size is {MAX_PHOTO_BYTES} bytes"
            )
        width, height, mime_type = _measure(content)
        return self._add("photos", content, name, mime_type, (width, height))

    def _add(
        self,
        folder: str,
        content: bytes,
        name: str,
        mime_type: str,
        sides: tuple[int, int] = (0, 0),
    ) -> StoredFile:
        number = len(self._by_id)
        file = StoredFile(
            file_id=f"{folder[:3]}{secrets.token_urlsafe(24)}",
            unique_id=f"AQAD{secrets.token_urlsafe(8)}",
            path=f"{folder}/file_{number}{PurePosixPath(name).suffix}",
            name=name,
            mime_type=mime_type,
            content=content,
            width=sides[0],
            height=sides[1],
        )
        self._by_id[file.file_id] = file
        return file


def _check_upload(content: bytes) -> None:
    if not content:
        raise bad_request("File must be non-empty")
    if len(content) > MAX_UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large")


def _measure(content: bytes) -> tuple[int, int, str]:
    """Width, height and media type of a picture."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            width, height = image.size
            mime_type = Image.MIME.get(image.format or "", "image/jpeg")
    except (UnidentifiedImageError, OSError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    is_long = max(width, height) > MAX_PHOTO_RATIO * min(width, height)
    if width + height > MAX_PHOTO_SIDES or is_long:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height, mime_type
