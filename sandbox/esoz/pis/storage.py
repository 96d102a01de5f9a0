"""The file storage of ЕСОЗ: signed addresses that take an upload or give a file for a while."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sandbox.clock import SandboxClock
    from sandbox.esoz.gateway import Gateway

_PATH = "/esoz/storage"
_LIVES = timedelta(minutes=30)  # not published
_LARGEST = 10 * 1024**2  # MIS:1179
_JPEG = b"\xff\xd8\xff"


@dataclass
class Place:
    """Where one file goes or lies; `on_upload` hears of what came."""

    until: datetime
    content: bytes | None
    on_upload: Callable[[], None] | None = None


class Storage:
    """An address is known by its unguessable end; no key and no token is asked for."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._places: dict[str, Place] = {}

    def routes(self, gateway: Gateway) -> list[web.AbstractRouteDef]:
        """Behind the gateway's faults, so that an upload can fail."""
        return [
            web.get(f"{_PATH}/{{key}}", gateway.behind(self._give)),
            web.put(f"{_PATH}/{{key}}", gateway.behind(self._take)),
        ]

    def offer(self, request: web.Request, content: bytes) -> str:
        """An address at which `content` can be read."""
        return self._address(request, Place(self._clock.now() + _LIVES, content))

    def expect(self, request: web.Request, on_upload: Callable[[], None]) -> str:
        """An address to which one picture can be PUT."""
        return self._address(request, Place(self._clock.now() + _LIVES, None, on_upload))

    def _address(self, request: web.Request, place: Place) -> str:
        key = secrets.token_urlsafe(24)
        self._places[key] = place
        return f"{request.url.origin()}{_PATH}/{key}"

    async def _give(self, request: web.Request) -> web.Response:
        place = self._place(request)
        if place.content is None:
            raise web.HTTPNotFound
        return web.Response(body=place.content, content_type="application/octet-stream")

    async def _take(self, request: web.Request) -> web.Response:
        place = self._place(request)
        content = await request.read()
        if place.on_upload is None:
            raise web.HTTPForbidden
        if len(content) > _LARGEST:
            raise web.HTTPRequestEntityTooLarge(_LARGEST, len(content))
        if request.content_type != "image/jpeg" or not content.startswith(_JPEG):
            raise web.HTTPUnsupportedMediaType
        place.content = content
        place.on_upload()
        return web.Response(status=HTTPStatus.OK)

    def _place(self, request: web.Request) -> Place:
        place = self._places.get(request.match_info["key"])
        if place is None or place.until <= self._clock.now():
            raise web.HTTPForbidden
        return place
