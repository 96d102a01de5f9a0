"""Telegram's limits on sending, where a test or a measurement turns them on.

30 messages a second over all chats and one a second in a chat (core.telegram.org/bots/faq).
Telegram lets short bursts pass; here nothing passes, so that a sender has to be right.
"""

from __future__ import annotations

import json
import time
from collections import deque

from aiohttp import web

from sandbox.telegram.refusal import too_many_requests

MOST_A_SECOND = 30
_SECOND = 1.0
_CHAT_ACTION = "sendChatAction"


class FloodLimit:
    """Off until turned on; `sent_at` are the monotonic times of what it let pass."""

    def __init__(self) -> None:
        self.is_on = False
        self.sent_at: list[float] = []
        self.refused = 0
        self._lately: deque[float] = deque()
        self._in_chats: dict[str, float] = {}

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.post("/sim/flood", self._switch)]

    def check(self, method: str, chat_id: str) -> None:
        """Count a message that is about to be sent. Raises `Refusal` 429."""
        if not self.is_on or not method.startswith("send") or method == _CHAT_ACTION:
            return
        now = time.monotonic()
        while self._lately and self._lately[0] <= now - _SECOND:
            self._lately.popleft()
        is_too_soon = now - self._in_chats.get(chat_id, now - _SECOND) < _SECOND
        if len(self._lately) >= MOST_A_SECOND or is_too_soon:
            self.refused += 1
            raise too_many_requests(1)
        self._lately.append(now)
        self._in_chats[chat_id] = now
        self.sent_at.append(now)

    async def _switch(self, request: web.Request) -> web.Response:
        wanted = json.loads(await request.read() or b"{}")
        if not isinstance(wanted, dict) or not isinstance(wanted.get("on"), bool):
            error = json.dumps({"error": "give on: true or false"})
            raise web.HTTPBadRequest(text=error, content_type="application/json")
        self.is_on = wanted["on"]
        return web.json_response({"on": self.is_on})
