"""Updates that are not a patient's own words: groups, repeats, strangers at the webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.dialogs.conftest import SECRET

if TYPE_CHECKING:
    from tests.dialogs.conftest import Telegraph
    from tests.town import Patient

NUMBER = "8830-3875-8474-6820"


def _in_group(message: dict[str, Any], kind: str) -> dict[str, Any]:
    chat = {"id": -1001, "type": kind, "title": "Родина"}
    return message | {"chat": chat}


@pytest.fixture
async def someone(telegraph: Telegraph) -> Patient:
    return await (await telegraph.town.patient()).says("/start")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("text", ["/start", NUMBER, "привіт"])
async def test_bot_keeps_silent_where_others_can_read(
    telegraph: Telegraph, someone: Patient, kind: str, text: str
) -> None:
    before = await telegraph.town.last_call()
    message = _in_group(telegraph.message(someone, text=text), kind)
    assert await telegraph.brings(message=message) == 200
    assert not await telegraph.town.calls(before)


async def test_tap_in_a_group_is_left_alone(telegraph: Telegraph, someone: Patient) -> None:
    before = await telegraph.town.last_call()
    message = _in_group(telegraph.message(someone, text="Меню"), "group")
    tap = {
        "id": "1",
        "from": message["from"],
        "message": message,
        "chat_instance": "1",
        "data": "menu1:0",
    }
    assert await telegraph.brings(callback_query=tap) == 200
    assert not await telegraph.town.calls(before)


async def test_update_that_comes_twice_is_answered_once(
    telegraph: Telegraph, someone: Patient
) -> None:
    message = telegraph.message(someone, text=NUMBER)
    for _ in range(2):
        assert await telegraph.brings(update_id=800_000_001, message=message) == 200
    await someone.looks()
    assert len(someone.new) == 1


async def test_update_without_the_secret_is_refused(
    telegraph: Telegraph, someone: Patient
) -> None:
    message = telegraph.message(someone, text=NUMBER)
    assert await telegraph.brings(secret=f"not {SECRET}", message=message) == 401
    await someone.looks()
    assert not someone.new


async def test_kind_of_update_that_nobody_asked_for_is_taken_quietly(
    telegraph: Telegraph, someone: Patient
) -> None:
    before = await telegraph.town.last_call()
    chooser = {"id": someone.id, "is_bot": False, "first_name": "О"}
    chosen = {"result_id": "1", "from": chooser, "query": NUMBER}
    assert await telegraph.brings(chosen_inline_result=chosen) == 200
    assert not await telegraph.town.calls(before)


async def test_tap_on_a_message_that_telegram_no_longer_shows_the_bot(
    telegraph: Telegraph, someone: Patient
) -> None:
    """Telegram hands over an InaccessibleMessage; and the tap itself is too old to be answered."""
    before = await telegraph.town.last_call()
    message = telegraph.message(someone)
    shown = {"message_id": 1, "date": 0, "chat": message["chat"]}
    tap = {
        "id": "77",
        "from": message["from"],
        "message": shown,
        "chat_instance": "1",
        "data": "menu1:0",
    }
    assert await telegraph.brings(callback_query=tap) == 200
    await someone.looks()
    assert [seen.text.splitlines()[0] for seen in someone.new] == ["Головне меню"]
    methods = [call["method"] for call in await telegraph.town.calls(before)]
    assert "answerCallbackQuery" in methods


async def test_conversation_by_webhook_is_the_same(someone: Patient) -> None:
    await someone.says(NUMBER)
    assert "Статус: дійсне" in someone.text
    await someone.taps("Показати в реєстратурі")
    assert someone.last.kind == "photo"
