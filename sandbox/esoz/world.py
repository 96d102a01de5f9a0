"""Puts the invented ЕСОЗ together: its data, its API under /esoz, the person's side under /sim."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.directory import Directory
from sandbox.esoz import gateway, messages
from sandbox.esoz.bulk import Bulk
from sandbox.esoz.desk import Desk
from sandbox.esoz.doctors import Doctors
from sandbox.esoz.gateway import Gateway
from sandbox.esoz.invent_referrals import invent_referrals
from sandbox.esoz.known_referrals import FORBIDDEN_NUMBER
from sandbox.esoz.outbox import Outbox
from sandbox.esoz.people import invent_people
from sandbox.esoz.pis import Pis
from sandbox.esoz.referrals import Referrals
from sandbox.esoz.search import SearchServiceRequests
from sandbox.esoz.sim import Sim

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.clock import SandboxClock
    from sandbox.esoz.person import Person
    from sandbox.faults import Faults

# Other messages of ЕСОЗ, so that a person can try how the bot tells them from a referral's.
_PRESCRIPTIONS = (
    ("0000-243P-1X53-EH38", "4821"),
    ("0000-70K0-6MTX-K8M8", "1795"),
    ("0001-9A4E-H2KP-37XT", "6312"),
)
_DECLARATION_CODE = "7489"


class Esoz:
    """ЕСОЗ as the bot meets it, all in memory; the same world for the same day of `clock`."""

    referral_token = gateway.REFERRAL_TOKEN
    expired_token = gateway.EXPIRED_TOKEN
    unscoped_token = gateway.UNSCOPED_TOKEN
    api_key = gateway.API_KEY
    unscoped_api_key = gateway.UNSCOPED_API_KEY
    forbidden_number = FORBIDDEN_NUMBER

    def __init__(self, *, clock: SandboxClock, faults: Faults, doctors: int = 2000) -> None:
        """`doctors` is the size of the directory; 100,000 is a national one."""
        now = clock.now()
        self._doctors = doctors
        self._first_day = now.date()
        people = self.people = invent_people(now.date())
        referrals = Referrals(clock, invent_referrals(people, now))
        outbox = Outbox()
        outbox.send_about_past(referrals.numbers().values())
        _send_other_messages(outbox, people[0], now)
        self.pis = Pis(clock=clock, people=people, outbox=outbox, directory=lambda: self.directory)
        self._gateway = Gateway(clock, faults, self.pis.is_access_token)
        self._search = SearchServiceRequests(clock, referrals)
        self._bulk = Bulk(clock, lambda: self.directory)
        self._sim = Sim(
            people=people,
            referrals=referrals,
            outbox=outbox,
            doctors=Doctors(clock, lambda: self.directory),
            desk=Desk(clock, referrals, outbox),
        )

    @cached_property
    def directory(self) -> Directory:
        """Made when it is first asked for: a start does not wait for it."""
        return Directory.generate(self._doctors, today=self._first_day)

    @property
    def slow_seconds(self) -> float:
        """How long an answer takes that a "slow" fault meets."""
        return self._gateway.slow_seconds

    @slow_seconds.setter
    def slow_seconds(self, seconds: float) -> None:
        self._gateway.slow_seconds = seconds

    def routes(self) -> list[web.AbstractRouteDef]:
        search = self._gateway.guard(self._search, scope="service_request:read")
        return [
            web.get("/esoz/api/service_requests", search),
            *self._bulk.routes(self._gateway),
            *self.pis.routes(self._gateway),
            web.route("*", "/esoz/{path:.*}", self._gateway.nothing_here()),
            *self._sim.routes(),
            *self._gateway.record.routes(),
        ]


def _send_other_messages(outbox: Outbox, person: Person, now: datetime) -> None:
    for ago, (number, code) in enumerate(_PRESCRIPTIONS, start=2):
        outbox.send(person, messages.prescription(number, code), now - timedelta(hours=ago))
    code = messages.declaration_code(_DECLARATION_CODE)
    outbox.send(person, code, now - timedelta(hours=1))
