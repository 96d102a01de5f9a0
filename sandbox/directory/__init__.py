"""A made-up directory of doctors and facilities in real settlements, and its exports."""

from __future__ import annotations

from sandbox.directory.directory import Directory
from sandbox.directory.exports import Export, export_rows

__all__ = ["Directory", "Export", "export_rows"]
