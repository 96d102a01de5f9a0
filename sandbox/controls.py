"""The levers of the world that belong to no part of it: health, faults, the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from aiohttp import web
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from sandbox.faults import Fault, FaultKind, FaultPlace
from sandbox.posted import bad_request, posted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.clock import SandboxClock
    from sandbox.faults import Faults

_LONGEST_MOVE_SECONDS = 100 * 365 * 24 * 3600
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)


class WantedFault(BaseModel):
    model_config = ConfigDict(extra="forbid")

    where: FaultPlace
    kind: FaultKind
    match: str = ""
    times: Annotated[int, Field(ge=1, le=100_000)] = 1
    retry_after: Annotated[int, Field(ge=1, le=3600)] | None = None

    @model_validator(mode="after")
    def _is_played_there(self) -> WantedFault:
        if self.kind.is_after_the_deed and self.where is FaultPlace.DIIA:
            message = "an answer is lost or held on its way from telegram or esoz"
            raise ValueError(message)
        return self


class ClockMove(BaseModel):
    """Either seconds from now, or a moment with its offset."""

    model_config = ConfigDict(extra="forbid")

    advance_seconds: (
        Annotated[float, Field(ge=-_LONGEST_MOVE_SECONDS, le=_LONGEST_MOVE_SECONDS)] | None
    ) = None
    set: AwareDatetime | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> ClockMove:
        if (self.advance_seconds is None) == (self.set is None):
            message = "give advance_seconds or set"
            raise ValueError(message)
        return self


class Controls:
    """`is_ready` tells whether the bot is at work, where one runs in this process."""

    def __init__(self, *, clock: SandboxClock, faults: Faults) -> None:
        self._clock = clock
        self._faults = faults
        self.is_ready: Callable[[], bool] = lambda: True

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/sim/health", self._health),
            web.post("/sim/faults", self._add_fault),
            web.delete("/sim/faults", self._clear_faults),
            web.get("/sim/clock", self._read_clock),
            web.post("/sim/clock", self._move_clock),
        ]

    async def _health(self, _request: web.Request) -> web.Response:
        ready = self.is_ready()
        return web.json_response({"ready": ready}, status=200 if ready else 503)

    async def _add_fault(self, request: web.Request) -> web.Response:
        wanted = await posted(request, WantedFault)
        self._faults.add(Fault(**wanted.model_dump()))
        return web.json_response({"added": wanted.model_dump(mode="json")})

    async def _clear_faults(self, _request: web.Request) -> web.Response:
        self._faults.clear()
        return web.json_response({"cleared": True})

    async def _read_clock(self, _request: web.Request) -> web.Response:
        return self._now()

    async def _move_clock(self, request: web.Request) -> web.Response:
        move = await posted(request, ClockMove)
        moment = move.set or self._clock.now() + timedelta(seconds=move.advance_seconds or 0)
        if not _EARLIEST <= moment <= _LATEST:
            # further out the world's own sums of dates would overflow
            raise bad_request("the clock goes from the year 2000 to the year 2100")
        await self._clock.set(moment)
        return self._now()

    def _now(self) -> web.Response:
        return web.json_response({"now": self._clock.now().isoformat()})
