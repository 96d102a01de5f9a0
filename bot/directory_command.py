"""`python -m bot sync-directory`: one sync now, with its progress on the terminal."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack
from enum import IntEnum
from typing import TYPE_CHECKING

from bot.config import BadSettings, read_directory_settings
from bot.database_failure import blaming_database
from bot.db.engine import create_engine, upgrade
from bot.directory_parts import directory_parts
from bot.domain.clock import SystemClock
from bot.domain.directory.state import SyncFailure
from bot.errors import SyncAlreadyRunning, Unavailable
from bot.logs import set_up_logging
from bot.services.directory_ports import NotReplaced

if TYPE_CHECKING:
    from bot.config import DirectorySettings
    from bot.domain.directory.records import Export
    from bot.services.sync_directory import SyncReport

_REASONS = {
    SyncFailure.NO_ANSWER: "eHealth did not answer; try again later",
    SyncFailure.UNREADABLE: "a file of eHealth is cut off or broken; try again later",
    SyncFailure.NO_ACCESS: "eHealth refused ESOZ_API_KEY, or it lacks declaration_bulk:read_pis",
    SyncFailure.OLDER: "the files of eHealth are older than what is stored",
    SyncFailure.SMALLER: "less than half of the doctors would be left; if that is true, "
    "use --accept-smaller",
    SyncFailure.BROKEN: "the sync was stopped",
}


class ExitCode(IntEnum):
    REPLACED = 0
    OLD_DATA_STAY = 1
    BAD_SETTINGS = 2
    ALREADY_RUNNING = 3


def sync_directory(*, full: bool, may_shrink: bool) -> ExitCode:
    """Sync and say how it went, on standard error."""
    try:
        settings = read_directory_settings()
        set_up_logging(settings.log_level)
        report = asyncio.run(_sync(settings, full=full, may_shrink=may_shrink))
    except BadSettings as problem:
        return _say(str(problem), ExitCode.BAD_SETTINGS)
    except SyncAlreadyRunning:
        return _say("Another process is syncing the directory.", ExitCode.ALREADY_RUNNING)
    except NotReplaced as refusal:
        reason = _REASONS[refusal.failure]
        return _say(f"The old directory stays: {reason}.", ExitCode.OLD_DATA_STAY)
    except Unavailable:
        return _say("The old directory stays: no database.", ExitCode.OLD_DATA_STAY)
    state = report.state
    return _say(
        f"Replaced in {report.seconds:.0f} s: {state.doctors} doctors in {state.divisions} "
        f"divisions, data of {state.snapshot_on}.",
        ExitCode.REPLACED,
    )


async def _sync(settings: DirectorySettings, *, full: bool, may_shrink: bool) -> SyncReport:
    async with AsyncExitStack() as stack:
        with blaming_database():
            engine = create_engine(settings.database_url)
            stack.push_async_callback(engine.dispose)
            await upgrade(engine)
        sync = directory_parts(settings, engine, SystemClock(), stack).sync
        if sync is None:
            raise BadSettings("ESOZ_API_KEY is not set")
        return await sync(full=full, may_shrink=may_shrink, progress=_show_progress)


def _show_progress(export: Export, records: int) -> None:
    """One line that is written over; in a log file it would only be noise."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{export.value:<20} {records:>9}")
        sys.stderr.flush()


def _say(sentence: str, code: ExitCode) -> ExitCode:
    start = "\r" if sys.stderr.isatty() else ""
    sys.stderr.write(f"{start}{sentence}\n")
    return code
