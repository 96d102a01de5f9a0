"""A reminder in the patient's words while its answers are waited for: stored encrypted."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, time
from typing import TYPE_CHECKING

from bot.domain.reminders import Every
from bot.domain.reminders.own_draft import OwnDraft

if TYPE_CHECKING:
    from bot.services.draft_seal import Cipher


class OwnDraftSeal:
    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher

    def seal(self, draft: OwnDraft) -> str:
        """Return what a conversation's storage may hold."""
        values = asdict(draft) | {"weekdays": sorted(draft.weekdays)}
        for name in ("day", "at", "until"):
            values[name] = values[name].isoformat() if values[name] else None
        return self._cipher.seal(json.dumps(values).encode()).decode()

    def unseal(self, sealed: str) -> OwnDraft:
        """Raises Unreadable."""
        values = json.loads(self._cipher.unseal(sealed.encode()))
        for name, kind in (("day", date), ("at", time), ("until", date)):
            values[name] = kind.fromisoformat(values[name]) if values[name] else None
        values["every"] = Every(values["every"]) if values["every"] else None
        return OwnDraft(**values | {"weekdays": frozenset(values["weekdays"])})
