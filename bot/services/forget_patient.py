"""A patient has everything deleted that is stored about them."""

from __future__ import annotations

from typing import Protocol


class PatientStore(Protocol):
    async def forget(self, telegram_id: int) -> None:
        """Delete every row about this patient, in one transaction."""
        ...


class EndSessions(Protocol):
    """`SignOut`."""

    async def __call__(self, *, telegram_id: int) -> bool: ...


class ForgetPatient:
    """`sign_out` is None where patients cannot sign in."""

    def __init__(self, *, patients: PatientStore, sign_out: EndSessions | None = None) -> None:
        self._patients = patients
        self._sign_out = sign_out

    async def __call__(self, *, telegram_id: int) -> None:
        """End the patient's sessions at ЕСОЗ as far as it answers, and delete every row.

        Raises Unavailable when the database fails.
        """
        if self._sign_out is not None:
            await self._sign_out(telegram_id=telegram_id)
        await self._patients.forget(telegram_id)
