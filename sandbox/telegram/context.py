"""What a method of the Bot API works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.telegram.polling import Polling
    from sandbox.telegram.timing import Timing
    from sandbox.telegram.update_queue import UpdateQueue
    from sandbox.telegram.webhook import Webhook
    from sandbox.telegram.world import World


@dataclass(frozen=True)
class Context:
    world: World
    updates: UpdateQueue
    polling: Polling
    webhook: Webhook
    timing: Timing
