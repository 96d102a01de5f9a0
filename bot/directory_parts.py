"""Puts the parts of the directory together, for the bot and for the command that syncs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.clients.esoz.bulk import BulkExports
from bot.clients.esoz.transport import Access
from bot.db.repositories.directory import DirectoryRepository
from bot.db.repositories.directory_intake import DirectoryIntake
from bot.db.repositories.nearby import NearbyRepository
from bot.services.directory_index import DirectoryIndex
from bot.services.sync_directory import SyncDirectory

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.config import DirectorySettings
    from bot.domain.clock import Clock


@dataclass(frozen=True, slots=True)
class DirectoryParts:
    """`sync` is None without ESOZ_API_KEY."""

    repository: DirectoryRepository
    nearby: NearbyRepository
    index: DirectoryIndex
    sync: SyncDirectory | None


def directory_parts(
    settings: DirectorySettings, engine: AsyncEngine, clock: Clock, stack: AsyncExitStack
) -> DirectoryParts:
    """Return the parts; `stack` closes what is open in them."""
    repository = DirectoryRepository(engine)
    return DirectoryParts(
        repository=repository,
        nearby=NearbyRepository(engine),
        index=DirectoryIndex(listing=repository),
        sync=_sync(settings, repository, DirectoryIntake(engine), clock, stack),
    )


def _sync(
    settings: DirectorySettings,
    repository: DirectoryRepository,
    intake: DirectoryIntake,
    clock: Clock,
    stack: AsyncExitStack,
) -> SyncDirectory | None:
    if settings.esoz_api_key is None:
        return None
    key = settings.esoz_api_key.get_secret_value()
    access = Access(base_url=str(settings.esoz_api_url), token=None, api_key=key)
    source = BulkExports(access, clock=clock)
    stack.push_async_callback(source.aclose)
    return SyncDirectory(source=source, directory=repository, intake=intake, clock=clock)
