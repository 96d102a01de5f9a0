"""Calls the acquirer back with the signatures, and again when it does not say that it has them."""

from __future__ import annotations

import base64
import json
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout, MultipartWriter

from sandbox.signer.diia.answers import as_json
from sandbox.supervisor import Supervisor

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.signer.diia.offer_requests import OfferRequest

_TIMEOUT_SECONDS = 30
_PAUSES_SECONDS = (1.0, 2.0, 4.0, 8.0)  # Дія repeats; how often is not published


class CallbackForm(StrEnum):
    """The SDK's comment says multipart/mixed; implementers have met the other two as well."""

    MULTIPART = "multipart"
    MIXED = "mixed"
    JSON = "json"


class Callback:
    """`url` is registered by the acquirer; empty, it is /callbacks/diia beside `returnLink`."""

    def __init__(self, clock: SandboxClock) -> None:
        self.url = ""
        self.form = CallbackForm.MULTIPART
        self.pauses_seconds: tuple[float, ...] = _PAUSES_SECONDS
        self._clock = clock
        self._supervisor = Supervisor()
        self._session: ClientSession | None = None

    async def send(self, request: OfferRequest) -> bool:
        """Try once, and go on trying in the background; gives whether the first was taken."""
        if await self._attempt(request):
            return True
        self._supervisor.start(self._again(request))
        return False

    async def close(self) -> None:
        await self._supervisor.close()
        if self._session is not None:
            await self._session.close()

    async def _again(self, request: OfferRequest) -> None:
        for pause in self.pauses_seconds:
            await self._clock.sleep(pause)
            if await self._attempt(request):
                return

    async def _attempt(self, request: OfferRequest) -> bool:
        headers = {
            "X-Document-Request-Trace-Id": request.request_id,
            "X-Diia-Id-Action": "hashedFilesSigning",
        }
        data, more = self._body(request)
        session = self._session = self._session or ClientSession()
        url = self.url or _beside(request.return_link)
        timeout = ClientTimeout(total=_TIMEOUT_SECONDS)
        try:
            async with session.post(
                url, data=data, headers=headers | more, timeout=timeout
            ) as answer:
                request.callbacks.append(str(answer.status))
                return _is_taken(await answer.read())
        except (ClientError, TimeoutError) as error:
            request.callbacks.append(type(error).__name__)
            return False

    def _body(self, request: OfferRequest) -> tuple[bytes | MultipartWriter, dict[str, str]]:
        encoded = base64.b64encode(as_json(request.callback_body or {}))
        if self.form is CallbackForm.JSON:
            body = as_json({"encodeData": encoded.decode()})
            return body, {"Content-Type": "application/json"}
        subtype = "mixed" if self.form is CallbackForm.MIXED else "form-data"
        writer = MultipartWriter(subtype)
        part = writer.append(encoded, {"Content-Type": "text/plain"})
        part.set_content_disposition("form-data", name="encodeData")
        return writer, {}


def _beside(return_link: str) -> str:
    parts = urlsplit(return_link)
    return f"{parts.scheme}://{parts.netloc}/callbacks/diia"


def _is_taken(body: bytes) -> bool:
    try:
        answer = json.loads(body)
    except ValueError:
        return False
    return isinstance(answer, dict) and answer.get("success") is True
