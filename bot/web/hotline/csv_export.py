"""Writes a table for a spreadsheet, in which no cell can become a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.web.hotline.figure_tables import Cell, Shown

_BEGIN_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK: Final = "\ufeff"
"""By which a spreadsheet knows UTF-8."""


def as_csv(table: Shown) -> bytes:
    """Return the table in RFC 4180's form."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([_safe(heading) for heading in table.headings])
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return (_MARK + written.getvalue()).encode()


def _safe(cell: Cell) -> Cell:
    """Put an apostrophe before what a spreadsheet would compute."""
    if isinstance(cell, str) and cell.startswith(_BEGIN_FORMULAS):
        return f"'{cell}"
    return cell
