"""Composes the outside world: one web application with Telegram, ЕСОЗ, the page and `/sim`."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox import page
from sandbox.clock import SandboxClock
from sandbox.controls import Controls
from sandbox.esoz import Esoz
from sandbox.faults import Faults
from sandbox.signer import Signer
from sandbox.telegram import Telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HOST = "127.0.0.1"
BOT_TOKEN = "1000000001:SANDBOX-token-of-an-invented-bot-0001"  # noqa: S105 - opens nothing
_LARGEST_FILE = 50 * 1024**2


@dataclass(frozen=True)
class World:
    """The parts of the outside world, and the clock that they share.

    `doctors` is the size of the directory; it is made when it is first asked for.
    """

    doctors: int = 2000
    clock: SandboxClock = field(default_factory=SandboxClock)
    faults: Faults = field(default_factory=Faults)
    telegram: Telegram = field(init=False)
    esoz: Esoz = field(init=False)
    signer: Signer = field(init=False)
    controls: Controls = field(init=False)

    def __post_init__(self) -> None:
        telegram = Telegram(clock=self.clock, faults=self.faults, token=BOT_TOKEN)
        object.__setattr__(self, "telegram", telegram)
        esoz = Esoz(clock=self.clock, faults=self.faults, doctors=self.doctors)
        object.__setattr__(self, "esoz", esoz)
        signer = Signer(clock=self.clock, faults=self.faults, people=esoz.people)
        object.__setattr__(self, "signer", signer)
        object.__setattr__(self, "controls", Controls(clock=self.clock, faults=self.faults))

    def application(self) -> web.Application:
        application = web.Application(client_max_size=_LARGEST_FILE)
        for part in (self.telegram, self.esoz, self.signer, self.controls):
            application.router.add_routes(part.routes())
        application.router.add_routes(page.routes())
        return application

    def register_redirect(self, public_url: str) -> None:
        """Let ЕСОЗ send people back to the bot whose pages are at `public_url`."""
        self.esoz.pis.register_redirect(f"{public_url.rstrip('/')}/oauth/callback")

    def bot_settings(self, port: int) -> dict[str, str]:
        """Return the environment for a bot that lives in this world."""
        base = f"http://{HOST}:{port}"
        return {
            "TELEGRAM_BOT_TOKEN": BOT_TOKEN,
            "TELEGRAM_API_URL": f"{base}/telegram",
            "ESOZ_API_URL": f"{base}/esoz",
            "ESOZ_API_KEY": self.esoz.api_key,
            "ESOZ_REFERRAL_TOKEN": self.esoz.referral_token,
            **self.esoz.pis.bot_settings(base),
            **self.signer.bot_settings(base),
        }


@asynccontextmanager
async def serving(world: World, port: int) -> AsyncIterator[int]:
    """Serve the world on loopback; gives the port, which is a free one for `port` 0."""
    runner = web.AppRunner(world.application(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await world.telegram.close()
        await world.signer.close()
        await runner.cleanup()
