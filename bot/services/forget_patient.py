"""A patient has everything deleted that is stored about them."""

from __future__ import annotations

from typing import Protocol


class PatientStore(Protocol):
    async def forget(self, telegram_id: int) -> None:
        """Delete every row about this patient, in one transaction."""
        ...


class ForgetPatient:
    def __init__(self, *, patients: PatientStore) -> None:
        self._patients = patients

    async def __call__(self, *, telegram_id: int) -> None:
        await self._patients.forget(telegram_id)
