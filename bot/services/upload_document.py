"""A patient sends the picture of a document: it goes on to ЕСОЗ and is kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.domain.cabinet.change import ChangeDraft
from bot.domain.cabinet.change.refusals import DraftGone, NotAPicture

if TYPE_CHECKING:
    from bot.services.cabinet_ports import PersonCabinet
    from bot.services.change_desk import Change, ChangeDesk

MOST_BYTES: Final = 10 * 1024 * 1024
"""ЕСОЗ takes one page, image/jpeg, of at most 10 MB (esoz.md §5.3)."""
_JPEG: Final = b"\xff\xd8\xff"


class UploadDocument:
    def __init__(self, *, desk: ChangeDesk, cabinet: PersonCabinet) -> None:
        self._desk = desk
        self._cabinet = cabinet

    async def begin_copies(self, *, telegram_id: int) -> Change:
        """Ask ЕСОЗ which copies it waits for without a change of data; there may be none."""
        change = await self._desk.begun(telegram_id)
        uploads = await self._cabinet.missing_documents(change.acting)
        draft = ChangeDraft(change.acting.session_id, uploads=uploads)
        return await self._desk.keep(change, draft)

    async def __call__(self, *, telegram_id: int, picture: bytes) -> Change:
        """Pass the picture of the document that is waited for; the next one is waited for then.

        After the last copy without a change of data, ЕСОЗ says whether it has them all. Raises
        DraftGone when none is, NotAPicture, and all that the cabinet raises.
        """
        change = await self._desk.under_way(telegram_id)
        if not change.draft.uploads:
            raise DraftGone
        if not picture.startswith(_JPEG) or len(picture) > MOST_BYTES:
            raise NotAPicture
        link = change.draft.uploads[0]
        await self._cabinet.upload_document(link, picture)
        draft = change.draft.uploaded(link)
        if not draft.uploads and not draft.request_id:
            missing = await self._cabinet.complete_documents(change.acting)
            draft = replace(draft, uploads=missing)
        return await self._desk.keep(change, draft)
