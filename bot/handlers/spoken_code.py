"""The three digits that an operator said: the topic that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import library
from bot.content.spoken_codes import code_in
from bot.dialogs import knowledge
from bot.dialogs.screen import show
from bot.dialogs.states import Asked

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.i18n import Translator
    from bot.services import Services

_HEARD_IN = frozenset(
    {
        None,
        *(Asked.referral_number.state, Asked.doctor_or_facility.state),
        *(Asked.visit_card.state, Asked.own_card.state),
    }
)
"""Where three digits can be nothing else; elsewhere they may be a time or a house."""


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Open the topic, or say that no topic has the code; False for any other text."""
    code = code_in(text)
    if code is None or await state.get_state() not in _HEARD_IN:
        return False
    entry = library().topics_by_code.get(code)
    if entry:
        await knowledge.show_topic(message, entry.slug, tr, services)
    else:
        await show(message, knowledge.no_such_code(tr, code))
    return True
