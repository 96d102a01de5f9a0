"""Takes updates, by webhook or polling, beside the bot's own web pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.fsm.storage.redis import RedisStorage
from aiohttp import web

from bot.db.repositories.health import DatabaseHealth, RedisHealth
from bot.polling import ALLOWED_UPDATES, Polling
from bot.start_failures import blaming_port, blaming_telegram
from bot.supervisor import Supervisor
from bot.web.server import WEBHOOK_PATH, web_application
from bot.web.webhook import Webhook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AsyncExitStack

    from aiogram import Bot, Dispatcher
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.config import Settings
    from bot.domain.clock import Clock
    from bot.web.server import Store

_LAST_WORK_SECONDS = 8.0
"""How long a stop waits for what is in flight; Docker ends a process after 10."""


async def listen(
    settings: Settings,
    engine: AsyncEngine,
    bot: Bot,
    dispatcher: Dispatcher,
    clock: Clock,
    stack: AsyncExitStack,
    pages: Iterable[web.AbstractRouteDef] = (),
) -> int:
    """Start taking updates, by webhook or polling; return the port of the web server."""
    secret = settings.webhook_secret if settings.webhook_url else None
    webhook = Webhook(bot, dispatcher, secret.get_secret_value()) if secret else None
    application = web_application(_stores(engine, dispatcher), webhook, pages)
    port = await _serve_web(settings, application, stack)
    with blaming_telegram():
        if secret:
            await bot.set_webhook(
                f"{str(settings.webhook_url).rstrip('/')}{WEBHOOK_PATH}",
                secret_token=secret.get_secret_value(),
                allowed_updates=ALLOWED_UPDATES,
            )
        else:
            await bot.delete_webhook()
            _poll(bot, dispatcher, clock, stack)
    return port


def _stores(engine: AsyncEngine, dispatcher: Dispatcher) -> list[Store]:
    stores: list[Store] = [DatabaseHealth(engine)]
    if isinstance(dispatcher.storage, RedisStorage):
        stores.append(RedisHealth(dispatcher.storage.redis))
    return stores


async def _serve_web(settings: Settings, pages: web.Application, stack: AsyncExitStack) -> int:
    """Return the port, which is a free one where 0 is wanted."""
    runner = web.AppRunner(pages, access_log=None, shutdown_timeout=_LAST_WORK_SECONDS)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    with blaming_port(settings.web_host, settings.web_port):
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    return int(runner.addresses[0][1])


def _poll(bot: Bot, dispatcher: Dispatcher, clock: Clock, stack: AsyncExitStack) -> None:
    """Take updates by polling; at the end no more are fetched, and the last ones finished."""
    fetching, handling = Supervisor(), Supervisor()
    stack.push_async_callback(handling.drain, _LAST_WORK_SECONDS)
    stack.push_async_callback(fetching.close)
    fetching.start("polling", Polling(bot, dispatcher, handling=handling, clock=clock).run())
