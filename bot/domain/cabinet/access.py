"""A consent that a patient gave to an e-cabinet to use their data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class CabinetAccess:
    """An approval of /api/pis/apps; `scope` holds what it lets the e-cabinet do."""

    id: str
    client_id: str
    client_name: str
    scope: frozenset[str] = frozenset()
    user_id: str = field(default="", repr=False)
    applicant_user_id: str = field(default="", repr=False)
    created_at: datetime | None = None
    updated_at: datetime | None = None
