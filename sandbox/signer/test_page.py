"""`/signer`: the test signer, where a person signs as one of the invented people.

The bot's page leads here by a form with `content_base64` and `return_url`; the browser goes back
with a form that has `signed_base64` (CMS with the document inside) or `refused`, and every other
field as it was given.
"""

from __future__ import annotations

import base64
from binascii import Error
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.signer.authority import CannotSign
from sandbox.signer.mistakes import Mistake
from sandbox.signer.pages import is_on_this_machine, remember
from sandbox.signer.register import UnknownPerson

if TYPE_CHECKING:
    from sandbox.signer.pages import Pages
    from sandbox.signer.register import Register
    from sandbox.signer.signing import Signing

_OWN_FIELDS = {"content_base64", "return_url", "person_id", "mistake", "action"}
_SHOWN = 4000


class TestSigner:
    __test__ = False  # pytest takes every class that begins so

    def __init__(self, register: Register, signing: Signing, pages: Pages) -> None:
        self._register = register
        self._signing = signing
        self._pages = pages

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/signer", self._choose),
            web.post("/signer", self._choose),
            web.post("/signer/sign", self._sign),
        ]

    async def _choose(self, request: web.Request) -> web.Response:
        fields = await _fields(request)
        content = _content(fields)
        if content is None or not is_on_this_machine(fields.get("return_url", "")):
            return self._pages.show(request, "nothing_to_sign.html", status=HTTPStatus.BAD_REQUEST)
        return self._pages.show(
            request,
            "choose.html",
            fields=fields,
            document=content.decode(errors="replace")[:_SHOWN],
            problem="",
        )

    async def _sign(self, request: web.Request) -> web.Response:
        fields = await _fields(request)
        content = _content(fields)
        return_url = fields.get("return_url", "")
        if content is None or not is_on_this_machine(return_url):
            return self._pages.show(request, "nothing_to_sign.html", status=HTTPStatus.BAD_REQUEST)
        given = {name: value for name, value in fields.items() if name not in _OWN_FIELDS}
        if fields.get("action") == "refuse":
            given["refused"] = "1"
            return self._pages.show(request, "go_back.html", return_url=return_url, fields=given)
        try:
            person = self._register.person(fields.get("person_id", ""))
            mistake = Mistake(fields.get("mistake", Mistake.NONE))
            signed = await self._signing.sign(content, person, mistake=mistake)
        except (UnknownPerson, CannotSign, ValueError):
            return self._pages.show(request, "nothing_to_sign.html", status=HTTPStatus.BAD_REQUEST)
        given["signed_base64"] = base64.b64encode(signed).decode()
        answer = self._pages.show(request, "go_back.html", return_url=return_url, fields=given)
        remember(answer, person)
        return answer


async def _fields(request: web.Request) -> dict[str, str]:
    given = request.query if request.method == "GET" else await request.post()
    return {name: value for name, value in given.items() if isinstance(value, str)}


def _content(fields: dict[str, str]) -> bytes | None:
    try:
        content = base64.b64decode(fields.get("content_base64", ""), validate=True)
    except (Error, ValueError):
        return None
    return content or None
