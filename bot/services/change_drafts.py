"""Keeps the draft of a change for an hour, in a form that a new version still reads."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from bot.domain.cabinet import UploadLink
from bot.domain.cabinet.change import ChangeDraft, Question, Topic
from bot.services.my_data_ports import DraftKind

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.my_data_ports import Drafts

KEPT_FOR: Final = timedelta(hours=1)


class ChangeDrafts:
    def __init__(self, *, drafts: Drafts, clock: Clock) -> None:
        self._drafts = drafts
        self._clock = clock

    async def find(self, telegram_id: int) -> ChangeDraft | None:
        content = await self._drafts.get(telegram_id, DraftKind.CHANGE, self._clock.now())
        return _read(content) if content else None

    async def keep(self, telegram_id: int, draft: ChangeDraft) -> None:
        """Store; the hour begins anew."""
        expires_at = self._clock.now() + KEPT_FOR
        await self._drafts.put(telegram_id, DraftKind.CHANGE, _written(draft), expires_at)

    async def drop(self, telegram_id: int) -> None:
        await self._drafts.remove(telegram_id, DraftKind.CHANGE)


def _written(draft: ChangeDraft) -> bytes:
    fields = {
        "session": draft.session_id,
        "answers": dict(draft.answers),
        "topic": draft.topic,
        "request": draft.request_id,
        "uploads": [[link.type, link.url] for link in draft.uploads],
    }
    return json.dumps(fields).encode()


def _read(content: bytes) -> ChangeDraft:
    fields: dict[str, Any] = json.loads(content)
    known = {question.value for question in Question}
    answers = {Question(name): given for name, given in fields["answers"].items() if name in known}
    return ChangeDraft(
        session_id=fields["session"],
        answers=answers,
        topic=Topic(fields["topic"]) if fields["topic"] else None,
        request_id=fields["request"],
        uploads=tuple(UploadLink(kind, url) for kind, url in fields["uploads"]),
    )
