"""Seeds and ids of the invented world: the same on every start."""

from __future__ import annotations

from random import Random
from uuid import UUID, uuid5

_SEED = 2026
_NAMESPACE = UUID("5a6d1f0e-0000-4000-8000-000000002026")


def dice(purpose: str) -> Random:
    """The random numbers for one purpose; another purpose never shifts them."""
    return Random(f"{_SEED}:{purpose}")  # noqa: S311 - invented data, nothing secret


def invented_id(*parts: object) -> str:
    """A UUID that belongs to `parts` for ever."""
    return str(uuid5(_NAMESPACE, ":".join(str(part) for part in parts)))
