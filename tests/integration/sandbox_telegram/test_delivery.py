"""How updates reach the bot: polling, order, what is given again, what expires."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.sandbox_telegram.stage import Person, Stage

MARKUP = {"inline_keyboard": [[{"text": "Далі", "callback_data": "next"}]]}


async def pending(person: Person) -> int:
    return int((await person.screen())["pending"])


async def test_update_is_given_again_until_a_later_offset_confirms_it(person: Person) -> None:
    await person.says("перше")
    await person.says("друге")
    first, second = await person.stage.updates()
    assert await person.stage.updates() == [first, second]
    assert await pending(person) == 2
    assert await person.stage.updates(second["update_id"]) == [second]
    assert await pending(person) == 1
    assert await person.stage.updates(second["update_id"] + 1) == []
    assert await pending(person) == 0


async def test_updates_come_in_order_with_growing_ids(person: Person) -> None:
    for number in range(5):
        await person.says(str(number))
    updates = await person.stage.updates(limit=3)
    assert [update["message"]["text"] for update in updates] == ["0", "1", "2"]
    ids = [update["update_id"] for update in updates]
    assert ids == sorted(set(ids))


async def test_negative_offset_forgets_all_but_the_newest(person: Person) -> None:
    for number in range(3):
        await person.says(str(number))
    (newest,) = await person.stage.updates(-1)
    assert newest["message"]["text"] == "2"
    assert await pending(person) == 1


async def test_long_poll_answers_as_soon_as_somebody_writes(person: Person) -> None:
    poll = asyncio.gather(person.stage.updates(timeout=30), person.says("привіт"))
    updates, _message_id = await asyncio.wait_for(poll, 5)
    assert [update["message"]["text"] for update in updates] == ["привіт"]


async def test_second_poller_ends_the_first(person: Person) -> None:
    first = asyncio.gather(person.stage.call("getUpdates", timeout=30))
    async with asyncio.timeout(5):
        while not first.done():
            await person.stage.call("getUpdates")
            await asyncio.sleep(0.01)
    (answer,) = first.result()
    assert (answer.status, answer.error) == (
        409,
        (
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        ),
    )


async def test_setting_a_webhook_ends_the_poll_that_waits(person: Person) -> None:
    await person.says("привіт")
    (update,) = await person.stage.updates()
    offset = update["update_id"] + 1
    poll = asyncio.gather(person.stage.call("getUpdates", offset=offset, timeout=30))
    # The poll confirms the update when it begins, so from then on it waits.
    await person.is_settled()
    await person.stage.call("setWebhook", url="https://example.com/hook")
    (answer,) = await asyncio.wait_for(poll, 5)
    assert (answer.status, answer.error) == (
        409,
        "Conflict: terminated by setWebhook request",
    )


async def test_updates_that_were_not_asked_for_are_lost(person: Person) -> None:
    await person.stage.updates(allowed_updates=["callback_query"])
    await person.says("привіт")
    assert await person.stage.updates() == []


@pytest.mark.parametrize(("seconds", "left"), [(149, 2), (151, 1), (24 * 3600 + 1, 0)])
async def test_tap_expires_in_150_seconds_and_message_in_a_day(
    person: Person, seconds: float, left: int
) -> None:
    await person.stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=MARKUP)
    await person.says("привіт")
    await person.taps("Далі")
    await person.stage.clock.advance(seconds)
    assert len(await person.stage.updates()) == left
    assert await pending(person) == left


async def test_blocking_and_coming_back_are_told(person: Person) -> None:
    await person.blocks()
    await person.blocks(blocked=False)
    statuses = [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"])
        for change in (update["my_chat_member"] for update in await person.stage.updates())
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_poll_is_refused_while_a_webhook_is_set(stage: Stage) -> None:
    await stage.call("setWebhook", url="https://example.com/hook")
    answer = await stage.call("getUpdates")
    assert (answer.status, answer.error) == (
        409,
        (
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        ),
    )
    assert (await stage.call("deleteWebhook")).body["description"] == "Webhook was deleted"
    assert await stage.updates() == []
