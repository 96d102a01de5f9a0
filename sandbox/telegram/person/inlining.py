"""The person types the bot's name and some words in any chat, and sends what it offers."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sandbox.telegram import presenting
from sandbox.telegram.html import to_html
from sandbox.telegram.inline import InlineQuery, as_json
from sandbox.telegram.person.requests import Unacceptable
from sandbox.telegram.person.screen import button
from sandbox.telegram.update_queue import Lane

if TYPE_CHECKING:
    from sandbox.telegram.model import Chat
    from sandbox.telegram.update_queue import UpdateQueue
    from sandbox.telegram.world import World

MAX_QUERY = 256


class Inlining:
    def __init__(self, world: World, updates: UpdateQueue) -> None:
        self._world = world
        self._updates = updates

    def ask(self, chat: Chat, query: str, offset: str) -> dict[str, Any]:
        """Ask the bot, unless Telegram still knows what it answered."""
        now, user_id = self._world.clock.now(), chat.user.user_id
        query = query[:MAX_QUERY]
        query_id = str(secrets.randbelow(9 * 10**17) + 10**17)
        asked = InlineQuery(query_id, user_id, query, offset, now)
        asked.answer = self._world.inline.cached(user_id, query, offset, now)
        asked.is_from_cache = asked.answer is not None
        self._world.inline.by_id[query_id] = asked
        if not asked.is_from_cache:
            payload = {
                "id": query_id,
                "from": presenting.user(chat.user),
                "chat_type": "private",
                "query": query,
                "offset": offset,
            }
            self._updates.put(user_id, Lane.INLINE, "inline_query", payload)
        return self.look(query_id)

    def look(self, query_id: str) -> dict[str, Any]:
        """What stands above the person's keyboard now. Raises `Unacceptable` 404."""
        asked = self._found(query_id)
        answer = asked.answer
        return {
            "inline_query_id": query_id,
            "answered": answer is not None,
            "cached": asked.is_from_cache,
            "results": as_json(answer.articles) if answer else [],
            "button": answer.button if answer else None,
            "next_offset": answer.next_offset if answer else "",
        }

    def choose(self, query_id: str, result_id: str) -> dict[str, Any]:
        """The message that stands in the other chat then; the bot is not told of it."""
        answer = self._found(query_id).answer
        for article in answer.articles if answer else ():
            if article.result_id == result_id:
                return {
                    "via_bot": presenting.bot_user(self._world)["username"],
                    "text": article.text.text,
                    "html": to_html(article.text),
                    "buttons": [[button(kept) for kept in row] for row in article.keyboard or []],
                }
        raise Unacceptable(404, "There is no such result.")

    def _found(self, query_id: str) -> InlineQuery:
        asked = self._world.inline.by_id.get(query_id)
        if asked is None:
            raise Unacceptable(404, "There is no such query.")
        return asked
