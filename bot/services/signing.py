"""What the conversations need of signing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.cancel_signing import CancelSigning
    from bot.services.find_awaited_signature import FindAwaitedSignature
    from bot.services.receive_signature import ReceiveSignature
    from bot.services.start_signing import StartSigning


@dataclass(frozen=True, slots=True)
class SigningServices:
    start: StartSigning
    cancel: CancelSigning
    find_awaited: FindAwaitedSignature
    receive: ReceiveSignature
