"""A patient stops the bot in Telegram, or starts it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import IS_MEMBER, ChatMemberUpdatedFilter

if TYPE_CHECKING:
    from aiogram.types import ChatMemberUpdated

    from bot.services import Services

router = Router(name="membership")


@router.my_chat_member(ChatMemberUpdatedFilter(IS_MEMBER))
async def on_unblocked(event: ChatMemberUpdated, services: Services) -> None:
    await services.note_reachability(telegram_id=event.chat.id, is_reachable=True)


@router.my_chat_member()
async def on_blocked(event: ChatMemberUpdated, services: Services) -> None:
    await services.note_reachability(telegram_id=event.chat.id, is_reachable=False)
