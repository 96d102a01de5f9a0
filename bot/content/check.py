"""Checks what patients read as knowledge: `make content-check`.

Fails on an entry without a source or with a link to nowhere, and warns of an old date.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.content import DATA, KYIV, BadContent, load
from bot.content.ages import stale_entries
from bot.domain.clock import SystemClock

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def check(folder: Path, today: date) -> int:
    """Print what is wrong and what is old; return the exit code: 1 for a fault, 0 otherwise."""
    try:
        library = load(folder)
    except BadContent as fault:
        sys.stdout.write(f"error: {fault}\n")
        return 1
    warnings = stale_entries(library, today)
    for warning in warnings:
        sys.stdout.write(f"warning: {warning}\n")
    counts = (
        f"{len(library.topics)} topics, {len(library.trees)} trees, {len(library.lines)} lines"
    )
    sys.stdout.write(f"{counts}: no faults, {len(warnings)} to check again.\n")
    return 0


if __name__ == "__main__":
    sys.exit(check(DATA, SystemClock().now().astimezone(KYIV).date()))
