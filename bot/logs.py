"""Logs of constant sentences and ids: never what a patient wrote, nor what an error quotes."""

from __future__ import annotations

import logging
import sys
import traceback
import warnings
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from types import TracebackType

    from structlog.typing import EventDict, Processor

_QUIET = ("httpx", "httpcore", "aiogram", "aiohttp.access", "aiosqlite", "apscheduler", "alembic")
"""Libraries that log URLs, texts, values of statements or every step below WARNING."""


def set_up_logging(level: str) -> None:
    """Send all logs to stdout: readable on a terminal, JSON lines elsewhere."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_quotes,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    renderer: Processor = (
        structlog.dev.ConsoleRenderer()
        if sys.stdout.isatty()
        else structlog.processors.JSONRenderer()
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # aiogram would print the whole update, text and name included
    warnings.filterwarnings("ignore", message="Detected unknown update type")


def without_quotes(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace an exception by its kind and the places that it passed.

    The message of an exception may quote what a patient wrote (pydantic's does), so it is left
    out.
    """
    error = _error_of(event.pop("exc_info", None))
    if error is not None:
        event["error"] = _kinds(error)
        event["at"] = _places(error.__traceback__)
    return event


def _error_of(info: object) -> BaseException | None:
    if isinstance(info, BaseException):
        return info
    if isinstance(info, tuple):
        return info[1] if isinstance(info[1], BaseException) else None
    return sys.exc_info()[1] if info else None


def _kinds(error: BaseException) -> str:
    kinds = [type(error).__qualname__]
    while error.__cause__ is not None:
        error = error.__cause__
        kinds.append(type(error).__qualname__)
    return " from ".join(kinds)


def _places(trace: TracebackType | None) -> list[str]:
    return [
        f"{frame.f_code.co_filename}:{line}:{frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]
