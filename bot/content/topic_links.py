"""What a deep link carries to open a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.capabilities import Section
from bot.domain.deep_links import deep_link

if TYPE_CHECKING:
    from bot.content.entries import Topic


def topic_payload(entry: Topic) -> str:
    """Return the topic's slug; its code where a section of the menu has the same name."""
    return entry.code if entry.slug in set(Section) else entry.slug


def topic_link(username: str, entry: Topic) -> str:
    """Return the link that opens `entry` in the bot with this name."""
    return deep_link(username, topic_payload(entry))
