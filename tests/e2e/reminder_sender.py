"""A process that sends reminders and does nothing else: `reminder_sender.py` ends by a kill."""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.config import read_settings
from bot.db.engine import create_engine
from bot.domain.clock import SystemClock
from bot.reminder_parts import reminder_parts

_TICK_SECONDS = 1


async def main() -> None:
    settings, clock = read_settings(), SystemClock()
    engine = create_engine(settings.database_url)
    server = TelegramAPIServer.from_base(str(settings.telegram_api_url).rstrip("/"))
    bot = Bot(settings.telegram_bot_token.get_secret_value(), session=AiohttpSession(api=server))
    ticks = reminder_parts(settings, engine, bot, clock).ticks
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        await ticks.send()
        await clock.sleep(_TICK_SECONDS)


if __name__ == "__main__":
    asyncio.run(main())
