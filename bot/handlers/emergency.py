"""Every word of a patient first meets the check for an emergency, whatever was asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware, F
from aiogram.types import CallbackQuery, Message, Update

from bot.content.emergencies import emergency_lexicon
from bot.dialogs import emergency
from bot.dialogs.callbacks import EmergencyStep, EmergencyTap
from bot.domain.emergency import CALM, Level, assess

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.types import TelegramObject

    from bot.domain.clock import Clock
    from bot.domain.emergency import Verdict

_COMMAND = "/"
_GO_ON = EmergencyTap.filter(F.step == EmergencyStep.GO_ON)


class EmergencyFirst(BaseMiddleware):
    """Answers what sounds like an emergency and goes no further; nothing of it is stored.

    The answer replies to the patient's message. «Go on» brings that message back with the tap,
    and it is then handled as if it had just come, without the check.
    Source: reference/domain.md §8.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lexicon = emergency_lexicon()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        if not isinstance(event, Update):
            return await handler(event, data)
        if event.callback_query and (said := await _said_before(event.callback_query)):
            await event.callback_query.answer()
            again = Update(update_id=event.update_id, message=said)
            return await handler(again, data | {"event_update": again})
        message = event.message or event.edited_message
        verdict = self._verdict(message)
        if message is None or verdict.level is Level.CALM:
            return await handler(event, data)
        return await emergency.answer(message, verdict, data["tr"], self._clock.now())

    def _verdict(self, message: Message | None) -> Verdict:
        text = (message.text or message.caption or "") if message else ""
        return CALM if text.startswith(_COMMAND) else assess(text, self._lexicon)


async def _said_before(query: CallbackQuery) -> Message | None:
    """Return the message that «go on» is about; None for every other tap, a forged one too."""
    if not await _GO_ON(query):
        return None
    said = query.message.reply_to_message if isinstance(query.message, Message) else None
    return said if said and (said.text or said.caption) else None  # a deleted one has neither
