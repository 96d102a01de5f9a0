"""Pictures of documents, put where ЕСОЗ's signed links say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from bot.clients.authorities import trusted_authorities
from bot.clients.esoz.transport import failures_as_unavailable
from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from bot.clients.esoz.patience import Patience


class Uploads:
    """Neither our key nor the patient's token goes to the storage; close with `aclose`."""

    def __init__(self, patience: Patience, *, esoz_url: str) -> None:
        self._patience = patience
        self._esoz_host = httpx.URL(esoz_url).host
        self._client = httpx.AsyncClient(timeout=patience.timeout(), verify=trusted_authorities())

    async def aclose(self) -> None:
        await self._client.aclose()

    async def put(self, url: str, jpeg: bytes) -> None:
        """Raises Unavailable; putting the same picture again does no harm."""
        place = httpx.URL(url)
        if place.scheme != "https" and place.host != self._esoz_host:
            raise Unavailable(Outage.GARBAGE)  # a picture of a passport goes nowhere in the open
        async with self._patience.limit():
            with failures_as_unavailable():
                answer = await self._client.put(
                    place, content=jpeg, headers={"Content-Type": "image/jpeg"}
                )
        if not answer.is_success:
            raise Unavailable(Outage.DOWN if answer.is_server_error else Outage.GARBAGE)
