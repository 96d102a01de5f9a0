"""Logs: one line of JSON for each event, and of an error its kind and place, never its words."""

from __future__ import annotations

import io
import json
import logging
import sys
import warnings
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from bot.logs import set_up_logging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECRET = "02CX-K1AM-8E84-9TTO"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Set the bot's logging up; gives what was logged. All is put back at the end."""
    root, before = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()  # or they would be closed
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    with warnings.catch_warnings():
        set_up_logging("INFO")
        yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    root.handlers[:], root.level = handlers, level
    structlog.configure(**before)


def test_event_is_a_line_with_its_fields(written: Callable[[], list[dict[str, Any]]]) -> None:
    structlog.get_logger("bot.test").info("update handled", update_id=7)
    (line,) = written()
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "update handled",
        "update_id": 7,
        "level": "info",
        "logger": "bot.test",
    }


def test_error_tells_its_kind_cause_and_place_but_not_its_words(
    written: Callable[[], list[dict[str, Any]]],
) -> None:
    try:
        _fail()
    except LookupError as error:
        structlog.get_logger("bot.test").error("that failed", exc_info=error)
    (line,) = written()
    assert line["error"] == "LookupError from ValueError"
    assert line["at"][-1].endswith(":_fail")
    assert SECRET not in json.dumps(line)


def test_library_error_tells_no_words_either(
    written: Callable[[], list[dict[str, Any]]],
) -> None:
    try:
        _fail()
    except LookupError:
        logging.getLogger("sqlalchemy").exception("that failed")
    (line,) = written()
    assert line["error"] == "LookupError from ValueError"
    assert SECRET not in json.dumps(line)


def test_call_without_an_error_has_none(written: Callable[[], list[dict[str, Any]]]) -> None:
    structlog.get_logger("bot.test").error("odd", exc_info=True)
    (line,) = written()
    assert "error" not in line


@pytest.mark.parametrize("name", ["httpx", "aiogram.event", "aiohttp.access", "alembic"])
def test_talkative_libraries_are_silent_below_a_warning(
    written: Callable[[], list[dict[str, Any]]], name: str
) -> None:
    logging.getLogger(name).info("GET /%s", SECRET)
    assert not written()


def _fail() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise LookupError(SECRET) from error
