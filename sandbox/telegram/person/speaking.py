"""The person sends a message."""

from __future__ import annotations

import base64
import binascii
import io
import mimetypes
from typing import TYPE_CHECKING, Any

from PIL import Image

from sandbox.telegram import presenting
from sandbox.telegram.methods.texts import MAX_TEXT
from sandbox.telegram.model import Chat, Kind, Message
from sandbox.telegram.parsing import parse
from sandbox.telegram.person.requests import Unacceptable
from sandbox.telegram.refusal import Refusal
from sandbox.telegram.update_queue import Lane

if TYPE_CHECKING:
    from sandbox.telegram.model import StoredFile
    from sandbox.telegram.person.requests import Document, NewMessage
    from sandbox.telegram.update_queue import UpdateQueue
    from sandbox.telegram.world import World

_PHOTO_SIDES = (640, 480)


class Speaking:
    def __init__(self, world: World, updates: UpdateQueue) -> None:
        self._world = world
        self._updates = updates

    def send(self, chat: Chat, wanted: NewMessage) -> int:
        """Put the message into the chat and queue its update; the message's id.

        Raises `Unacceptable` 400.
        """
        if chat.has_blocked:
            raise Unacceptable(400, "The person has blocked the bot: unblock it first.")
        try:
            content = self._content(chat, wanted)
        except Refusal as refusal:
            raise Unacceptable(400, f"{refusal.description}.") from None
        return self._post(chat, is_forwarded=wanted.forward, **content)

    def say(self, chat: Chat, text: str) -> int:
        """Send plain text, as a button of the reply keyboard does."""
        return self._post(chat, text=parse(text))

    def share_location(self, chat: Chat, latitude: float, longitude: float) -> int:
        return self._post(chat, **_location(latitude, longitude))

    def share_contact(self, chat: Chat, phone_number: str) -> int:
        return self._post(chat, **_contact(chat, phone_number))

    def _post(self, chat: Chat, **content: Any) -> int:  # noqa: ANN401 - the fields of Message
        message = Message(
            message_id=self._world.new_message_id(),
            is_from_bot=False,
            sent_at=self._world.clock.now(),
            **content,
        )
        chat.is_started = True
        self._world.post(chat, message)
        payload = presenting.message(self._world, chat, message)
        self._updates.put(chat.user.user_id, Lane.MESSAGES, "message", payload)
        return message.message_id

    def _content(self, chat: Chat, wanted: NewMessage) -> dict[str, Any]:
        contents = (wanted.text, wanted.location, wanted.contact, wanted.document)
        given = [content for content in contents if content is not None]
        if len(given) + wanted.photo != 1:
            raise Unacceptable(400, "Send one of text, location, contact, photo, document.")
        if wanted.text is not None:
            return _text(wanted.text)
        if wanted.location is not None:
            return _location(wanted.location.latitude, wanted.location.longitude)
        if wanted.contact is not None:
            return _contact(chat, wanted.contact.phone_number)
        if wanted.document is not None:
            return {"kind": Kind.DOCUMENT, "file": self._document(wanted.document)}
        return {"kind": Kind.PHOTO, "file": self._photo()}

    def _document(self, document: Document) -> StoredFile:
        try:
            content = base64.b64decode(document.base64, validate=True)
        except binascii.Error:
            raise Unacceptable(400, "document.base64 is not base64.") from None
        mime_type = mimetypes.guess_type(document.file_name)[0] or "application/octet-stream"
        return self._world.files.add_document(
            content, name=document.file_name, mime_type=mime_type
        )

    def _photo(self) -> StoredFile:
        """A plain grey picture: what is on it does not matter here."""
        buffer = io.BytesIO()
        Image.new("RGB", _PHOTO_SIDES, "grey").save(buffer, "JPEG")
        return self._world.files.add_photo(buffer.getvalue(), name="photo.jpg")


def _text(text: str) -> dict[str, Any]:
    formatted = parse(text)
    if formatted.is_blank():
        raise Unacceptable(400, "The text is empty.")
    if len(formatted.text) > MAX_TEXT:
        raise Unacceptable(400, f"A message holds at most {MAX_TEXT} characters.")
    return {"text": formatted}


def _location(latitude: float, longitude: float) -> dict[str, Any]:
    point = {"latitude": latitude, "longitude": longitude}
    return {"kind": Kind.LOCATION, "place": {"location": point}}


def _contact(chat: Chat, phone_number: str) -> dict[str, Any]:
    """The person's own contact: a stranger's would have another `user_id`."""
    contact = {
        "phone_number": phone_number,
        "first_name": chat.user.first_name,
        "user_id": chat.user.user_id,
    }
    return {"kind": Kind.CONTACT, "place": {"contact": contact}}
