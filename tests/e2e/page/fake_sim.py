"""The sandbox's JSON API played for the page's tests: what it answers, and what it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

USER = 123


@dataclass
class FakeSim:
    """Answers from its public fields, and keeps every POST and DELETE in `asked`."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    keyboard: list[list[dict[str, Any]]] = field(default_factory=list)
    alerts: list[dict[str, Any]] = field(default_factory=list)
    outbox: list[dict[str, Any]] = field(default_factory=list)
    referrals: list[dict[str, Any]] = field(default_factory=list)
    people: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    is_typing: bool = False
    now: str = "2026-11-22T15:42:00+00:00"
    tap_answer: dict[str, Any] = field(default_factory=dict)
    desk_refusal: str | None = None
    users: set[int] = field(default_factory=lambda: {USER})
    version: int = 1
    asked: list[tuple[str, str, Any]] = field(default_factory=list)

    def show(self, *messages: dict[str, Any]) -> None:
        """Let the chat hold exactly these messages from now on."""
        self.messages = list(messages)
        self.version += 1

    def bodies(self, method: str, path: str) -> list[Any]:
        """What was sent to one call, oldest first."""
        return [body for asked, at, body in self.asked if (asked, at) == (method, path)]

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.post("/sim/users", self._new_user),
            web.get("/sim/chats/{user}", self._chat),
            web.post("/sim/chats/{user}/messages", self._say),
            web.post("/sim/chats/{user}/taps", self._tap),
            web.get("/sim/outbox", self._listed("outbox", "messages")),
            web.get("/sim/referrals", self._listed("referrals", "referrals")),
            web.get("/sim/people", self._listed("people", "people")),
            web.post("/sim/desk/referrals/{number}", self._desk),
            web.get("/sim/clock", self._clock),
            web.post("/sim/clock", self._move_clock),
            web.post("/sim/faults", self._fault),
            web.delete("/sim/faults", self._fault),
            web.get("/files/{name}", self._file),
        ]

    async def _note(self, request: web.Request) -> Any:
        body = await request.json() if request.can_read_body else None
        self.asked.append((request.method, request.path, body))
        return body

    async def _new_user(self, request: web.Request) -> web.Response:
        await self._note(request)
        user = USER + len(self.users)
        self.users.add(user)
        return web.json_response({"user_id": user})

    async def _chat(self, request: web.Request) -> web.Response:
        if request.match_info["user"] not in {str(user) for user in self.users}:
            return web.json_response({"error": "no such user"}, status=404)
        chat = {
            "messages": self.messages,
            "keyboard": self.keyboard,
            "pending": 0,
            "typing": self.is_typing,
            "alerts": self.alerts,
            "version": self.version,
        }
        return web.json_response(chat)

    async def _say(self, request: web.Request) -> web.Response:
        body = await self._note(request)
        self.show(*self.messages, said(500 + len(self.messages), body.get("text", "")))
        return web.json_response({})

    async def _tap(self, request: web.Request) -> web.Response:
        await self._note(request)
        return web.json_response(self.tap_answer)

    async def _desk(self, request: web.Request) -> web.Response:
        await self._note(request)
        if self.desk_refusal:
            return web.json_response({"error": {"message": self.desk_refusal}}, status=409)
        service = {"status": "active", "program_processing_status": "in_progress"}
        number = request.match_info["number"]
        return web.json_response({"number": number, "services": [service]})

    async def _clock(self, _request: web.Request) -> web.Response:
        return web.json_response({"now": self.now})

    async def _move_clock(self, request: web.Request) -> web.Response:
        body = await self._note(request)
        self.now = body.get("set", self.now)
        return web.json_response({"now": self.now})

    async def _fault(self, request: web.Request) -> web.Response:
        await self._note(request)
        return web.json_response({})

    async def _file(self, request: web.Request) -> web.Response:
        mime_type, content = self.files[request.match_info["name"]]
        return web.Response(body=content, content_type=mime_type)

    def _listed(self, attribute: str, name: str) -> Any:
        async def handler(_request: web.Request) -> web.Response:
            return web.json_response({name: getattr(self, attribute)})

        return handler


def message(message_id: int, html: str, **more: Any) -> dict[str, Any]:
    """A message from the bot as GET /sim/chats/{id} shows it."""
    plain = {
        "message_id": message_id,
        "from": "bot",
        "text": html,
        "html": html,
        "kind": "text",
        "buttons": [],
        "edited": False,
        "deleted": False,
        "at": "2026-11-22T15:40:00+00:00",
    }
    return plain | more


def said(message_id: int, text: str) -> dict[str, Any]:
    """A message from the person."""
    return message(message_id, text) | {"from": "user"}
