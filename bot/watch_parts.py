"""Puts the parts of watching doctors together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.clients.telegram import TelegramNotices
from bot.db.repositories.directory import DirectoryRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.watch_news import WatchNewsRepository
from bot.db.repositories.watches import WatchRepository
from bot.dialogs.widgets.watching import news
from bot.jobs.watches import WatchTicks
from bot.services.list_watches import ListWatches
from bot.services.stop_watching import StopWatching
from bot.services.tell_watchers import TellWatchers
from bot.services.watch_doctor import WatchDoctor

if TYPE_CHECKING:
    from aiogram import Bot
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.clock import Clock
    from bot.services.send_budget import SendBudget


@dataclass(frozen=True, slots=True)
class WatchParts:
    watch_doctor: WatchDoctor
    list_watches: ListWatches
    stop_watching: StopWatching
    ticks: WatchTicks


def watch_parts(engine: AsyncEngine, bot: Bot, clock: Clock, budget: SendBudget) -> WatchParts:
    watches = WatchRepository(engine)
    doctors = DirectoryRepository(engine)
    return WatchParts(
        watch_doctor=WatchDoctor(doctors=doctors, watches=watches, clock=clock),
        list_watches=ListWatches(watches=watches),
        stop_watching=StopWatching(watches=watches),
        ticks=WatchTicks(
            tell_watchers=TellWatchers(
                news=WatchNewsRepository(engine),
                notices=TelegramNotices(bot, news),
                patients=PatientRepository(engine),
                budget=budget,
                clock=clock,
            )
        ),
    )
