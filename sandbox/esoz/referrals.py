"""All referrals of the sandbox, and the nightly job that lets them expire."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sandbox.esoz.service_request import ProgramStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sandbox.clock import SandboxClock
    from sandbox.esoz.service_request import ServiceRequest


class Referrals:
    """Service requests by number, in the order in which they were invented."""

    def __init__(self, clock: SandboxClock, service_requests: Iterable[ServiceRequest]) -> None:
        self._clock = clock
        self._by_number: dict[str, list[ServiceRequest]] = defaultdict(list)
        for service_request in service_requests:
            self._by_number[service_request.requisition].append(service_request)
        self._job_ran_on: date = clock.now().date()

    def numbers(self) -> dict[str, list[ServiceRequest]]:
        """The services under each number."""
        self.expire_if_due()
        return dict(self._by_number)

    def under(self, number: str) -> list[ServiceRequest]:
        """The services under `number` exactly as written; none when nobody knows it."""
        self.expire_if_due()
        return list(self._by_number.get(number, ()))

    def expire_if_due(self) -> None:
        """Run the job once for each new day (UTC), so a clock moved by days is noticed.

        The rule is CF "Service request autoexpiration": still active, program status empty or
        new, and no medical record refers to it. No source says that the patient is told.
        """
        now = self._clock.now()
        if now.date() == self._job_ran_on:
            return
        self._job_ran_on = now.date()
        for services in self._by_number.values():
            for service_request in services:
                is_untouched = service_request.program_status in {None, ProgramStatus.NEW}
                is_active = service_request.status is Status.ACTIVE
                if is_active and is_untouched and service_request.expires_at < now:
                    service_request.change_status(Status.RECALLED, now, "autoexpired")
