"""Telegram's own words for what it does not accept (reference/telegram.md, part 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from sandbox.faults import Fault, FaultKind, FaultPlace
from tests.integration.sandbox_telegram.stage import TOKEN

if TYPE_CHECKING:
    from tests.integration.sandbox_telegram.stage import Person, Stage

CANNOT_PARSE = "Bad Request: can't parse entities: "
RESERVED = "is reserved and must be escaped with the preceding '\\'"
TEXT_BUTTON = "Text buttons are unallowed in the inline keyboard"
BUTTON = "Bad Request: can't parse inline keyboard button: "


def row(*args: object, name: str) -> Any:
    return pytest.param(*args, id=name)


@pytest.mark.parametrize(
    ("params", "error"),
    [
        row({}, "Bad Request: message text is empty", name="no text"),
        row({"text": ""}, "Bad Request: message text is empty", name="empty"),
        row({"text": " \n "}, "Bad Request: text must be non-empty", name="white space"),
        row({"text": "\u200b"}, "Bad Request: text must be non-empty", name="zero width"),
        row(
            {"text": "<b> </b>", "parse_mode": "HTML"},
            "Bad Request: text must be non-empty",
            name="only markup",
        ),
        row({"text": "я" * 4097}, "Bad Request: message is too long", name="4097"),
        row({"text": "я" * 16_385}, "Bad Request: text is too long", name="raw bytes"),
        row(
            {"text": "a", "parse_mode": "bbcode"},
            "Bad Request: unsupported parse_mode",
            name="mode",
        ),
        *(
            row(
                {"text": f"a{sign}", "parse_mode": "MarkdownV2"},
                f"{CANNOT_PARSE}Character '{sign}' {RESERVED}",
                name=f"reserved {sign}",
            )
            for sign in ".-!(){}=+#|>"
        ),
        row(
            {"text": "*a", "parse_mode": "MarkdownV2"},
            f"{CANNOT_PARSE}Can't find end of Bold entity at byte offset 0",
            name="unclosed bold",
        ),
        row(
            {"text": "a_b", "parse_mode": "Markdown"},
            f"{CANNOT_PARSE}Can't find end of the entity starting at byte offset 1",
            name="unclosed v1",
        ),
        row(
            {"text": "<p>a</p>", "parse_mode": "HTML"},
            f'{CANNOT_PARSE}Unsupported start tag "p" at byte offset 0',
            name="tag p",
        ),
        row(
            {"text": "<b>a", "parse_mode": "HTML"},
            f'{CANNOT_PARSE}Can\'t find end tag corresponding to start tag "b"',
            name="unclosed b",
        ),
        row(
            {"text": "<b>a</i>", "parse_mode": "HTML"},
            f'{CANNOT_PARSE}Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
            name="unmatched",
        ),
        row(
            {"text": "a < b", "parse_mode": "html"},
            f'{CANNOT_PARSE}Unsupported start tag "" at byte offset 2',
            name="bare less-than",
        ),
        row(
            {"text": "a", "reply_markup": "{"},
            "Bad Request: can't parse reply keyboard markup JSON object",
            name="markup not JSON",
        ),
        row(
            {"text": "a", "reply_markup": "[]"},
            "Bad Request: object expected as reply markup",
            name="markup not an object",
        ),
        row(
            {"text": "a", "reply_parameters": {"message_id": 10_000}},
            "Bad Request: message to be replied not found",
            name="reply to nothing",
        ),
    ],
)
async def test_text_that_breaks_a_rule_is_refused_in_telegrams_words(
    stage: Stage, person: Person, params: dict[str, Any], error: str
) -> None:
    answer = await stage.call("sendMessage", chat_id=person.user_id, **params)
    assert (answer.status, answer.error) == (400, error)


@pytest.mark.parametrize(
    ("button", "error"),
    [
        row({}, f'{BUTTON}Field "text" must be of type String', name="no text"),
        row({"text": "a"}, BUTTON + TEXT_BUTTON, name="no action"),
        row({"text": "a", "callback_data": ""}, BUTTON + TEXT_BUTTON, name="empty data"),
        row(
            {"text": "a", "callback_data": "я" * 33},
            "Bad Request: BUTTON_DATA_INVALID",
            name="66 bytes",
        ),
        row(
            {"text": "a", "url": "http://localhost/x"},
            "Bad Request: inline keyboard button URL 'http://localhost/x' is invalid: "
            "Wrong HTTP URL",
            name="url without a dot",
        ),
        row(
            {"text": "a", "web_app": {"url": "http://a.ua"}},
            "Bad Request: inline keyboard button Web App URL 'http://a.ua' is invalid: "
            "Only HTTPS links are allowed",
            name="web app over http",
        ),
        row(
            {"text": "a", "copy_text": {"text": "я" * 257}},
            "Bad Request: BUTTON_COPY_TEXT_INVALID",
            name="copied too long",
        ),
        row(
            {"text": "a", "copy_text": "x"},
            f'{BUTTON}Field "copy_text" must be of type Object',
            name="copied text bare",
        ),
        row(
            {"text": "a", "callback_data": "a", "style": "pink"},
            f"{BUTTON}invalid button style specified",
            name="style",
        ),
        row(
            {"text": "a", "callback_data": "a", "url": "https://a.ua"},
            f"{BUTTON}exactly one action must be specified",
            name="two actions",
        ),
    ],
)
async def test_bad_inline_button_is_refused(
    stage: Stage, person: Person, button: dict[str, Any], error: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    answer = await stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=markup)
    assert (answer.status, answer.error) == (400, error)


@pytest.mark.parametrize(
    "rows",
    [
        row([[{"text": "a", "callback_data": "a"}]] * 101, name="101 buttons"),
        row([[{"text": "я" * 60, "callback_data": "a" * 60}]] * 60, name="over 10 kB"),
    ],
)
async def test_oversized_inline_keyboard_is_refused(
    stage: Stage, person: Person, rows: list[Any]
) -> None:
    markup = {"inline_keyboard": rows}
    answer = await stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=markup)
    assert answer.error == "Bad Request: reply markup is too long"


async def test_keyboard_at_the_limits_is_accepted(stage: Stage, person: Person) -> None:
    button = {"text": "a", "callback_data": "я" * 32, "style": "danger"}
    copied = {"text": "b", "copy_text": {"text": "x" * 256}}
    off = {"text": "c", "disabled": {}}
    markup = {"inline_keyboard": [[button, copied, off]]}
    answer = await stage.call(
        "sendMessage", chat_id=person.user_id, text="я" * 4096, reply_markup=markup
    )
    assert answer.result["reply_markup"] == markup


async def test_row_of_more_than_twelve_buttons_loses_the_rest(
    stage: Stage, person: Person
) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 13]}
    answer = await stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=markup)
    assert len(answer.result["reply_markup"]["inline_keyboard"][0]) == 12


async def test_bot_cannot_write_to_whom_it_does_not_know(stage: Stage) -> None:
    stranger = await stage.person(started=False)
    refusals = {
        "": (400, "Bad Request: chat_id is empty"),
        "1": (400, "Bad Request: chat not found"),
        "@somebody": (400, "Bad Request: chat not found"),
        TOKEN.partition(":")[0]: (403, "Forbidden: the bot can't send messages to the bot"),
        str(stranger.user_id): (
            403,
            "Forbidden: bot can't initiate conversation with a user",
        ),
    }
    for chat_id, refusal in refusals.items():
        answer = await stage.call("sendMessage", chat_id=chat_id, text="a")
        assert (answer.status, answer.error) == refusal


async def test_bot_cannot_write_to_whoever_blocked_it(stage: Stage, person: Person) -> None:
    await person.blocks()
    for method in ("sendMessage", "sendChatAction"):
        answer = await stage.call(method, chat_id=person.user_id, text="a", action="typing")
        assert (answer.status, answer.error) == (403, "Forbidden: bot was blocked by the user")
    await person.blocks(blocked=False)
    assert (await stage.call("sendMessage", chat_id=person.user_id, text="a")).body["ok"]


async def test_unknown_chat_action_is_refused(stage: Stage, person: Person) -> None:
    answer = await stage.call("sendChatAction", chat_id=person.user_id, action="think")
    assert answer.error == "Bad Request: wrong parameter action in request"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        row(f"bot{TOKEN}/sendFlowers", 404, "Not Found: method not found", name="method"),
        row("bot42:wrong/getMe", 401, "Unauthorized", name="wrong token"),
        row("botnonsense/getMe", 401, "Unauthorized: invalid token specified", name="malformed"),
        row("somewhere", 404, "Not Found", name="path"),
        row("file/bot42:wrong/a.jpg", 401, "Unauthorized", name="file, wrong token"),
        row(f"file/bot{TOKEN}/a.jpg", 404, "Not Found", name="no file"),
    ],
)
async def test_wrong_address_is_refused(
    stage: Stage, path: str, status: int, description: str
) -> None:
    async with stage.http.get(f"{stage.url}/telegram/{path}") as response:
        assert response.status == status
        assert (await response.json())["description"] == description


async def test_method_names_have_no_case_and_take_every_kind_of_body(
    stage: Stage, person: Person
) -> None:
    url = f"{stage.url}/telegram/bot{TOKEN}/SENDmessage"
    fields = {"chat_id": str(person.user_id), "text": "a"}
    sendings: list[dict[str, Any]] = [{"params": fields}, {"data": fields}, {"json": fields}]
    for sending in sendings:
        async with stage.http.post(url, **sending) as response:
            assert (await response.json())["result"]["text"] == "a"
    async with stage.http.get(url, params=fields) as response:
        assert (await response.json())["ok"]


@pytest.mark.parametrize(
    ("kind", "status", "body"),
    [
        row(
            FaultKind.SERVER_ERROR,
            500,
            {"ok": False, "error_code": 500, "description": "Internal Server Error"},
            name="500",
        ),
        row(
            FaultKind.FORBIDDEN,
            403,
            {
                "ok": False,
                "error_code": 403,
                "description": "Forbidden: bot was blocked by the user",
            },
            name="403",
        ),
        row(
            FaultKind.TOO_MANY_REQUESTS,
            429,
            {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 7",
                "parameters": {"retry_after": 7},
            },
            name="429",
        ),
    ],
)
async def test_ordered_fault_answers_once_and_is_gone(
    stage: Stage, kind: FaultKind, status: int, body: dict[str, Any]
) -> None:
    stage.faults.add(Fault(FaultPlace.TELEGRAM, kind, "getme", retry_after=7))
    answer = await stage.call("getMe")
    assert (answer.status, answer.body) == (status, body)
    assert answer.headers.get("Retry-After") == ("7" if status == 429 else None)
    assert (await stage.call("getMe")).body["ok"]


async def test_fault_can_be_garbage_a_broken_connection_or_only_slow(stage: Stage) -> None:
    url = f"{stage.url}/telegram/bot{TOKEN}/getMe"
    stage.faults.add(Fault(FaultPlace.TELEGRAM, FaultKind.GARBAGE))
    async with stage.http.get(url) as response:
        assert response.status == 200
        assert response.content_type != "application/json"
    stage.faults.add(Fault(FaultPlace.TELEGRAM, FaultKind.DROP))
    with pytest.raises(aiohttp.ClientError):
        await stage.http.post(url)
    stage.faults.add(Fault(FaultPlace.TELEGRAM, FaultKind.SLOW))
    assert (await stage.call("getMe")).body["ok"]


@pytest.mark.parametrize("kind", [FaultKind.LOST, FaultKind.HELD])
async def test_message_whose_answer_is_lost_or_held_has_arrived(
    stage: Stage, person: Person, kind: FaultKind
) -> None:
    stage.faults.add(Fault(FaultPlace.TELEGRAM, kind))
    url = f"{stage.url}/telegram/bot{TOKEN}/sendMessage"
    said, patience = {"chat_id": person.user_id, "text": "так"}, aiohttp.ClientTimeout(total=0.5)
    with pytest.raises((aiohttp.ClientError, TimeoutError)):
        await stage.http.post(url, json=said, timeout=patience)
    assert "так" in str(await person.screen())


async def test_poll_meets_only_a_fault_that_names_it(stage: Stage, person: Person) -> None:
    stage.faults.add(Fault(FaultPlace.TELEGRAM, FaultKind.SERVER_ERROR))
    assert await stage.updates() == []
    assert (await stage.call("sendMessage", chat_id=person.user_id, text="a")).status == 500
    stage.faults.add(Fault(FaultPlace.TELEGRAM, FaultKind.SERVER_ERROR, "getUpdates"))
    assert (await stage.call("getUpdates")).status == 500


@pytest.mark.parametrize(
    ("method", "params", "error"),
    [
        row(
            "sendMessage",
            {"text": "a", "reply_parameters": []},
            "object expected as reply parameters",
            name="reply parameters",
        ),
        row(
            "sendMessage",
            {"text": "a", "entities": [{}]},
            "can't parse MessageEntity: offset and length must be Numbers",
            name="entities",
        ),
        row(
            "sendMessage",
            {"text": "\ud83d"},
            "strings must be encoded in UTF-8",
            name="half a pair in the text",
        ),
        row(
            "sendMessage",
            {
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "\ud83d"}]]},
            },
            "strings must be encoded in UTF-8",
            name="half a pair in a button",
        ),
        row(
            "deleteMessages",
            {"message_ids": ["x"]},
            "invalid message identifier specified",
            name="message ids",
        ),
        row("setMyCommands", {"commands": ["x"]}, "expected an Object as BotCommand", name="a"),
        row("sendLocation", {"latitude": "1"}, "longitude is empty", name="half a place"),
        row("sendVenue", {"latitude": 1, "longitude": 1}, "title is empty", name="no title"),
        row("sendPhoto", {}, "there is no photo in the request", name="no photo"),
        row("editMessageText", {"text": "a"}, "message to edit not found", name="no id"),
        row("deleteMessage", {}, "message identifier is not specified", name="nothing"),
    ],
)
async def test_broken_argument_is_a_refusal_and_never_a_crash(
    stage: Stage, person: Person, method: str, params: dict[str, Any], error: str
) -> None:
    answer = await stage.call(method, chat_id=person.user_id, **params)
    assert (answer.status, answer.error) == (400, f"Bad Request: {error}")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"[1]"),
        ("application/json", b"\xff"),
        ("application/x-www-form-urlencoded", b"\xff"),
        ("multipart/form-data", b"--"),
    ],
)
async def test_broken_body_is_a_refusal_and_never_a_crash(
    stage: Stage, content_type: str, body: bytes
) -> None:
    url = f"{stage.url}/telegram/bot{TOKEN}/sendMessage"
    headers = {"Content-Type": content_type}
    async with stage.http.post(url, data=body, headers=headers) as response:
        assert response.status == 400
        assert (await response.json())["description"].startswith("Bad Request: can't parse")
