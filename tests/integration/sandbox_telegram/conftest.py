"""A fresh sandbox Telegram for each test, and a real aiogram Bot that speaks to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from tests.integration.sandbox_telegram.stage import TOKEN, Person, Stage, open_stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with open_stage() as opened:
        yield opened


@pytest.fixture
async def person(stage: Stage) -> Person:
    """Somebody who has pressed Start; nothing waits for the bot any more."""
    somebody = await stage.person()
    await stage.confirm_all()
    return somebody


@pytest.fixture
async def bot(stage: Stage) -> AsyncIterator[Bot]:
    server = TelegramAPIServer.from_base(f"{stage.url}/telegram")
    async with Bot(TOKEN, session=AiohttpSession(api=server)) as opened:
        yield opened
