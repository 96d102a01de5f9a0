"""The person's side of ЕСОЗ under /sim: people, referrals, messages, doctors, the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.esoz.bodies import explained, json_object, wrong_body
from sandbox.esoz.desk import Action
from sandbox.esoz.record import moment
from sandbox.esoz.rows import desk_row, person_row, referral_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.esoz.desk import Desk
    from sandbox.esoz.doctors import Doctors
    from sandbox.esoz.outbox import Outbox
    from sandbox.esoz.person import Person
    from sandbox.esoz.referrals import Referrals


class Sim:
    """Handlers of `/sim/...` as design.md §7 lists them; no fault and no token here."""

    def __init__(
        self,
        *,
        people: Sequence[Person],
        referrals: Referrals,
        outbox: Outbox,
        doctors: Doctors,
        desk: Desk,
    ) -> None:
        self._people = people
        self._referrals = referrals
        self._outbox = outbox
        self._doctors = doctors
        self._desk = desk

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/sim/people", self.people),
            web.get("/sim/referrals", self.referrals),
            web.get("/sim/outbox", self.outbox),
            web.get("/sim/doctors", explained(self._doctors.listed)),
            web.post("/sim/doctors", explained(self._doctors.put)),
            web.post("/sim/desk/referrals/{number}", explained(self.desk)),
        ]

    async def people(self, _: web.Request) -> web.Response:
        return web.json_response({"people": [person_row(person) for person in self._people]})

    async def referrals(self, _: web.Request) -> web.Response:
        """One row for each service, the well-known numbers first."""
        services = [one for under in self._referrals.numbers().values() for one in under]
        return web.json_response({"referrals": [referral_row(one) for one in services]})

    async def outbox(self, _: web.Request) -> web.Response:
        """Oldest message first."""
        sent = [
            {"to": one.to, "channel": one.channel, "text": one.text, "at": moment(one.at)}
            for one in self._outbox.messages()
        ]
        return web.json_response({"messages": sent})

    async def desk(self, request: web.Request) -> web.Response:
        body = await json_object(request)
        number = request.match_info["number"]
        services = self._desk.act(number, _action(body), body.get("service_id"))
        return web.json_response({"number": number, "services": [desk_row(s) for s in services]})


def _action(body: dict[str, Any]) -> Action:
    action = body.get("action")
    if action not in list(Action):
        raise wrong_body("$.action", "inclusion", f"expected one of {', '.join(Action)}")
    return Action(action)
