"""The operator's switch: no message goes out that no update asked for; nothing is lost."""

from __future__ import annotations

from typing import Protocol


class SendSwitch(Protocol):
    async def set_paused(self, *, is_paused: bool) -> None: ...


class PauseSending:
    def __init__(self, *, switch: SendSwitch) -> None:
        self._switch = switch

    async def __call__(self) -> None:
        """Stop every process within a second; answers to patients go on."""
        await self._switch.set_paused(is_paused=True)

    async def resume(self) -> None:
        """Go on; what is still of use is sent, what is past its time is not."""
        await self._switch.set_paused(is_paused=False)
