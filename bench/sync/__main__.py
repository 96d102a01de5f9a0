"""Syncs an invented country twice into a database and prints one table."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING

from bench.sync.cost import run
from bench.sync.files import write_exports
from bench.sync.patients import patients_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.sync.cost import Cost

_SMALL_SHARE = 10
_MB = 1_000_000
_WHOLE = """
import json, pathlib, sys
rows = 0
for path in pathlib.Path(sys.argv[1]).iterdir():
    rows += len(json.loads(path.read_bytes())["data"])
"""
"""The plain way to read the same files: each whole, with the standard library."""


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("--doctors", type=int, default=100_000)
    options.add_argument("--database", help="PostgreSQL, empty; an SQLite file otherwise")
    asked = options.parse_args()
    for name, figure in _rows(asked.doctors, asked.database):
        sys.stdout.write(f"| {name} | {figure} |\n")
        sys.stdout.flush()


def _rows(doctors: int, database: str | None) -> Iterator[tuple[str, str]]:
    yield f"{doctors} doctors, {'PostgreSQL' if database else 'SQLite'}", "figure"
    yield "---", "---:"
    with TemporaryDirectory() as folder:
        url = database or f"sqlite+aiosqlite:///{folder}/bot.db"
        files = Path(folder, "exports")
        files.mkdir()
        rows = write_exports(files, doctors, datetime.now(UTC).date())
        total_mb = sum(path.stat().st_size for path in files.iterdir()) / _MB
        yield "rows in the exports", f"{sum(rows.values())} in {total_mb:.0f} MB"
        costs = []
        for kind in ("first", "second"):
            cost, waits, unanswered = _sync(url, files)
            costs.append(cost)
            yield f"{kind} sync, rows a second", f"{sum(rows.values()) / cost.seconds:.0f}"
            yield f"{kind} sync, seconds", f"{cost.seconds:.0f} (core {cost.cpu_seconds:.0f})"
            yield f"{kind} sync, peak memory", f"{cost.peak_mb:.0f} MB"
            yield f"{kind} sync, looks of a patient meanwhile", f"{len(waits)}"
            yield "— unanswered cards", f"{unanswered}"
            yield "— wait, median and longest", f"{median(waits):.0f} and {max(waits):.0f} ms"
        whole = run(["-c", _WHOLE, str(files)], {}, lambda: sleep(0.05))
        yield "peak memory of reading files whole, to ours", f"{whole.peak_mb / cost.peak_mb:.1f}×"
        if not database:
            growth = _growth(doctors, costs[0])
            yield "core seconds, against a tenth of the doctors", f"{growth:.1f}×"


def _growth(doctors: int, ours: Cost) -> float:
    """How many times the core's time of a first sync grows with ten times the doctors."""
    with TemporaryDirectory() as folder:
        files = Path(folder, "exports")
        files.mkdir()
        write_exports(files, doctors // _SMALL_SHARE, datetime.now(UTC).date())
        cost, _, _ = _sync(f"sqlite+aiosqlite:///{folder}/bot.db", files)
    return ours.cpu_seconds / cost.cpu_seconds


def _sync(url: str, files: Path) -> tuple[Cost, list[float], int]:
    with _served(files) as address, patients_of(url) as patients:
        settings = {"DATABASE_URL": url, "ESOZ_API_URL": address, "ESOZ_API_KEY": "invented"}
        command = ["-m", "bot", "sync-directory", "--full"]
        cost = run(command, settings, patients.look)
        return cost, patients.waits_ms, patients.unanswered


@contextmanager
def _served(files: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "bench.sync.serve", str(files)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    try:
        if server.stdout is None:
            raise SystemExit("the server of the exports does not speak")
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
