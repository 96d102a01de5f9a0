"""The Bot API over HTTP: tokens, envelopes, downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.telegram.incoming import from_request
from sandbox.telegram.mishaps import refused
from sandbox.telegram.refusal import Refusal

if TYPE_CHECKING:
    from sandbox.telegram.caller import Caller
    from sandbox.telegram.mishaps import Mishaps
    from sandbox.telegram.world import World


class Gateway:
    """Answers as api.telegram.org does, errors included."""

    def __init__(self, world: World, caller: Caller, mishaps: Mishaps) -> None:
        self._world = world
        self._caller = caller
        self._mishaps = mishaps

    def routes(self) -> list[web.AbstractRouteDef]:
        call = "/telegram/bot{token}/{method}"
        return [
            web.get("/telegram/file/bot{token}/{path:.+}", self.download),
            web.get(call, self.call),
            web.post(call, self.call),
            web.route("*", "/telegram/{rest:.*}", self.nothing_here),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        try:
            return await self._call(request)
        except Refusal as refusal:
            return refused(refusal)

    async def download(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request)
        except Refusal as refusal:
            return refused(refusal)
        file = self._world.files.by_path(request.match_info["path"])
        if file is None:
            return refused(Refusal(404, "Not Found"))
        headers = {"X-Content-Type-Options": "nosniff"}
        if not file.is_photo:
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=file.content, content_type=file.mime_type, headers=headers)

    async def nothing_here(self, _request: web.Request) -> web.Response:
        return refused(Refusal(404, "Not Found"))

    async def _call(self, request: web.Request) -> web.StreamResponse:
        self._check_token(request)
        name, _function = self._caller.find(request.match_info["method"])
        arguments = await from_request(request)
        mishap = await self._mishaps.meet(name, request)
        if mishap is None:
            answer = web.json_response(await self._caller.call(name, arguments))
            return await self._mishaps.withhold(request, answer)
        self._caller.record(name, arguments, mishap.description)
        return mishap.response

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not _is_well_formed(token):
            raise Refusal(401, "Unauthorized: invalid token specified")
        if token != self._world.token:
            raise Refusal(401, "Unauthorized")


def _is_well_formed(token: str) -> bool:
    """As ClientManager.cpp looks at a token before it asks anybody."""
    number, colon, secret = token.partition(":")
    return bool(number.isdigit() and not number.startswith("0") and colon and secret)
