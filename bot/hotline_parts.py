"""Puts the hotline's pages together: topics for everyone, figures for operators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from aiogram.exceptions import AiogramError

from bot.clients.password_hash import PasswordCheck
from bot.content.topic_search import TopicSearch
from bot.db.repositories.operator_sessions import OperatorSessionRepository
from bot.services.operator_access import OperatorAccess
from bot.web.hotline.attempts import WrongPasswords
from bot.web.hotline.figures import FigurePages
from bot.web.hotline.site import HotlineSite
from bot.web.hotline.topics import TopicPages
from bot.web.signing.rendering import Pages

if TYPE_CHECKING:
    from aiogram import Bot
    from aiohttp import web
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.config import Settings
    from bot.domain.clock import Clock
    from bot.services.read_figures import ReadFigures
    from bot.services.understand import Understand

log = structlog.get_logger(__name__)


def hotline_routes(
    settings: Settings,
    engine: AsyncEngine,
    bot: Bot,
    clock: Clock,
    *,
    read_figures: ReadFigures,
    understand: Understand,
) -> list[web.AbstractRouteDef]:
    """Return the pages."""

    async def username() -> str | None:
        try:
            return (await bot.me()).username
        except AiogramError as refusal:
            log.warning("own name cannot be asked", kind=type(refusal).__name__)
            return None

    site = HotlineSite(pages=Pages(), clock=clock, bot_username=username)
    figures = FigurePages(
        site,
        read=read_figures,
        access=_access(settings, engine, clock),
        is_protected=settings.public_origin.startswith("https://"),
    )
    return [*TopicPages(site, TopicSearch(understand)).routes(), *figures.routes()]


def _access(settings: Settings, engine: AsyncEngine, clock: Clock) -> OperatorAccess | None:
    if settings.hotline_password_hash is None:
        return None
    stored = settings.hotline_password_hash.get_secret_value()
    return OperatorAccess(
        password_hash=stored,
        is_right=PasswordCheck(stored),
        sessions=OperatorSessionRepository(engine),
        attempts=WrongPasswords(),
        clock=clock,
    )
