"""A pytest plugin: tests that need a server or a browser run last, and a missing one is named.

With REQUIRE_SERVERS=1, as in CI, a missing server is an error, and so is any skip among them.
"""

from __future__ import annotations

import os
import shutil
import socket
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_DEFAULT_PORTS = {"postgres": 5432, "redis": 6379}
_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Return the path of an installed Chromium, None when there is none."""
    return next(filter(None, map(shutil.which, _CHROMIUM_NAMES)), None)


def _postgres_missing() -> str | None:
    return _server_missing("POSTGRES_URL", "postgres")


def _redis_missing() -> str | None:
    return _server_missing("REDIS_URL", "redis")


def _browser_missing() -> str | None:
    return None if chromium() else "Chromium is not installed"


def _server_missing(variable: str, marker: str) -> str | None:
    url = urlsplit(os.environ.get(variable, ""))
    if not url.hostname:
        return f"{variable} is not set"
    try:
        socket.create_connection((url.hostname, url.port or _DEFAULT_PORTS[marker]), 2).close()
    except OSError:
        return f"nothing answers at {variable}"
    return None


_MISSING: dict[str, Callable[[], str | None]] = {
    "postgres": _postgres_missing,
    "redis": _redis_missing,
    "browser": _browser_missing,
}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests with a need last, and skip those whose need is not met."""
    items.sort(key=lambda item: bool(_needs(item)))
    wanted = {marker for item in items for marker in _needs(item)}
    reasons = {marker: _MISSING[marker]() for marker in sorted(wanted)}
    for item in items:
        missing = [reason for marker in _needs(item) if (reason := reasons[marker])]
        if missing:
            item.add_marker(pytest.mark.skip(reason=missing[0]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where servers are required, no test may get round them by skipping itself."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and _needs(item) and _is_strict():
        report.outcome = "failed"
        report.longrepr = f"REQUIRE_SERVERS=1, but skipped: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name in one line what was left out; pytest's own summary line comes after it.

    The reports tell, since tests may have run in other processes than this one.
    """
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    reasons = [reason for missing in _MISSING.values() if (reason := missing())]
    left_out = Counter(reason for reason in reasons for text in skipped if reason in text)
    if left_out:
        said = "; ".join(f"{count} as {reason}" for reason, count in left_out.items())
        terminalreporter.write_line(f"Left out: {said}.")


def _needs(item: pytest.Item) -> list[str]:
    return [marker for marker in _MISSING if item.get_closest_marker(marker)]


def _is_strict() -> bool:
    return os.environ.get("REQUIRE_SERVERS") == "1"
