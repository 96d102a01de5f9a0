"""A draft while its answers are waited for: it names doctors, so it is stored encrypted."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, time
from typing import TYPE_CHECKING, Protocol

from bot.domain.reminders.draft import VisitDraft

if TYPE_CHECKING:

    class Cipher(Protocol):
        def seal(self, plain: bytes) -> bytes: ...

        def unseal(self, sealed: bytes) -> bytes:
            """Raises Unreadable."""
            ...


class DraftSeal:
    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher

    def seal(self, draft: VisitDraft) -> str:
        """Return what a conversation's storage may hold."""
        values = asdict(draft)
        values["day"] = draft.day.isoformat() if draft.day else None
        values["at"] = draft.at.isoformat() if draft.at else None
        return self._cipher.seal(json.dumps(values).encode()).decode()

    def unseal(self, sealed: str) -> VisitDraft:
        """Raises Unreadable."""
        values = json.loads(self._cipher.unseal(sealed.encode()))
        values["day"] = date.fromisoformat(values["day"]) if values["day"] else None
        values["at"] = time.fromisoformat(values["at"]) if values["at"] else None
        return VisitDraft(**values)
