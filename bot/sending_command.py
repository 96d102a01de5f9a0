"""`python -m bot pause-sending`: the operator's switch, for every process on this database."""

from __future__ import annotations

import asyncio
import sys
from typing import Final

from bot.config import BadSettings, read_database_settings
from bot.database_failure import blaming_database
from bot.db.engine import create_engine
from bot.db.repositories.send_budget import SendBudgetRepository
from bot.domain.clock import SystemClock
from bot.errors import Unavailable
from bot.services.pause_sending import PauseSending

PAUSE_SENDING: Final = "pause-sending"
RESUME_SENDING: Final = "resume-sending"
SENDING_COMMANDS: Final = (PAUSE_SENDING, RESUME_SENDING)


def switch_sending(*, is_paused: bool) -> int:
    """Turn the switch and say so; 1 when there is no database, 2 when a setting is wrong."""
    try:
        asyncio.run(_switch(is_paused=is_paused))
    except BadSettings as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    except Unavailable:
        sys.stderr.write("Nothing was changed: no database.\n")
        return 1
    says = "Sending stops within a second." if is_paused else "Sending goes on."
    sys.stderr.write(f"{says}\n")
    return 0


async def _switch(*, is_paused: bool) -> None:
    with blaming_database():
        engine = create_engine(read_database_settings().database_url)
    try:
        pause = PauseSending(switch=SendBudgetRepository(engine, SystemClock()))
        await (pause() if is_paused else pause.resume())
    finally:
        await engine.dispose()
