"""Answers the numbers that a message holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs import numbers
from bot.dialogs.numbers import show_holding_number
from bot.dialogs.referral_number import check_number
from bot.domain.requisition import NumberKind

if TYPE_CHECKING:
    from aiogram.types import Message

    from bot.domain.requisition import FoundNumber, Reading
    from bot.i18n import Translator
    from bot.services import Services


async def answer_numbers(
    message: Message, reading: Reading, tr: Translator, services: Services
) -> None:
    """Answer every number of the message; a near miss matters only where nothing was found."""
    origin = message.message_id
    for found in _first_of_each_kind(reading):
        screen = numbers.other_number(tr, found, origin, services.clock.now())
        await show_holding_number(message, screen, origin, services)
    referrals = [found for found in reading.numbers if found.kind is NumberKind.REFERRAL]
    if len(referrals) == 1:
        await check_number(message, referrals[0].value, origin, tr, services)
    elif referrals:
        screen = numbers.which_number(tr, referrals, origin)
        await show_holding_number(message, screen, origin, services)
    elif not reading.numbers:
        screen = numbers.near_miss(tr, reading.near_misses[0], origin)
        await show_holding_number(message, screen, origin, services)


def _first_of_each_kind(reading: Reading) -> list[FoundNumber]:
    others = [found for found in reading.numbers if found.kind is not NumberKind.REFERRAL]
    first = {found.kind: found for found in reversed(others)}
    return [found for found in others if first[found.kind] is found]
