"""A number alone tells nothing about the person, the diagnosis, the specialist or the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.esoz.known_referrals import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.town import Patient, Town

STATUSES = ("active", "completed", "recalled", "entered_in_error")
OPEN = {"eHealth/SNOMED/service_request_categories"}  # the kind of service may be shown


async def _records(town: Town, number: str) -> list[dict[str, Any]]:
    """What ЕСОЗ itself says under a number."""
    esoz = town.world.esoz
    headers = {"Authorization": f"Bearer {esoz.referral_token}", "api-key": esoz.api_key}
    found: list[dict[str, Any]] = []
    for status in STATUSES:
        url = f"{town.base}/esoz/api/service_requests?requisition={number}&status={status}"
        async with town.http.get(url, headers=headers) as answer:
            found += (await answer.json()).get("data", [])
    return found


def _secrets(record: Any, path: str = "") -> Iterator[str]:
    """Names, codes and ids of a record: all that stands under a person, a doctor or a code."""
    if isinstance(record, dict):
        if record.get("system") in OPEN:
            return
        for key, value in record.items():
            yield from _secrets(value, f"{path}.{key}")
    elif isinstance(record, list):
        for value in record:
            yield from _secrets(value, path)
    elif isinstance(record, str) and path.endswith(_TELLING) and len(record) > 2:
        yield record


_TELLING = (".value", ".display_value", ".last_name", ".id", "performer_type.coding.code")


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.number)
async def test_nothing_that_tells_of_the_patient_is_shown(
    town: Town, patient: Patient, known: Any
) -> None:
    secrets = {s for record in await _records(town, known.number) for s in _secrets(record)}
    people = (await town.call("GET", "/sim/people"))["people"]
    rows = (await town.call("GET", "/sim/referrals"))["referrals"]
    owners = {row["person_id"] for row in rows if row["number"] == known.number}
    for person in people:
        if person["id"] in owners:
            secrets |= {person["last_name"], person["tax_id"] or person["id"], person["id"]}
    assert len(secrets) >= 3, "nothing to look for"
    await patient.says(known.number)
    for button in list(patient.buttons):
        if button in {"Показати в реєстратурі", "Перевірити ще раз"}:
            await patient.taps(button)
    shown = "\n".join(
        "\n".join([seen.text, seen.html, *seen.buttons, *seen.callbacks])
        for seen in patient.from_bot
    )
    assert not [secret for secret in secrets if secret in shown]


async def test_secrets_are_really_looked_for(town: Town) -> None:
    """The test above would be worth nothing if it took too little out of a record."""
    found = {s for r in await _records(town, "8830-3875-8474-6820") for s in _secrets(r)}
    record = (await _records(town, "8830-3875-8474-6820"))[0]
    assert record["identity"]["last_name"] in found
    assert record["requester_employee"]["display_value"] in found
    assert record["performer_type"]["coding"][0]["code"] in found
    assert record["subject"]["identifier"]["value"] in found
