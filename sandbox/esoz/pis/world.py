"""Puts the e-cabinet's side of ЕСОЗ together: sign-in pages, OAuth, and `/api/pis`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet

from sandbox.esoz.pis.approvals import Approvals
from sandbox.esoz.pis.apps_api import AppsApi
from sandbox.esoz.pis.client import Client
from sandbox.esoz.pis.consents import Consents
from sandbox.esoz.pis.declaration_checks import DeclarationChecks
from sandbox.esoz.pis.declaration_requests import DeclarationRequests
from sandbox.esoz.pis.declaration_requests_api import DeclarationRequestsApi
from sandbox.esoz.pis.declarations import Declarations
from sandbox.esoz.pis.declarations_api import DeclarationsApi
from sandbox.esoz.pis.dictionaries import DictionariesApi
from sandbox.esoz.pis.doctors_desk import DoctorsDesk
from sandbox.esoz.pis.documents_api import DocumentsApi
from sandbox.esoz.pis.events import Events
from sandbox.esoz.pis.gate import Gate
from sandbox.esoz.pis.method_requests import MethodRequestsApi
from sandbox.esoz.pis.my_pages import MyPages
from sandbox.esoz.pis.oauth import OAuth
from sandbox.esoz.pis.otp import OtpSender
from sandbox.esoz.pis.patients import Patients
from sandbox.esoz.pis.person_api import PersonApi
from sandbox.esoz.pis.person_requests_api import PersonRequestsApi
from sandbox.esoz.pis.signing_in import SigningIn
from sandbox.esoz.pis.sim import PisSim
from sandbox.esoz.pis.storage import Storage
from sandbox.esoz.pis.switches import Switches
from sandbox.esoz.pis.tokens import Tokens
from sandbox.esoz.pis.uaddresses import UaddressesApi
from sandbox.esoz.pis.workplaces import Workplaces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aiohttp import web

    from sandbox.clock import SandboxClock
    from sandbox.directory import Directory
    from sandbox.esoz.gateway import Gateway
    from sandbox.esoz.outbox import Outbox
    from sandbox.esoz.person import Person


class Pis:
    """All in memory, by the clock of its world."""

    def __init__(
        self,
        *,
        clock: SandboxClock,
        people: Sequence[Person],
        outbox: Outbox,
        directory: Callable[[], Directory],
    ) -> None:
        self._clock = clock
        self.client, self.switches = Client(), Switches()
        self.tokens = Tokens(clock, self.switches)
        self._approvals = Approvals(clock)
        self.patients = Patients(people, clock.now())
        self._storage = Storage(clock)
        self._events = Events(clock)
        workplaces = Workplaces(directory)
        declarations = Declarations(
            clock=clock,
            workplaces=workplaces,
            specials={person.id: person.special for person in people},
            events=self._events,
        )
        self._declarations = DeclarationsApi(declarations, workplaces, self._storage)
        self._person_requests = PersonRequestsApi(
            clock, self.patients, self._storage, self.switches
        )
        self._declare_with(declarations, workplaces)
        self._methods = MethodRequestsApi(self.patients, OtpSender(outbox))
        consents = self._sign_in_with(clock)
        self._sim = PisSim(
            client=self.client,
            switches=self.switches,
            patients=self.patients,
            consents=consents,
            tokens=self.tokens,
            oauth=self._oauth,
            events=self._events,
        )

    def _declare_with(self, declarations: Declarations, workplaces: Workplaces) -> None:
        requests = DeclarationRequests(
            clock=self._clock, switches=self.switches, declarations=declarations
        )
        self._declaration_requests = DeclarationRequestsApi(
            requests=requests,
            checks=DeclarationChecks(workplaces, self.switches),
            workplaces=workplaces,
            patients=self.patients,
            person_requests=self._person_requests,
            switches=self.switches,
        )
        self._desk = DoctorsDesk(requests, self.patients)

    def _sign_in_with(self, clock: SandboxClock) -> Consents:
        consents = Consents(
            clock=clock,
            client=self.client,
            switches=self.switches,
            tokens=self.tokens,
            approvals=self._approvals,
        )
        self._oauth = OAuth(
            clock=clock, client=self.client, tokens=self.tokens, approvals=self._approvals
        )
        self._my = MyPages(
            client=self.client,
            switches=self.switches,
            signing_in=SigningIn(clock, self.tokens, self.patients),
            consents=consents,
        )
        return consents

    def register_redirect(self, redirect_uri: str) -> None:
        """Register one more exact address for the client."""
        self.client.redirect_uris.add(redirect_uri)

    def bot_settings(self, base: str) -> dict[str, str]:
        """What a bot needs to be an e-cabinet of this world; `base` is the world's address."""
        return {
            "ESOZ_CLIENT_ID": self.client.id,
            "ESOZ_AUTH_URL": f"{base}/esoz",
            "ESOZ_SIGN_IN_URL": f"{base}/my",
            "ENCRYPTION_KEYS": _encryption_key(),
        }

    def is_access_token(self, value: str) -> bool:
        return self.tokens.live(value) is not None

    def routes(self, gateway: Gateway) -> list[web.AbstractRouteDef]:
        gate = Gate(gateway, self._clock, self.tokens, self.patients)
        behind_the_gate = (
            self._oauth,
            PersonApi(self.patients),
            AppsApi(self._approvals, self.tokens),
            self._methods,
            self._person_requests,
            DocumentsApi(self._storage, self._events),
            self._declarations,
            self._declaration_requests,
            DictionariesApi(),
            UaddressesApi(),
        )
        return [
            *(route for part in behind_the_gate for route in part.routes(gate)),
            *self._events.routes(gateway),
            *self._my.routes(),
            *self._storage.routes(gateway),
            *self._desk.routes(),
            *self._sim.routes(),
        ]


@cache
def _encryption_key() -> str:
    """One for the whole process, so that a bot that starts again can read what it stored."""
    return Fernet.generate_key().decode()
