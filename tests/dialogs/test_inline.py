"""Somebody types the bot's name and a topic in any chat, and sends the card."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.town import Patient, Town


async def _asks(town: Town, patient: Patient, query: str) -> dict[str, Any]:
    """What stands above the keyboard once the bot has answered."""
    path = f"/sim/chats/{patient.id}/inline"
    asked = await town.call("POST", path, {"query": query})
    async with asyncio.timeout(10):
        while not asked["answered"]:
            await asyncio.sleep(0.01)
            asked = await town.call("GET", f"{path}/{asked['inline_query_id']}")
    return dict(asked)


async def _sends(town: Town, patient: Patient, asked: dict[str, Any], result: str) -> Any:
    path = f"/sim/chats/{patient.id}/inline/{asked['inline_query_id']}/choice"
    return await town.call("POST", path, {"result_id": result})


async def test_card_of_a_topic_is_sent_with_a_way_into_the_bot(town: Town) -> None:
    operator = await town.patient()
    asked = await _asks(town, operator, "вимагають папір")
    assert asked["results"][0]["title"] == "Від вас вимагають папір"
    assert asked["button"]["text"] == "Відкрити помічника"
    card = await _sends(town, operator, asked, "paper-demanded")
    assert "Паперова копія направлення не потрібна" in card["text"]
    assert "Джерело" in card["text"]
    assert "Зараз" not in card["text"], "an hour that passes does not belong on a card"
    link = card["buttons"][0][0]["url"]
    await operator.says(f"/start {link.partition('start=')[2]}")
    assert operator.text.startswith("Від вас вимагають папір")


async def test_topics_are_offered_before_a_word_by_a_beginning_and_by_a_code(town: Town) -> None:
    operator = await town.patient()
    assert len((await _asks(town, operator, ""))["results"]) == 5
    assert (await _asks(town, operator, "301"))["results"][0]["id"] == "sent-back"
    begun = await _asks(town, operator, "загубив номер направл")
    assert "lost-number" in [one["id"] for one in begun["results"]]


async def test_nothing_found_leads_into_the_bot(town: Town) -> None:
    operator = await town.patient()
    asked = await _asks(town, operator, "йцукенг фівапрол")
    assert asked["results"] == []
    assert asked["button"]["text"] == "Не знайдено. Запитати в боті"
    await operator.says(f"/start {asked['button']['start_parameter']}")
    assert "Головне меню" in operator.text


async def test_card_speaks_the_language_of_who_sends_it(town: Town) -> None:
    operator = await town.patient()
    await operator.says("/start")
    await operator.taps("English")
    asked = await _asks(town, operator, "they demand a paper")
    assert "They demand a paper" in [one["title"] for one in asked["results"]]


async def test_telegram_asks_the_bot_once_for_the_same_words(town: Town) -> None:
    operator, other = await town.patient(), await town.patient()
    assert not (await _asks(town, operator, "декларація онлайн"))["cached"]
    assert (await _asks(town, operator, "декларація онлайн"))["cached"]
    assert not (await _asks(town, other, "декларація онлайн"))["cached"], "cards are personal"


async def test_inline_mode_in_a_hurry_does_not_slow_the_chat_down(town: Town) -> None:
    operator = await town.patient()
    for number in range(12):
        await _asks(town, operator, f"декларація {number}")
    await operator.says("/menu")
    assert "Головне меню" in operator.text
