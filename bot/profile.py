"""What Telegram shows of the bot before a word is said: its commands and descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand

from bot.handlers.commands import COMMANDS, command_label
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from aiogram import Bot

log = structlog.get_logger(__name__)


async def publish_profile(bot: Bot) -> None:
    """Tell Telegram the commands and descriptions; the bot works without them, too."""
    try:
        await _publish(bot, Translator(Language.UK), language_code=None)
        await _publish(bot, Translator(Language.EN), language_code=Language.EN)
    except AiogramError as refusal:
        log.warning("profile cannot be published", kind=type(refusal).__name__)


async def _publish(bot: Bot, tr: Translator, language_code: str | None) -> None:
    commands = [
        BotCommand(command=command, description=command_label(tr, command)) for command in COMMANDS
    ]
    await bot.set_my_commands(commands, language_code=language_code)
    await bot.set_my_description(description(tr), language_code=language_code)
    await bot.set_my_short_description(short_description(tr), language_code=language_code)


def description(tr: Translator) -> str:
    return tr.t(
        "profile",
        "I help patients with the electronic health system: check a referral, explain the "
        "next step, tell what to say at the clinic, find a doctor. After a sign-in I show "
        "your data and declaration. I never ask for passwords or signature keys.",
    )


def short_description(tr: Translator) -> str:
    return tr.t("profile", "Checks a referral, explains the next step, finds a doctor.")
