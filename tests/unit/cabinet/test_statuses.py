"""ЕСОЗ writes a status in two ways, and may get new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.cabinet import DeclarationStatus, RequestStatus

if TYPE_CHECKING:
    from enum import StrEnum


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NEW", RequestStatus.NEW),
        ("approved", RequestStatus.APPROVED),
        (" Signed ", RequestStatus.SIGNED),
        ("CANCELED", RequestStatus.CANCELLED),
        ("cancelled", RequestStatus.CANCELLED),
        ("expired", RequestStatus.EXPIRED),
        ("FORGOTTEN", RequestStatus.OTHER),
        ("", RequestStatus.OTHER),
        ("ACTIVE", DeclarationStatus.ACTIVE),
        ("pending_verification", DeclarationStatus.PENDING_VERIFICATION),
        ("Terminated", DeclarationStatus.TERMINATED),
        ("forgotten", DeclarationStatus.OTHER),
    ],
)
def test_case_and_spelling_do_not_matter(written: str, meant: StrEnum) -> None:
    assert type(meant)(written) is meant
