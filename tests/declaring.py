"""A patient, a doctor with free places, and the facility's desk, for tests of declaring."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town

START, YES, SIGN = "Почати декларацію", "Так, подати заяву", "Прочитати й підписати"
DESK = "/sim/desk/declaration_requests"
CREATE = "POST /esoz/api/pis/declaration_requests"
_FREE = (
    "select key from directory_doctors where takes_declarations and speciality = ? "
    "and declarations_limit - declarations_count >= 20 order by key"
)


def free_doctor(database: Path, speciality: str = "FAMILY_DOCTOR") -> int:
    """Return the key of a doctor who takes patients."""
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(_FREE, (speciality,)).fetchone()[0])


async def to_question(patient: Patient, database: Path, speciality: str = "FAMILY_DOCTOR") -> None:
    """Walk from the doctor's card to the question whether to ask for a declaration."""
    await patient.says(f"/start doc-{free_doctor(database, speciality)}")
    await patient.taps(START)


async def at_desk(town: Town, person_id: str) -> list[dict[str, Any]]:
    """The person's requests as the facility sees them, newest first."""
    rows = (await town.call("GET", DESK))["declaration_requests"]
    return [row for row in rows if row["person_id"] == person_id]


async def facility(town: Town, person_id: str, action: str) -> None:
    """Let the facility `cosign` or `reject` the newest request."""
    newest = (await at_desk(town, person_id))[0]
    await town.call("POST", f"{DESK}/{newest['id']}", {"action": action})


async def changes(town: Town) -> list[str]:
    """What was done to requests at ЕСОЗ: "create", "sign", "reject", as often as asked."""
    calls = (await town.call("GET", "/sim/esoz/calls"))["calls"]
    asked = [call for call in calls if "/api/pis/declaration_requests" in call["path"]]
    return [
        "create" if call["method"] == "POST" else call["path"].rpartition("/")[2]
        for call in asked
        if call["method"] != "GET"
    ]
