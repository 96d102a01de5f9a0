"""All declarations, each patient's invented when they are first asked for."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sandbox.esoz.pis.declaration import Declaration, DeclarationStatus
from sandbox.esoz.pis.past_declarations import invent_declarations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.events import Events
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.workplaces import Workplaces

# In no source: that another declaration took its place.
_REPLACED = "auto_new_declaration"


class Declarations:
    """`specials` are the names of special cases by person id."""

    def __init__(
        self,
        *,
        clock: SandboxClock,
        workplaces: Workplaces,
        specials: Mapping[str, str | None],
        events: Events,
    ) -> None:
        self._clock = clock
        self._workplaces = workplaces
        self._specials = specials
        self._events = events
        self._first_day = clock.now().date()
        self._of: dict[str, list[Declaration]] = {}

    def of(self, patient: Patient) -> list[Declaration]:
        """Newest first; those whose last day is over have closed (esoz.md §4.5)."""
        if patient.id not in self._of:
            special = self._specials.get(patient.id)
            self._of[patient.id] = invent_declarations(
                patient, special, self._workplaces, self._first_day
            )
        known = self._of[patient.id]
        for one in known:
            self._close_overdue(one)
        return known[::-1]

    def add(self, patient: Patient, new: Declaration) -> None:
        """A signed one: it ends every other of the patient (esoz.md §4.5)."""
        now = self._clock.now()
        for other in self.of(patient):
            if other.status is DeclarationStatus.ACTIVE:
                self.end(other, DeclarationStatus.TERMINATED, now, _REPLACED)
        self._of[patient.id].append(new)
        self._workplaces.count_declarations(new.employee_id, 1)
        self._events.changed("Declaration", new.id, "active", at=now)

    def end(
        self,
        one: Declaration,
        status: DeclarationStatus,
        at: datetime,
        reason: str | None,
        description: str | None = None,
    ) -> None:
        one.end(status, at, reason, description)
        self._workplaces.count_declarations(one.employee_id, -1)
        self._events.changed("Declaration", one.id, status, at=at)

    def _close_overdue(self, one: Declaration) -> None:
        is_over = one.end_date < self._clock.now().date()
        if is_over and one.status is DeclarationStatus.ACTIVE:
            next_day = one.end_date + timedelta(days=1)
            at = datetime.combine(next_day, time(0, 5), UTC)
            self.end(one, DeclarationStatus.CLOSED, at, None)
