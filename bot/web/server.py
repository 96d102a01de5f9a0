"""The bot's own web server: Telegram's webhook, health, metrics, and the signing pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from aiohttp import web
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.web.webhook import Webhook

WEBHOOK_PATH = "/telegram"


class Store(Protocol):
    """What the bot cannot work without."""

    @property
    def name(self) -> str: ...

    async def ping(self) -> None:
        """Raise Unavailable when it does not answer."""
        ...


def web_application(
    stores: Sequence[Store], webhook: Webhook | None, pages: Iterable[web.AbstractRouteDef] = ()
) -> web.Application:
    """Return the pages; without `webhook` there is none, as with polling."""
    application = web.Application(client_max_size=1024**2)

    async def health(_request: web.Request) -> web.Response:
        for store in stores:
            try:
                await store.ping()
            except Unavailable:
                status = f"{store.name} does not answer"
                return web.json_response({"status": status}, status=503)
        return web.json_response({"status": "ok"})

    application.router.add_get("/health", health)
    application.router.add_get("/metrics", _metrics)
    if webhook:
        application.router.add_post(WEBHOOK_PATH, webhook.receive)
    application.router.add_routes(pages)
    return application


async def _metrics(_request: web.Request) -> web.Response:
    return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})
