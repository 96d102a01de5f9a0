"""The person's side: what is sent, tapped and seen."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.sandbox_telegram.stage import Person, Stage


async def test_start_with_a_payload_carries_the_command(stage: Stage) -> None:
    person = await stage.person(started=False)
    await person.says("/start topic-1")
    (update,) = await stage.updates()
    message = update["message"]
    assert message["text"] == "/start topic-1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["chat"]["type"] == "private"
    assert message["from"]["id"] == message["chat"]["id"] == person.user_id


@pytest.mark.parametrize(
    ("content", "kind", "field"),
    [
        ({"location": {"latitude": 50.5, "longitude": 30.5}}, "location", "location"),
        ({"contact": {"phone_number": "+380001234567"}}, "contact", "contact"),
        ({"photo": True}, "photo", "photo"),
        ({"document": {"file_name": "a.pdf", "base64": "YQ=="}}, "document", "document"),
        ({"text": "x", "forward": True}, "text", "forward_origin"),
    ],
)
async def test_everything_that_a_person_can_send_arrives(
    person: Person, content: dict[str, Any], kind: str, field: str
) -> None:
    message_id = await person.sends(**content)
    (update,) = await person.stage.updates()
    assert field in update["message"]
    shown = await person.last()
    assert (shown["message_id"], shown["kind"], shown["from"]) == (message_id, kind, "user")


async def test_file_of_a_person_can_be_downloaded(person: Person) -> None:
    content = b"%PDF" + bytes(2_000_000)
    encoded = base64.b64encode(content).decode()
    await person.sends(document={"file_name": "аналіз.pdf", "base64": encoded})
    (update,) = await person.stage.updates()
    document = update["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("аналіз.pdf", "application/pdf")
    shown = (await person.last())["file"]
    assert (shown["name"], shown["size"]) == ("аналіз.pdf", len(content))
    async with person.stage.http.get(person.stage.url + shown["url"]) as response:
        assert await response.read() == content


async def test_file_over_20_megabytes_cannot_be_downloaded(person: Person) -> None:
    encoded = base64.b64encode(bytes(20 * 1024 * 1024 + 1)).decode()
    await person.sends(document={"file_name": "a.bin", "base64": encoded})
    (update,) = await person.stage.updates()
    file_id = update["message"]["document"]["file_id"]
    answer = await person.stage.call("getFile", file_id=file_id)
    assert answer.error == "Bad Request: file is too big"
    answer = await person.stage.call("getFile", file_id="nothing")
    assert answer.error == ("Bad Request: wrong file_id or the file is temporarily unavailable")


async def test_screen_shows_a_message_with_everything_on_it(person: Person) -> None:
    markup = {
        "inline_keyboard": [
            [{"text": "Далі", "callback_data": "next", "style": "danger"}],
            [{"text": "Сайт", "url": "https://moz.gov.ua/"}],
            [{"text": "Номер", "copy_text": {"text": "0800"}}, {"text": "Ні", "disabled": {}}],
        ]
    }
    text = "<b>a &lt; b</b> <i>c</i>"
    await person.stage.call(
        "sendMessage",
        chat_id=person.user_id,
        text=text,
        parse_mode="HTML",
        reply_markup=markup,
    )
    shown = await person.last()
    assert shown.pop("at").endswith("+00:00")
    assert shown.pop("message_id") == 2
    assert shown == {
        "from": "bot",
        "text": "a < b c",
        "html": "<b>a &lt; b</b> <i>c</i>",
        "buttons": [
            [{"text": "Далі", "callback_data": "next", "style": "danger"}],
            [{"text": "Сайт", "url": "https://moz.gov.ua/"}],
            [{"text": "Номер", "copy_text": "0800"}, {"text": "Ні", "disabled": True}],
        ],
        "kind": "text",
        "edited": False,
        "deleted": False,
    }


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<u>u</u><s>s</s><code>c</code>", "<u>u</u><s>s</s><code>c</code>"),
        ("<b>a<i>b</i></b>c", "<b>a<i>b</i></b>c"),
        (
            "<blockquote expandable>я👍</blockquote>",
            "<blockquote expandable>я👍</blockquote>",
        ),
        ("<tg-spoiler>s</tg-spoiler>", "<tg-spoiler>s</tg-spoiler>"),
        (
            '<a href="https://a.ua/?b=1&amp;c=2">👍 l</a>',
            '<a href="https://a.ua/?b=1&amp;c=2">👍 l</a>',
        ),
        ("https://a.ua/x", '<a href="https://a.ua/x">https://a.ua/x</a>'),
        (
            '<pre><code class="language-py">a</code></pre>',
            '<pre><code class="language-py">a</code></pre>',
        ),
        ("&lt;script&gt;&quot;", "&lt;script&gt;&quot;"),
        ("<b>https://a.ua/</b>", '<b><a href="https://a.ua/">https://a.ua/</a></b>'),
    ],
)
async def test_html_of_the_screen_is_safe_and_styled(person: Person, text: str, html: str) -> None:
    params = {"chat_id": person.user_id, "text": text, "parse_mode": "HTML"}
    assert (await person.stage.call("sendMessage", **params)).body["ok"]
    assert (await person.last())["html"] == html


async def test_tap_takes_the_newest_button_with_that_text(person: Person) -> None:
    for data in ("old", "new"):
        markup = {"inline_keyboard": [[{"text": "Далі", "callback_data": data}]]}
        await person.stage.call(
            "sendMessage", chat_id=person.user_id, text=data, reply_markup=markup
        )
    newest = await person.last()
    answer = await person.taps("Далі")
    await person.taps("Далі", newest["message_id"] - 1)
    new, old = [update["callback_query"] for update in await person.stage.updates()]
    assert (new["id"], new["data"]) == (answer["callback_query_id"], "new")
    assert new["message"]["message_id"] == newest["message_id"]
    assert new["message"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "new"
    assert old["data"] == "old"


async def test_tap_on_a_deleted_message_carries_an_inaccessible_one(person: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Далі", "callback_data": "next"}]]}
    sent = await person.stage.call(
        "sendMessage", chat_id=person.user_id, text="a", reply_markup=markup
    )
    message_id = sent.result["message_id"]
    await person.stage.call("deleteMessage", chat_id=person.user_id, message_id=message_id)
    await person.taps("Далі", message_id)
    (update,) = await person.stage.updates()
    message = update["callback_query"]["message"]
    assert message.keys() == {"chat", "message_id", "date"}
    assert message["date"] == 0


async def test_link_and_copied_text_send_nothing(person: Person) -> None:
    markup = {
        "inline_keyboard": [
            [{"text": "Сайт", "url": "https://moz.gov.ua/"}],
            [{"text": "Номер", "copy_text": {"text": "0800"}}],
        ]
    }
    await person.stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=markup)
    assert await person.taps("Сайт") == {"url": "https://moz.gov.ua/"}
    assert await person.taps("Номер") == {"copied": "0800"}
    assert await person.stage.updates() == []


async def test_key_of_the_reply_keyboard_sends_its_text(person: Person) -> None:
    markup = {
        "keyboard": [
            ["Меню"],
            [{"text": "Мій номер", "request_contact": True}],
            [{"text": "Де я", "request_location": True}],
        ]
    }
    await person.stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=markup)
    screen = await person.screen()
    assert screen["keyboard"] == [
        [{"text": "Меню"}],
        [{"text": "Мій номер"}],
        [{"text": "Де я"}],
    ]
    for key in ("Меню", "Мій номер", "Де я"):
        await person.taps(key)
    menu, contact, location = [update["message"] for update in await person.stage.updates()]
    assert menu["text"] == "Меню"
    assert contact["contact"]["user_id"] == person.user_id
    assert "location" in location
    await person.stage.call(
        "sendMessage",
        chat_id=person.user_id,
        text="a",
        reply_markup={"remove_keyboard": True},
    )
    assert (await person.screen())["keyboard"] == []


async def test_missing_button_is_answered_with_those_on_show(person: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Далі", "callback_data": "next"}]]}
    await person.stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=markup)
    status, body = await person.stage.sim(f"chats/{person.user_id}/taps", {"button": "Назад"})
    assert status == 404
    assert body["buttons"] == ["Далі"]
    assert "Назад" in body["error"]


async def test_typing_is_shown_for_five_seconds_or_until_a_message(person: Person) -> None:
    action = {"chat_id": person.user_id, "action": "typing"}
    await person.stage.call("sendChatAction", **action)
    assert (await person.screen())["typing"] is True
    await person.stage.clock.advance(6)
    assert (await person.screen())["typing"] is False
    await person.stage.call("sendChatAction", **action)
    await person.stage.call("sendMessage", chat_id=person.user_id, text="a")
    assert (await person.screen())["typing"] is False


async def test_version_grows_with_every_change(person: Person) -> None:
    versions = [(await person.screen())["version"]]
    message_id = await person.says("a")
    versions.append((await person.screen())["version"])
    await person.stage.confirm_all()
    versions.append((await person.screen())["version"])
    status, _body = await person.stage.sim(
        f"chats/{person.user_id}/deletions", {"message_id": message_id}
    )
    assert status == 200
    versions.append((await person.screen())["version"])
    assert versions == sorted(set(versions))
    assert (await person.last())["deleted"] is True


async def test_calls_are_listed_from_a_number_on(stage: Stage, person: Person) -> None:
    await stage.call("sendMessage", chat_id=str(person.user_id), text="a", reply_markup="{}")
    await stage.call("sendMessage", chat_id=1, text="a")
    _status, body = await stage.sim("calls?since=0")
    assert body["calls"] == [
        {
            "n": 1,
            "method": "sendMessage",
            "params": {"chat_id": person.user_id, "text": "a", "reply_markup": {}},
            "ok": True,
        },
        {
            "n": 2,
            "method": "sendMessage",
            "params": {"chat_id": 1, "text": "a"},
            "ok": False,
            "error": "Bad Request: chat not found",
        },
    ]
    _status, body = await stage.sim("calls?since=1")
    assert [call["n"] for call in body["calls"]] == [2]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("users", {}, 400),
        ("users", {"first_name": ""}, 400),
        ("chats/1", None, 404),
        ("chats/x/messages", {"text": "a"}, 404),
        ("calls?since=x", None, 400),
        ("chats/{user}/messages", {}, 400),
        ("chats/{user}/messages", {"text": "a", "photo": True}, 400),
        ("chats/{user}/messages", {"text": "  "}, 400),
        ("chats/{user}/messages", {"text": "я" * 4097}, 400),
        ("chats/{user}/messages", {"text": "я" * 20_000}, 400),
        ("chats/{user}/messages", {"txt": "a"}, 400),
        ("chats/{user}/messages", {"document": {"file_name": "a", "base64": "?"}}, 400),
        ("chats/{user}/messages", {"location": {"latitude": 91, "longitude": 0}}, 400),
        ("chats/{user}/taps", {"message_id": 1}, 400),
        ("chats/{user}/deletions", {"message_id": 999}, 404),
    ],
)
async def test_what_a_person_cannot_do_is_answered_with_a_sentence(
    person: Person, path: str, body: dict[str, Any] | None, status: int
) -> None:
    address = path.replace("{user}", str(person.user_id))
    answered, answer = await person.stage.sim(address, body)
    assert answered == status
    assert isinstance(answer["error"], str)
    assert answer["error"].endswith(".")


async def test_person_who_blocked_the_bot_must_unblock_it_to_write(person: Person) -> None:
    await person.blocks()
    for path, body in (("messages", {"text": "a"}), ("taps", {"button": "a"})):
        status, _body = await person.stage.sim(f"chats/{person.user_id}/{path}", body)
        assert status == 400
