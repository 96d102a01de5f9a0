"""A town whose bot takes its updates by webhook, and Telegram's calls made by hand."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import ClientSession

from bot.web.webhook import SECRET_HEADER
from tests.free_port import free_port
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from tests.town import Patient, Town

SECRET = "invented_secret-1"


@dataclass(frozen=True)
class Hook:
    """The town, and the address where its bot takes updates."""

    town: Town
    url: str
    http: ClientSession

    async def brings(
        self, update: Mapping[str, Any] | bytes, headers: Mapping[str, str] | None = None
    ) -> int:
        """Bring an update as Telegram does; return the status of the answer."""
        headers = {SECRET_HEADER: SECRET} if headers is None else headers
        body = {"data": update} if isinstance(update, bytes) else {"json": update}
        async with self.http.post(self.url, headers=headers, **body) as answer:
            return answer.status

    async def last_failure(self) -> str:
        """What Telegram says of the last call that the bot did not take."""
        info = await self.town.as_bot("getWebhookInfo")
        return str(info.get("last_error_message", ""))


def message_update(patient: Patient, update_id: int, text: str) -> dict[str, Any]:
    """A message in Telegram's form."""
    person = {"id": patient.id, "first_name": "Оксана"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_790_000_000,
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False},
            "text": text,
        },
    }


@asynccontextmanager
async def hooked(folder: Path, **changes: Any) -> AsyncIterator[Hook]:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    hook = {"web_port": port, "webhook_url": base, "webhook_secret": SECRET}
    async with (
        town_with_bot(folder, **hook, **changes) as town,
        ClientSession() as http,
    ):
        yield Hook(town, f"{base}/telegram", http)
