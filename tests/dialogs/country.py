"""A town where patients declare: they move its clock by days, and nobody else is in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.signing_change import signs_change
from tests.signing_in import person, signs_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town

START, YES, SIGN = "Почати декларацію", "Так, подати заяву", "Прочитати й підписати"
DESK = "/sim/desk/declaration_requests"
_REQUESTS = "/esoz/api/pis/declaration_requests"


@dataclass
class Country:
    """A town of these tests alone: they move the clock by days, and declare."""

    town: Town
    database: Path

    async def signed_in(self, special: str, *, by: str = "") -> Patient:
        patient, who = await self.town.patient(), await person(self.town, special)
        names = (who["last_name"], who["first_name"], who["second_name"], who["tax_id"])
        signer = await person(self.town, by) if by else who
        await signs_in(patient, signer["id"], ward=" ".join(filter(None, names)) if by else "")
        return patient

    async def to_doctor(self, patient: Patient, speciality: str, *, is_full: bool = False) -> None:
        await patient.says(f"/start doc-{self.doctor(speciality, is_full=is_full)}")

    def doctor(self, speciality: str, *, is_full: bool = False) -> int:
        free = (-10_000, 0) if is_full else (20, 10_000)
        asked = (
            "select key from directory_doctors where takes_declarations and speciality = ? "
            "and declarations_limit - declarations_count between ? and ? order by key"
        )
        with closing(sqlite3.connect(self.database)) as connection:
            found = connection.execute(asked, (speciality, *free)).fetchone()
        return int(found[0])

    def place(self, speciality: str) -> tuple[str, str]:
        """Ids of ЕСОЗ of the same doctor."""
        asked = (
            "select employee_id, division_id from directory_keys where key = ?",
            (self.doctor(speciality),),
        )
        with closing(sqlite3.connect(self.database)) as connection:
            employee, division = connection.execute(*asked).fetchone()
        return str(employee), str(division)

    async def requests(self, special: str) -> list[dict[str, Any]]:
        """Those of a person, newest first, as the facility's desk sees them."""
        who = await person(self.town, special)
        rows = (await self.town.call("GET", DESK))["declaration_requests"]
        return [row for row in rows if row["person_id"] == who["id"]]

    async def answers(self, special: str, action: str) -> None:
        """The facility's doctor co-signs or rejects the newest request."""
        newest = (await self.requests(special))[0]
        await self.town.call("POST", f"{DESK}/{newest['id']}", {"action": action})

    async def elsewhere(self, special: str, method: str, path: str = "", body: Any = None) -> None:
        """The person does something to requests in another e-cabinet."""
        who = await person(self.town, special)
        token = await self.town.call("POST", "/sim/esoz/tokens", {"person_id": who["id"]})
        headers = {
            "Authorization": f"Bearer {token['value']}",
            "api-key": self.town.world.bot_settings(1)["ESOZ_API_KEY"],
        }
        url = f"{self.town.base}{_REQUESTS}{path}"
        async with self.town.http.request(method, url, json=body or {}, headers=headers) as answer:
            assert answer.status < 300, await answer.text()

    async def asks(self, patient: Patient, speciality: str = "FAMILY_DOCTOR") -> None:
        """Walk from the card to a request that waits for the signature."""
        await self.to_doctor(patient, speciality)
        await patient.taps(START)
        await patient.taps(YES)

    async def signed_request(self, special: str, *, by: str = "") -> Patient:
        """A patient whose request the facility is to answer."""
        patient = await self.signed_in(special, by=by)
        await self.asks(patient)
        await patient.taps(SIGN)
        await signs_change(patient, (await person(self.town, by or special))["id"])
        return patient

    async def later(self, patient: Patient, **passed: float) -> str:
        """Move the clock; gives what the bot wrote by then."""
        await patient.looks()
        await self.town.advance(**passed)
        await patient.looks()
        return "\n".join(seen.text for seen in patient.new)
