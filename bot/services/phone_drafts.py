"""Keeps a change of phone while its code is on the way."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.domain.cabinet.phone_change import PhoneChange
from bot.services.change_drafts import KEPT_FOR
from bot.services.my_data_ports import DraftKind

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.my_data_ports import Drafts


class PhoneDrafts:
    def __init__(self, *, drafts: Drafts, clock: Clock) -> None:
        self._drafts = drafts
        self._clock = clock

    async def find(self, telegram_id: int) -> PhoneChange | None:
        content = await self._drafts.get(telegram_id, DraftKind.PHONE, self._clock.now())
        if content is None:
            return None
        fields: dict[str, Any] = json.loads(content)
        sent_until = datetime.fromtimestamp(fields.pop("expires_at"), UTC)
        return PhoneChange(**fields, expires_at=sent_until)

    async def keep(self, telegram_id: int, change: PhoneChange) -> None:
        fields = {
            "session_id": change.session_id,
            "request_id": change.request_id,
            "phone": change.phone,
            "sent_to": change.sent_to,
            "tries_left": change.tries_left,
            "expires_at": change.expires_at.timestamp(),
        }
        expires_at = self._clock.now() + KEPT_FOR
        await self._drafts.put(
            telegram_id, DraftKind.PHONE, json.dumps(fields).encode(), expires_at
        )

    async def drop(self, telegram_id: int) -> None:
        await self._drafts.remove(telegram_id, DraftKind.PHONE)
