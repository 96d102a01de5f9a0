"""Puts Дія together: API, app, callback, and the scripts' way to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.signer.diia.access import ACQUIRER_TOKEN, AUTH_TOKEN
from sandbox.signer.diia.api import Api
from sandbox.signer.diia.app_page import AppPage
from sandbox.signer.diia.branches import BRANCH_ID, OFFER_ID
from sandbox.signer.diia.callback import Callback
from sandbox.signer.diia.offer_requests import OfferRequests
from sandbox.signer.diia.person import PersonInApp
from sandbox.signer.diia.sim import Sim

if TYPE_CHECKING:
    from aiohttp import web

    from sandbox.clock import SandboxClock
    from sandbox.faults import Faults
    from sandbox.signer.pages import Pages
    from sandbox.signer.register import Register
    from sandbox.signer.signing import Signing


class Diia:
    def __init__(
        self,
        *,
        clock: SandboxClock,
        faults: Faults,
        register: Register,
        signing: Signing,
        pages: Pages,
    ) -> None:
        requests = OfferRequests(clock)
        self.callback = Callback(clock)
        person = PersonInApp(signing, self.callback)
        self.api = Api(clock, faults, requests)
        self._parts = (
            self.api,
            AppPage(requests, person, register, pages),
            Sim(requests, person, self.callback, register),
        )

    def routes(self) -> list[web.AbstractRouteDef]:
        return [route for part in self._parts for route in part.routes()]

    def bot_settings(self, base: str) -> dict[str, str]:
        """`base` is the world's address."""
        return {
            "DIIA_API_URL": f"{base}/diia",
            "DIIA_ACQUIRER_TOKEN": ACQUIRER_TOKEN,
            "DIIA_AUTH_TOKEN": AUTH_TOKEN,
            "DIIA_BRANCH_ID": BRANCH_ID,
            "DIIA_OFFER_ID": OFFER_ID,
        }

    async def close(self) -> None:
        await self.callback.close()
