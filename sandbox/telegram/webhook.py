"""Delivery of updates to the bot's webhook: order, retries, secret, calls in the reply."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

from sandbox.telegram.incoming import from_reply
from sandbox.telegram.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from sandbox.clock import SandboxClock
    from sandbox.supervisor import Supervisor
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.timing import Timing
    from sandbox.telegram.update_queue import Lane, Update, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MAX_RETRY_AFTER = 3600


@dataclass(frozen=True)
class WebhookTarget:
    url: str
    secret_token: str = ""
    max_connections: int = 40


@dataclass(frozen=True)
class WebhookFailure:
    message: str
    at: datetime


class Webhook:
    """One worker for each queue that has updates; within a queue the next waits for a 2xx."""

    def __init__(
        self,
        *,
        clock: SandboxClock,
        updates: UpdateQueue,
        supervisor: Supervisor,
        timing: Timing,
        on_reply: Callable[[Arguments], Awaitable[None]],
    ) -> None:
        self._clock = clock
        self._updates = updates
        self._supervisor = supervisor
        self._timing = timing
        self._on_reply = on_reply
        self._session: aiohttp.ClientSession | None = None
        self._busy: set[tuple[int, Lane]] = set()
        self._room = asyncio.Semaphore(0)
        self._hurry = asyncio.Event()
        self.target: WebhookTarget | None = None
        self.failure: WebhookFailure | None = None
        self.set_at = float("-inf")
        updates.on_change(lambda _user_id: self._dispatch())

    def point_at(self, target: WebhookTarget | None) -> None:
        """Deliver to `target` from now on; None ends delivery."""
        self.target = target
        self.failure = None
        self._busy = set()
        self._room = asyncio.Semaphore(target.max_connections if target else 0)
        self.hurry()
        self._dispatch()

    def hurry(self) -> None:
        """Try every failed delivery again now."""
        self._hurry.set()
        self._hurry = asyncio.Event()

    async def close(self) -> None:
        self.target = None
        if self._session is not None:
            await self._session.close()

    def _dispatch(self) -> None:
        if self.target is None:
            return
        for queue in {update.queue for update in self._updates.waiting()} - self._busy:
            self._busy.add(queue)
            self._supervisor.start(self._serve(queue, self.target, self._busy))

    async def _serve(
        self, queue: tuple[int, Lane], target: WebhookTarget, busy: set[tuple[int, Lane]]
    ) -> None:
        failures = 0
        try:
            while target is self.target and (update := self._updates.first(queue)):
                retry_after = await self._deliver(update, target)
                if retry_after is None:
                    failures = 0
                    continue
                await self._pause(max(retry_after, self._delay(failures)))
                failures += 1
        finally:
            busy.discard(queue)

    def _delay(self, failures: int) -> float:
        """The first retry is immediate, then the delay doubles (WebhookActor.cpp); seconds."""
        if failures == 0:
            return 0.0
        return min(self._timing.first_retry * 2.0 ** (failures - 1), self._timing.longest_retry)

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._hurry.wait(), seconds)
        except TimeoutError:
            return

    async def _deliver(self, update: Update, target: WebhookTarget) -> float | None:
        """None when the bot took the update, else the seconds that it asked to wait for."""
        headers = {SECRET_HEADER: target.secret_token} if target.secret_token else {}
        call = self._client().post(target.url, json=update.as_json(), headers=headers)
        try:
            async with self._room, call as response:
                return await self._settle(update, response)
        except TimeoutError:
            self._failed("Read timeout expired")
        except aiohttp.ClientConnectorError:
            self._failed("Connection refused")
        except aiohttp.ClientError:
            self._failed("Connection closed by the webhook")
        return 0.0

    async def _settle(self, update: Update, response: aiohttp.ClientResponse) -> float | None:
        """The update is finished by any 2xx, after the call in its reply is made."""
        if response.ok:
            await self._execute_reply(response)
            self._updates.finish(update)
            return None
        self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
        return _retry_after(response)

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=self._timing.webhook_answer)
            self._session = aiohttp.ClientSession(timeout=timeout)
        return self._session

    async def _execute_reply(self, response: aiohttp.ClientResponse) -> None:
        """A call in the reply is made; its result, or its refusal, is thrown away."""
        try:
            await self._on_reply(await from_reply(response))
        except (Refusal, ValueError):
            return

    def _failed(self, message: str) -> None:
        self.failure = WebhookFailure(message, self._clock.now())


def _retry_after(response: aiohttp.ClientResponse) -> float:
    value = response.headers.get("Retry-After", "")
    return float(min(int(value), MAX_RETRY_AFTER)) if value.isdigit() else 0.0
