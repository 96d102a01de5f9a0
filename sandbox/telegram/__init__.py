"""Telegram, played locally over real HTTP: the Bot API and the person's side of the chat."""

from sandbox.telegram.telegram import Telegram

__all__ = ["Telegram"]
