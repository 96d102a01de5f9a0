"""Links that open the bot at one place."""

from __future__ import annotations

import re

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What Telegram lets through after `?start=` (reference/telegram.md §3)."""


def deep_link(username: str, payload: str) -> str:
    """Return the link to `payload`; raises ValueError for what Telegram would drop."""
    if not _PAYLOAD.fullmatch(payload):
        message = f"no deep link can carry {payload!r}"
        raise ValueError(message)
    return f"https://t.me/{username}?start={payload}"
