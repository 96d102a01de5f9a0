"""The reception desk: effects and refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

NEW = "8830-3875-8474-6820"
TAKEN_BY_OTHER, TAKEN_BY_DESK = "2096-7718-3405-9921", "5150-2284-6097-3318"
COMPLETED, RECALLED = "3372-9041-1865-7720", "7741-5208-9936-0415"
WITHOUT_PROGRAM, OVERDUE = "2659-1183-0742-6694", "4870-3316-9258-1107"
THREE, NO_PHONE = "8264-1075-3391-9947", "6390-1127-4485-7736"
ANOTHER = "Service request is used by another legal entity"


def _states(answer: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(one["status"], one["program_processing_status"]) for one in answer["services"]]


async def test_taking_a_referral_into_work_shows_in_the_search(world: World) -> None:
    status, answer = await world.at_desk(NEW, "use")
    assert status == 200
    assert answer["number"] == NEW
    assert _states(answer) == [("active", "in_progress")]
    (record,) = (await world.search(NEW))["data"]
    assert record["program_processing_status"] == "in_progress"
    assert record["used_by_legal_entity"]["display_value"]
    history = record["program_processing_status_history"]
    assert [change["program_processing_status"] for change in history] == ["new", "in_progress"]


async def test_completing_closes_the_service(world: World) -> None:
    await world.at_desk(NEW, "use")
    _, answer = await world.at_desk(NEW, "complete")
    assert _states(answer) == [("completed", "completed")]
    assert (await world.search(NEW))["data"] == []
    assert len((await world.search(NEW, status="completed"))["data"]) == 1


async def test_releasing_makes_it_new_again(world: World) -> None:
    _, answer = await world.at_desk(TAKEN_BY_DESK, "release")
    assert _states(answer) == [("active", "new")]
    (record,) = (await world.search(TAKEN_BY_DESK))["data"]
    assert record["used_by_legal_entity"] is None
    assert (await world.at_desk(TAKEN_BY_DESK, "use"))[0] == 200


async def test_recalling_tells_the_patient(world: World) -> None:
    before = await world.sim("outbox")
    _, answer = await world.at_desk(NEW, "recall")
    assert _states(answer) == [("recalled", "new")]
    (record,) = (await world.search(NEW, status="recalled"))["data"]
    assert record["status_reason"]["coding"][0]["code"] == "default"
    (message,) = (await world.sim("outbox"))[len(before) :]
    assert message["text"] == f"Ваше направлення під номером {NEW} було відкликано"


async def test_resending_sends_the_number_once_for_several_services(world: World) -> None:
    before = await world.sim("outbox")
    status, answer = await world.at_desk(THREE, "resend")
    assert status == 200
    assert len(answer["services"]) == 3
    (message,) = (await world.sim("outbox"))[len(before) :]
    assert THREE in message["text"]
    assert message["channel"] == "viber"


async def test_without_service_id_every_service_that_allows_it_is_taken(world: World) -> None:
    _, answer = await world.at_desk(THREE, "use")
    assert _states(answer) == [
        ("active", "in_progress"),
        ("active", "in_progress"),
        ("completed", "completed"),
    ]
    status, answer = await world.at_desk(THREE, "use")
    assert status == 409
    assert answer["error"]["message"] == "Service request is already used"


async def test_with_service_id_only_that_service_is_touched(world: World) -> None:
    first, second = (await world.search(THREE))["data"]
    status, answer = await world.at_desk(THREE, "use", second["id"])
    assert (status, answer["error"]["message"]) == (409, "Service request is already used")
    status, answer = await world.at_desk(THREE, "recall", first["id"])
    assert _states(answer)[0] == ("recalled", "new")
    assert _states(answer)[1] == ("active", "in_progress")


@pytest.mark.parametrize(
    ("number", "action", "message"),
    [
        (TAKEN_BY_OTHER, "use", "Service request is already used"),
        (COMPLETED, "use", "Invalid service request status"),
        (WITHOUT_PROGRAM, "use", "Service request without a program can not be used"),
        (OVERDUE, "use", "Service request is expired"),
        (TAKEN_BY_OTHER, "complete", ANOTHER),
        (NEW, "complete", ANOTHER),
        (COMPLETED, "complete", "Invalid service request status"),
        (TAKEN_BY_OTHER, "release", ANOTHER),
        (NEW, "release", "Invalid program processing status"),
        (RECALLED, "release", "Invalid service request status"),
        (RECALLED, "recall", "Service request in status recalled cannot be recalled"),
        (COMPLETED, "resend", "Invalid service request status"),
        (NO_PHONE, "resend", "Resend SMS is not allowed for this authentication method"),
    ],
)
async def test_desk_is_refused_with_a_conflict(
    world: World, number: str, action: str, message: str
) -> None:
    status, answer = await world.at_desk(number, action)
    assert status == 409
    assert answer["meta"]["code"] == 409
    assert answer["error"] == {"type": "request_conflict", "message": message}


async def test_service_without_a_program_is_completed_without_being_used(world: World) -> None:
    _, answer = await world.at_desk(WITHOUT_PROGRAM, "complete")
    assert _states(answer) == [("completed", None)]


@pytest.mark.parametrize(
    ("number", "service_id"), [("1234-5678-9012-3456", None), (NEW, "not-there")]
)
async def test_unknown_number_or_service_is_not_found(
    world: World, number: str, service_id: str | None
) -> None:
    status, answer = await world.at_desk(number, "use", service_id)
    assert status == 404
    assert answer["error"] == {"type": "not_found", "message": "Service request not found"}


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"action": "burn"}', '{"action": []}'])
async def test_desk_explains_a_wrong_body(world: World, body: str) -> None:
    answer = await world.client.post(f"/sim/desk/referrals/{NEW}", data=body)
    assert answer.status == 422
    assert (await answer.json())["error"]["type"] == "validation_failed"
