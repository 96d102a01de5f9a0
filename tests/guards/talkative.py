"""The bot's own logging at its most talkative, for tests that read what it wrote."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import structlog

from bot.logs import set_up_logging

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def logs_of_the_bot() -> Iterator[None]:
    """All is put back at the end."""
    root, before = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()  # or they would be closed
    set_up_logging("DEBUG")
    try:
        yield
    finally:
        root.handlers[:], root.level = handlers, level
        structlog.configure(**before)
