"""The person's side of the chat over HTTP: `/sim/users`, `/sim/chats`, `/sim/calls`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.telegram import presenting
from sandbox.telegram.person import requests
from sandbox.telegram.person.inlining import Inlining
from sandbox.telegram.person.requests import Unacceptable, answering, read
from sandbox.telegram.person.screen import screen
from sandbox.telegram.person.speaking import Speaking
from sandbox.telegram.person.tapping import Tapping
from sandbox.telegram.update_queue import Lane

if TYPE_CHECKING:
    from sandbox.telegram.calls import CallLog
    from sandbox.telegram.model import Chat
    from sandbox.telegram.update_queue import UpdateQueue
    from sandbox.telegram.world import World


class Person:
    """Everything that a person does with a phone in the hand."""

    def __init__(self, world: World, updates: UpdateQueue, calls: CallLog) -> None:
        self._world = world
        self._updates = updates
        self._calls = calls
        self._speaking = Speaking(world, updates)
        self._tapping = Tapping(world, updates, self._speaking)
        self._inlining = Inlining(world, updates)

    def routes(self) -> list[web.AbstractRouteDef]:
        chat = "/sim/chats/{user_id}"
        return [
            web.post("/sim/users", answering(self.add_user)),
            web.get(chat, answering(self.look)),
            web.post(f"{chat}/messages", answering(self.send)),
            web.post(f"{chat}/taps", answering(self.tap)),
            web.post(f"{chat}/inline", answering(self.ask_inline)),
            web.get(f"{chat}/inline/{{query_id}}", answering(self.look_inline)),
            web.post(f"{chat}/inline/{{query_id}}/choice", answering(self.choose_inline)),
            web.post(f"{chat}/block", answering(self.block)),
            web.post(f"{chat}/deletions", answering(self.delete)),
            web.get("/sim/calls", answering(self.list_calls)),
        ]

    async def add_user(self, request: web.Request) -> dict[str, Any]:
        wanted = await read(request, requests.NewUser)
        user = self._world.add_user(wanted.first_name, wanted.language_code)
        return {"user_id": user.user_id}

    async def look(self, request: web.Request) -> dict[str, Any]:
        return screen(self._world, self._updates, self._chat(request))

    async def send(self, request: web.Request) -> dict[str, Any]:
        chat = self._chat(request)
        wanted = await read(request, requests.NewMessage)
        return {"message_id": self._speaking.send(chat, wanted)}

    async def tap(self, request: web.Request) -> dict[str, Any]:
        chat = self._chat(request)
        wanted = await read(request, requests.Tap)
        return self._tapping.tap(chat, wanted.button, wanted.message_id)

    async def ask_inline(self, request: web.Request) -> dict[str, Any]:
        chat = self._chat(request)
        wanted = await read(request, requests.Inline)
        return self._inlining.ask(chat, wanted.query, wanted.offset)

    async def look_inline(self, request: web.Request) -> dict[str, Any]:
        return self._inlining.look(request.match_info["query_id"])

    async def choose_inline(self, request: web.Request) -> dict[str, Any]:
        wanted = await read(request, requests.Choice)
        return self._inlining.choose(request.match_info["query_id"], wanted.result_id)

    async def block(self, request: web.Request) -> dict[str, Any]:
        chat = self._chat(request)
        wanted = await read(request, requests.Block)
        if chat.has_blocked != wanted.blocked:
            chat.has_blocked = wanted.blocked
            chat.changed()
            payload = self._membership(chat)
            self._updates.put(chat.user.user_id, Lane.MEMBERSHIP, "my_chat_member", payload)
        return {"blocked": chat.has_blocked}

    async def delete(self, request: web.Request) -> dict[str, Any]:
        """The person deletes a message for both sides; the bot is not told."""
        chat = self._chat(request)
        wanted = await read(request, requests.Deletion)
        message = chat.message(wanted.message_id)
        if message is None:
            raise Unacceptable(404, "There is no such message.")
        self._world.delete(chat, message)
        return {"message_id": wanted.message_id}

    async def list_calls(self, request: web.Request) -> dict[str, Any]:
        since = request.query.get("since", "0")
        if not since.isdigit():
            raise Unacceptable(400, "since is the number of a call.")
        return {"calls": self._calls.since(int(since))}

    def _chat(self, request: web.Request) -> Chat:
        user_id = request.match_info["user_id"]
        chat = self._world.chats.get(int(user_id)) if user_id.isdigit() else None
        if chat is None:
            raise Unacceptable(404, "There is no such user.")
        return chat

    def _membership(self, chat: Chat) -> dict[str, Any]:
        bot = presenting.bot_user(self._world)
        member = {"user": bot, "status": "member"}
        banned = {"user": bot, "status": "kicked", "until_date": 0}
        return {
            "chat": presenting.private_chat(chat.user),
            "from": presenting.user(chat.user),
            "date": int(self._world.clock.now().timestamp()),
            "old_chat_member": member if chat.has_blocked else banned,
            "new_chat_member": banned if chat.has_blocked else member,
        }
