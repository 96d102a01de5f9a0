"""The invented exports as files on disk, so that inventing them costs the measured run nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from sandbox.directory import Directory
from sandbox.directory.exports import Export, export_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path


def write_exports(folder: Path, doctors: int, today: date) -> Mapping[str, int]:
    """Write one file for each export; return how many rows it has."""
    directory = Directory.generate(doctors, today=today)
    return {export.value: _write(folder / export, directory, export, today) for export in Export}


def _write(path: Path, directory: Directory, export: Export, today: date) -> int:
    rows = 0
    with path.open("wb") as file:
        file.write(b'{"meta":' + orjson.dumps({"code": 200, "date": today}) + b',"data":[')
        for row in export_rows(directory, export):
            file.write((b",\n" if rows else b"\n") + orjson.dumps(row))
            rows += 1
        file.write(b"]}")
    return rows
