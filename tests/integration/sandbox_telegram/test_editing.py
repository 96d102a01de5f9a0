"""Edits, deletions and answers to taps, with Telegram's own words when they cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.sandbox_telegram.stage import Person

MARKUP = {"inline_keyboard": [[{"text": "Далі", "callback_data": "next"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def sent(person: Person, **params: Any) -> int:
    answer = await person.stage.call(
        "sendMessage", **({"chat_id": person.user_id, "text": "a"} | params)
    )
    return int(answer.result["message_id"])


async def edited(person: Person, message_id: int, **params: Any) -> Any:
    given = {"chat_id": person.user_id, "message_id": message_id, "text": "a"} | params
    return await person.stage.call("editMessageText", **given)


async def test_edit_changes_text_and_keyboard_in_place(person: Person) -> None:
    message_id = await sent(person, reply_markup=MARKUP)
    answer = await edited(person, message_id, text="<b>b</b>", parse_mode="HTML")
    assert answer.result["entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    shown = await person.last()
    assert (shown["html"], shown["buttons"], shown["edited"]) == ("<b>b</b>", [], True)


async def test_edit_without_a_change_is_refused(person: Person) -> None:
    message_id = await sent(person, reply_markup=MARKUP)
    assert (await edited(person, message_id, reply_markup=MARKUP)).error == NOT_MODIFIED
    answer = await person.stage.call(
        "editMessageReplyMarkup",
        chat_id=person.user_id,
        message_id=message_id,
        reply_markup=MARKUP,
    )
    assert answer.error == NOT_MODIFIED
    assert (await edited(person, message_id)).body["ok"]


async def test_only_the_bots_own_standing_message_can_be_edited(person: Person) -> None:
    theirs = await person.says("мій текст")
    assert (await edited(person, theirs)).error == "Bad Request: message can't be edited"
    assert (await edited(person, 9999)).error == "Bad Request: message to edit not found"
    gone = await sent(person)
    await person.stage.call("deleteMessage", chat_id=person.user_id, message_id=gone)
    assert (await edited(person, gone)).error == "Bad Request: message to edit not found"


@pytest.mark.parametrize(
    "markup",
    [{"keyboard": [["Меню"]]}, {"remove_keyboard": True}, {"force_reply": True}],
)
async def test_message_with_a_reply_keyboard_can_never_be_edited(
    person: Person, markup: dict[str, Any]
) -> None:
    message_id = await sent(person, reply_markup=markup)
    answer = await edited(person, message_id, text="b")
    assert answer.error == "Bad Request: message can't be edited"


async def test_edit_takes_inline_keyboards_only(person: Person) -> None:
    message_id = await sent(person)
    answer = await edited(person, message_id, text="b", reply_markup={"keyboard": [["a"]]})
    assert answer.error == "Bad Request: inline keyboard expected"


async def test_text_has_no_caption_to_edit(person: Person) -> None:
    message_id = await sent(person)
    answer = await person.stage.call(
        "editMessageCaption", chat_id=person.user_id, message_id=message_id, caption="b"
    )
    assert answer.error == "Bad Request: there is no caption in the message to edit"


async def test_deleted_message_stays_on_the_screen_without_its_text(person: Person) -> None:
    theirs, ours = await person.says("таємне"), await sent(person)
    for message_id in (theirs, ours):
        answer = await person.stage.call(
            "deleteMessage", chat_id=person.user_id, message_id=message_id
        )
        assert answer.result is True
    for shown in (await person.screen())["messages"][-2:]:
        assert (shown["text"], shown["html"], shown["deleted"]) == ("", "", True)
    again = await person.stage.call("deleteMessage", chat_id=person.user_id, message_id=ours)
    assert again.error == "Bad Request: message to delete not found"


async def test_message_can_be_deleted_for_48_hours(person: Person) -> None:
    old = await sent(person)
    await person.stage.clock.advance(48 * 3600 + 1)
    young = await sent(person)
    for method, ids in (
        ("deleteMessage", {"message_id": old}),
        ("deleteMessages", {"message_ids": [young, old]}),
    ):
        answer = await person.stage.call(method, chat_id=person.user_id, **ids)
        assert answer.error == "Bad Request: message can't be deleted for everyone"
    ids = {"message_ids": [young, 9999]}
    answer = await person.stage.call("deleteMessages", chat_id=person.user_id, **ids)
    assert answer.result is True


async def test_at_most_a_hundred_messages_are_deleted_at_once(person: Person) -> None:
    for ids, error in (
        ([], "Bad Request: message identifiers are not specified"),
        (list(range(1, 102)), "Bad Request: too many message identifiers specified"),
    ):
        answer = await person.stage.call("deleteMessages", chat_id=person.user_id, message_ids=ids)
        assert answer.error == error


async def test_tap_is_answered_once(person: Person) -> None:
    await sent(person, reply_markup=MARKUP)
    query_id = (await person.taps("Далі"))["callback_query_id"]
    answer = {"callback_query_id": query_id, "text": "Готово", "show_alert": True}
    assert (await person.stage.call("answerCallbackQuery", **answer)).result is True
    assert (await person.stage.call("answerCallbackQuery", **answer)).error == TOO_OLD
    (alert,) = (await person.screen())["alerts"]
    assert (alert["text"], alert["show_alert"]) == ("Готово", True)


async def test_tap_cannot_be_answered_late_or_at_length(person: Person) -> None:
    await sent(person, reply_markup=MARKUP)
    query_id = (await person.taps("Далі"))["callback_query_id"]
    long = {"callback_query_id": query_id, "text": "я" * 201}
    answer = await person.stage.call("answerCallbackQuery", **long)
    assert answer.error == "Bad Request: MESSAGE_TOO_LONG"
    await person.stage.clock.advance(151)
    answer = await person.stage.call("answerCallbackQuery", callback_query_id=query_id)
    assert answer.error == TOO_OLD
