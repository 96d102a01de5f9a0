"""Telegram's door: an update comes in, and 200 goes out when it is handled, not sooner.

aiogram's own handler says 200 after 55 seconds whatever happens, closes the bot's session under
the updates that are still being handled at a shutdown, and logs what its errors quote.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import TYPE_CHECKING

import structlog
from aiohttp import web

from bot.clients.incoming import read_update
from bot.clients.telegram import TELEGRAM_OUTAGE

if TYPE_CHECKING:
    from aiogram import Bot, Dispatcher
    from aiogram.types import Update

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Webhook:
    """Whatever is not answered with 200 is brought again by Telegram, for a day."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, secret: str) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._secret = secret.encode()

    async def receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not compare_digest(given.encode(errors="surrogateescape"), self._secret):
            return web.Response(status=401)
        update = read_update(await request.read(), self._bot)
        return await self._handled(update) if update else web.Response()

    async def _handled(self, update: Update) -> web.Response:
        try:
            await self._dispatcher.feed_update(self._bot, update)
        except TELEGRAM_OUTAGE as refusal:
            log.warning("answer cannot be sent", update_id=update.update_id, exc_info=refusal)
            return web.Response(status=503)
        return web.Response()
