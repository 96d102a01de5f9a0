"""Updates posted to the bot's own server."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from aiohttp import web

from tests.integration.sandbox_telegram.stage import QUICK, open_stage, served, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.integration.sandbox_telegram.stage import Person, Stage

MARKUP = {"inline_keyboard": [[{"text": "Далі", "callback_data": "next"}]]}


@dataclass
class Receiver:
    """The bot's web server: keeps what comes and answers as `reply` says."""

    reply: Callable[[dict[str, Any]], web.Response] = lambda _update: web.Response()
    updates: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    gates: dict[str, asyncio.Event] = field(default_factory=dict)
    has_two: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.updates.append(update)
        self.headers.append(dict(request.headers))
        if len(self.updates) == 2:
            self.has_two.set()
        gate = self.gates.get(update.get("message", {}).get("text", ""))
        if gate is not None:
            await gate.wait()
        return self.reply(update)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates if "message" in update]


@asynccontextmanager
async def receiving(stage: Stage, receiver: Receiver, **params: Any) -> AsyncIterator[None]:
    """The receiver is the bot's webhook."""
    async with served([web.post("/hook", receiver.receive)]) as url:
        answer = await stage.call("setWebhook", url=f"{url}/hook", **params)
        assert answer.body["description"] == "Webhook was set"
        yield
        await stage.call("deleteWebhook")


async def test_update_comes_with_the_secret_and_is_finished_by_200(person: Person) -> None:
    receiver = Receiver()
    async with receiving(person.stage, receiver, secret_token="s3cret_-"):
        await person.says("привіт")
        await person.is_settled()
    assert receiver.texts() == ["привіт"]
    assert receiver.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-"


async def test_failed_update_is_posted_again_before_the_next(person: Person) -> None:
    seen: dict[str, int] = defaultdict(int)

    def fail_twice(update: dict[str, Any]) -> web.Response:
        text = update["message"]["text"]
        seen[text] += 1
        return web.Response(status=500 if seen[text] < 3 else 200)

    receiver = Receiver(fail_twice)
    async with receiving(person.stage, receiver):
        await person.says("перше")
        await person.says("друге")
        await person.is_settled()
        info = (await person.stage.call("getWebhookInfo")).result
    assert receiver.texts() == ["перше"] * 3 + ["друге"] * 3
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )


async def test_tap_overtakes_a_message_that_is_still_being_handled(person: Person) -> None:
    receiver = Receiver(gates={"довго": asyncio.Event()})
    await person.stage.call("sendMessage", chat_id=person.user_id, text="a", reply_markup=MARKUP)
    async with receiving(person.stage, receiver), asyncio.timeout(5):
        await person.says("довго")
        await person.says("потім")
        await person.taps("Далі")
        await receiver.has_two.wait()
        assert receiver.texts() == ["довго"]
        assert (await person.screen())["pending"] == 2
        receiver.gates["довго"].set()
        await person.is_settled()
    assert receiver.texts() == ["довго", "потім"]


async def test_updates_wait_until_the_bot_listens_again(person: Person) -> None:
    await person.stage.call("setWebhook", url="http://127.0.0.1:1/hook")
    await person.says("привіт")

    async def has_failed() -> bool:
        return "last_error_message" in (await person.stage.call("getWebhookInfo")).result

    await until(has_failed)
    receiver = Receiver()
    async with receiving(person.stage, receiver):
        await person.is_settled()
    assert receiver.texts() == ["привіт"]


def as_json(call: dict[str, str]) -> web.Response:
    return web.json_response(call)


def as_form(call: dict[str, str]) -> web.Response:
    body = aiohttp.FormData(call)()
    return web.Response(body=body, content_type="application/x-www-form-urlencoded")


def as_multipart(call: dict[str, str]) -> web.Response:
    writer = aiohttp.MultipartWriter("form-data")
    for name, value in call.items():
        part = writer.append(value)
        part.set_content_disposition("form-data", name=name)
    return web.Response(body=writer, headers=writer.headers)


@pytest.mark.parametrize("write", [as_json, as_form, as_multipart])
async def test_call_in_the_reply_is_made(
    person: Person, write: Callable[[dict[str, str]], web.Response]
) -> None:
    call = {"method": "sendMessage", "chat_id": str(person.user_id), "text": "відповідь"}
    async with receiving(person.stage, Receiver(lambda _update: write(call))):
        await person.says("питання")
        await person.is_settled()
    assert (await person.last())["text"] == "відповідь"


async def test_refused_or_forbidden_call_in_the_reply_is_thrown_away(person: Person) -> None:
    for call in ({"method": "sendMessage"}, {"method": "deleteWebhook"}, {"method": "fly"}):
        receiver = Receiver(lambda _update, call=call: web.json_response(call))  # type: ignore[misc] # mypy cannot type a default
        async with receiving(person.stage, receiver):
            await person.says("питання")
            await person.is_settled()
            assert (await person.stage.call("getWebhookInfo")).result["url"]


@pytest.mark.parametrize(
    ("params", "error"),
    [
        (
            {"url": "http://example.com/hook"},
            "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://example.com:8080/hook"},
            "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"secret_token": "a" * 257}, "Bad Request: secret token is too long"),
        ({"secret_token": "я"}, "Bad Request: secret token contains unallowed characters"),
    ],
)
async def test_bad_webhook_is_refused(stage: Stage, params: dict[str, str], error: str) -> None:
    answer = await stage.call("setWebhook", **({"url": "https://example.com/hook"} | params))
    assert (answer.status, answer.error) == (400, error)


async def test_pending_updates_can_be_dropped(person: Person) -> None:
    await person.says("старе")
    receiver = Receiver()
    async with receiving(person.stage, receiver, drop_pending_updates=True):
        await person.says("нове")
        await person.is_settled()
    assert receiver.texts() == ["нове"]


async def test_webhook_is_set_once_a_second_at_most() -> None:
    async with open_stage(type(QUICK)()) as stage:
        await stage.call("setWebhook", url="https://example.com/hook")
        answer = await stage.call("setWebhook", url="https://example.com/hook")
    assert answer.error == "Too Many Requests: retry after 1"
    assert answer.headers["Retry-After"] == "1"
