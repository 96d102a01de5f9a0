"""Runs a program as its own process, and says what that cost."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_KIB_IN_MB = 1024


@dataclass(frozen=True)
class Cost:
    """Of one process that has ended: seconds by the wall and by the core, and its largest RSS."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


def run(
    arguments: Sequence[str], environment: Mapping[str, str], meanwhile: Callable[[], None]
) -> Cost:
    """Run Python with `arguments`, calling `meanwhile` over and over until it ends.

    Raises SystemExit when it fails.
    """
    begun = perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *arguments], env={**os.environ, **environment}
    )
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        meanwhile()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    cpu_seconds = usage.ru_utime + usage.ru_stime
    return Cost(perf_counter() - begun, cpu_seconds, usage.ru_maxrss / _KIB_IN_MB)
