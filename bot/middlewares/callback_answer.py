"""Every tap is answered, so that no button keeps spinning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.utils.callback_answer import CallbackAnswerMiddleware

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery
    from aiogram.utils.callback_answer import CallbackAnswer


class AnsweredTaps(CallbackAnswerMiddleware):
    """aiogram's own, but a tap that is too old to be answered is no error.

    Telegram forgets a tap after some minutes; what it led to is shown all the same.
    """

    async def answer(  # type: ignore[override]  # the caller awaits whatever comes back
        self, event: CallbackQuery, callback_answer: CallbackAnswer
    ) -> Any:  # noqa: ANN401 - as the overridden method
        try:
            return await super().answer(event, callback_answer)
        except TelegramBadRequest as refusal:
            if "query is too old" not in refusal.message:
                raise
            return None
