"""`/widget/`: the iframe's page, its script, the connector, and signing for the iframe."""

from __future__ import annotations

import base64
import re
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import hdrs, web
from pydantic import ConfigDict

from sandbox.posted import bad_request, posted
from sandbox.signer.authority import CannotSign
from sandbox.signer.mistakes import Mistake
from sandbox.signer.register import UnknownPerson
from sandbox.signer.sim import Wanted, signed_as_wanted
from sandbox.signer.widget.cloud import CloudKeys

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sandbox.signer.pages import Pages
    from sandbox.signer.register import Register
    from sandbox.signer.signing import Signing

_FOLDER = Path(__file__).parent
_ORIGIN = re.compile(r"http://(127\.0\.0\.1|localhost)(:[0-9]{1,5})?")
# SignAlgo of the keys that are not ECDSA
_ALGORITHMS = {Mistake.DSTU: 1, Mistake.RSA: 2}
_ECDSA = 3


class WantedByWidget(Wanted):
    model_config = ConfigDict(extra="forbid")

    sign_algo: int | None = None  # without one it is the key's own
    is_cloud: bool = False


class Widget:
    def __init__(self, register: Register, signing: Signing, pages: Pages) -> None:
        self._register = register
        self._signing = signing
        self._pages = pages
        self._cloud = CloudKeys(signing, pages)

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/widget/", self._frame),
            web.get("/widget/connector.js", _script("connector.js")),
            web.get("/widget/frame.js", _script("frame.js")),
            web.post("/widget/sign", self._sign),
            *self._cloud.routes(),
        ]

    def bot_settings(self, base: str) -> dict[str, str]:
        """`base` is the world's address."""
        return {
            "SIGN_WIDGET_URL": f"{base}/widget/",
            "SIGN_WIDGET_SCRIPT_URL": f"{base}/widget/connector.js",
        }

    async def _frame(self, request: web.Request) -> web.Response:
        """The page may be framed by the one that its address names, on this machine."""
        address = request.query.get("address", "")
        if not _ORIGIN.fullmatch(address):
            return self._pages.show(request, "nothing_to_sign.html", status=HTTPStatus.BAD_REQUEST)
        return self._pages.show(request, "widget.html", ancestors=address)

    async def _sign(self, request: web.Request) -> web.Response:
        wanted = await posted(request, WantedByWidget)
        if wanted.sign_algo not in {None, _ALGORITHMS.get(wanted.mistake, _ECDSA)}:
            raise bad_request("Цей ключ не має такого алгоритму")
        try:
            person = self._register.person(wanted.person_id)
            if wanted.is_cloud:
                return web.json_response({"operation": self._cloud.begin(request, wanted, person)})
            signed = await signed_as_wanted(self._signing, wanted, person)
        except (UnknownPerson, CannotSign, ValueError):
            raise bad_request("Цим ключем тут не підписати") from None
        return web.json_response({"signed_base64": base64.b64encode(signed).decode()})


def _script(name: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    headers = {
        hdrs.CONTENT_TYPE: "text/javascript; charset=utf-8",
        hdrs.CACHE_CONTROL: "no-store",
        "X-Content-Type-Options": "nosniff",
    }

    async def handler(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(_FOLDER / name, headers=headers)

    return handler
