"""The messages that ЕСОЗ sent to patients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

NEW, SEVEN = "8830-3875-8474-6820", "1593-7820-4466-3012"
TRANSFER, NO_PHONE = "2745-8803-6619-1052", "6390-1127-4485-7736"
CHILD, NO_VIBER = "4059-2286-7713-9404", "1876-5540-3927-6618"
IN_ERROR, EXPIRED = "9126-4470-8351-2603", "6085-1397-2240-8856"


async def _about(world: World, number: str) -> list[dict[str, Any]]:
    return [message for message in await world.sim("outbox") if number in message["text"]]


async def test_patient_gets_the_number_and_its_last_day(world: World) -> None:
    (message,) = await _about(world, NEW)
    assert set(message) == {"to", "channel", "text", "at"}
    (row,) = [row for row in await world.sim("referrals") if row["number"] == NEW]
    year, month, day = row["expiration_date"][:10].split("-")
    assert message["text"].endswith(f"{NEW}. Дійсне до {day}.{month}.{year}.")
    assert message["channel"] == "viber"


async def test_several_services_of_one_visit_are_one_message(world: World) -> None:
    created = [one for one in await _about(world, SEVEN) if "Дійсне" in one["text"]]
    assert len(created) == 1


async def test_nothing_is_sent_when_a_facility_is_named_or_there_is_no_phone(
    world: World,
) -> None:
    assert await _about(world, TRANSFER) == []
    assert await _about(world, NO_PHONE) == []


async def test_message_about_a_child_goes_to_the_adult(world: World) -> None:
    (message,) = await _about(world, CHILD)
    assert message["to"].startswith("+3805000000")


async def test_sms_is_the_way_where_there_is_no_viber(world: World) -> None:
    (message,) = await _about(world, NO_VIBER)
    assert message["channel"] == "sms"


async def test_cancelled_referral_was_announced_and_an_expired_one_was_not(world: World) -> None:
    texts = [message["text"] for message in await _about(world, IN_ERROR)]
    assert texts[-1] == f"Ваше направлення під номером {IN_ERROR} було відмінено"
    assert len(await _about(world, EXPIRED)) == 1


async def test_newest_messages_are_those_that_are_no_referral(world: World) -> None:
    newest = [message["text"] for message in (await world.sim("outbox"))[-4:]]
    assert "Ваш рецепт: 0000-243P-1X53-EH38. Код підтвердження: 4821" in newest
    assert newest[-1] == "ЕСОЗ. Код підтвердження заяви на декларацію: 7489"


async def test_outbox_is_in_the_order_of_time(world: World) -> None:
    times = [message["at"] for message in await world.sim("outbox")]
    assert times == sorted(times)
    assert len(times) > 100
