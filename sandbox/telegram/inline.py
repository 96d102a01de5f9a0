"""Inline mode: what was asked in any chat, what the bot offered, and what Telegram keeps of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.telegram.formatted import FormattedText
    from sandbox.telegram.model import Rows


@dataclass(frozen=True)
class Article:
    """One result; `text` and `keyboard` make the message that is sent when it is chosen."""

    result_id: str
    title: str
    description: str
    text: FormattedText
    keyboard: Rows | None


@dataclass(frozen=True)
class InlineAnswer:
    articles: tuple[Article, ...]
    button: dict[str, str] | None
    next_offset: str
    is_personal: bool
    kept_until: datetime


@dataclass
class InlineQuery:
    query_id: str
    user_id: int
    query: str
    offset: str
    asked_at: datetime
    answer: InlineAnswer | None = None
    is_from_cache: bool = False


@dataclass
class InlineQueries:
    """Telegram answers a query that it knows by itself: of anybody, or of one person."""

    by_id: dict[str, InlineQuery] = field(default_factory=dict)
    _kept: dict[tuple[int, str, str], InlineAnswer] = field(default_factory=dict)

    def cached(self, user_id: int, query: str, offset: str, now: datetime) -> InlineAnswer | None:
        for owner in (user_id, 0):
            answer = self._kept.get((owner, query, offset))
            if answer is not None and answer.kept_until > now:
                return answer
        return None

    def keep(self, asked: InlineQuery, answer: InlineAnswer) -> None:
        asked.answer = answer
        owner = asked.user_id if answer.is_personal else 0
        self._kept[owner, asked.query, asked.offset] = answer


def until(now: datetime, cache_seconds: int) -> datetime:
    return now + timedelta(seconds=max(cache_seconds, 0))


def as_json(articles: tuple[Article, ...]) -> list[dict[str, Any]]:
    """The results as the person's client lists them."""
    return [
        {"id": one.result_id, "title": one.title, "description": one.description}
        for one in articles
    ]
