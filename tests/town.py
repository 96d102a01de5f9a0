"""A small town for tests: the sandbox over real HTTP, a bot in it, and patients who use it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.app import RunningBot, running
from bot.config import Settings
from bot.domain.hours import KYIV
from sandbox.app import BOT_TOKEN, HOST, World, serving
from sandbox.clock import SandboxClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.domain.clock import Clock

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=KYIV)
"""When every town begins: a Tuesday, in Kyiv."""

_LONGEST_WAIT_SECONDS = 30
_LOOK_AGAIN_SECONDS = 0.01
_LEARN_AGAIN_SECONDS = 1
_DOCTORS = 200


class ClockWithoutPauses:
    """The world's time for a bot whose pauses are noted, in seconds, and not waited for."""

    def __init__(self, world: Clock) -> None:
        self._world = world
        self.pauses: list[float] = []

    def now(self) -> datetime:
        return self._world.now()

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)


@dataclass
class Seen:
    """One message as a person sees it."""

    raw: dict[str, Any]

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        return str(self.raw["text"] or "")

    @property
    def html(self) -> str:
        return str(self.raw["html"] or "")

    @property
    def kind(self) -> str:
        return str(self.raw["kind"])

    @property
    def buttons(self) -> list[str]:
        return [button["text"] for button in self._buttons]

    @property
    def callbacks(self) -> list[str]:
        """What the buttons carry."""
        return [b["callback_data"] for b in self._buttons if "callback_data" in b]

    @property
    def _buttons(self) -> list[dict[str, Any]]:
        return [button for row in self.raw["buttons"] or [] for button in row]

    def button(self, text: str) -> dict[str, Any]:
        found = [button for button in self._buttons if button["text"] == text]
        assert found, f"no button «{text}» among {self.buttons}"
        return dict(found[0])


@dataclass
class Town:
    """The sandbox and its `/sim` API."""

    world: World
    http: ClientSession
    base: str
    bot: RunningBot | None = None
    bot_clock: ClockWithoutPauses = field(init=False)
    _last_call: int = 0

    def __post_init__(self) -> None:
        self.bot_clock = ClockWithoutPauses(self.world.clock)

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        async with self.http.request(method, f"{self.base}{path}", json=body) as answer:
            assert answer.status < 400, f"{method} {path}: {answer.status} {await answer.text()}"
            return await answer.json()

    async def patient(self, first_name: str = "Оксана") -> Patient:
        made = await self.call("POST", "/sim/users", {"first_name": first_name})
        return Patient(self, int(made["user_id"]))

    async def desk(self, number: str, action: str) -> Any:
        return await self.call("POST", f"/sim/desk/referrals/{number}", {"action": action})

    async def fault(self, where: str, kind: str, **more: Any) -> None:
        await self.call("POST", "/sim/faults", {"where": where, "kind": kind, **more})

    async def advance(self, **duration: float) -> None:
        """Move the clock by `seconds`, `minutes`, `hours` or `days`."""
        units = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
        seconds = sum(units[unit] * amount for unit, amount in duration.items())
        await self.call("POST", "/sim/clock", {"advance_seconds": seconds})

    async def calls(self, since: int = 0) -> list[dict[str, Any]]:
        found = await self.call("GET", f"/sim/calls?since={since}")
        return list(found["calls"])

    async def learns_doctors(self) -> None:
        """Wait until the bot has brought the directory, and searches in it."""
        someone = await self.patient("Перша")
        async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
            while self.bot:
                await self.bot.ticks.run_due()
                await someone.says("/doctor")
                if "Кого шукаєте?" in someone.text:
                    break
                await asyncio.sleep(_LEARN_AGAIN_SECONDS)
        if self.bot:
            await self.bot.ticks.run_due()  # the search follows the data

    async def last_call(self) -> int:
        """The number of the newest call of the Bot API."""
        for call in await self.calls(self._last_call):
            self._last_call = int(call["n"])
        return self._last_call

    async def as_bot(self, method: str, **params: Any) -> Any:
        """Call the Bot API in the bot's name, as a former version of it may have done."""
        path = f"/telegram/bot{BOT_TOKEN}/{method}"
        return (await self.call("POST", path, params))["result"]

    async def file(self, path: str) -> bytes:
        """What a person gets who opens a file of the chat."""
        async with self.http.get(f"{self.base}{path}") as answer:
            assert answer.status == 200
            return await answer.read()


@dataclass
class Patient:
    """A person with a phone: says, taps, and reads what came back."""

    town: Town
    id: int
    messages: list[Seen] = field(default_factory=list)
    keyboard: list[str] = field(default_factory=list)
    new: list[Seen] = field(default_factory=list)
    alert: str = ""

    async def says(self, text: str) -> Patient:
        await self._does("messages", {"text": text})
        return self

    async def sends(self, **content: Any) -> Patient:
        await self._does("messages", content)
        return self

    async def taps(self, button: str, on: Seen | None = None) -> Patient:
        """Tap a button, and see that Telegram was told about it."""
        before = await self.town.last_call()
        body: dict[str, Any] = {"button": button}
        if on:
            body["message_id"] = on.id
        made = await self._does("taps", body)
        if "callback_query_id" not in made:  # a key of the keyboard, or a number to copy
            return self
        answered = [
            call
            for call in await self.town.calls(before)
            if call["method"].casefold() == "answercallbackquery"
        ]
        assert answered, f"the tap on «{button}» was left without an answer"
        return self

    async def deletes(self, message: Seen) -> Patient:
        """Take a message out of the chat; the bot is not told."""
        await self._does("deletions", {"message_id": message.id})
        return self

    async def blocks(self, *, blocked: bool = True) -> Patient:
        await self._does("block", {"blocked": blocked})
        return self

    async def does_not_wait(self, what: str, **body: Any) -> None:
        """Say or tap something (`messages`, `taps`) and do not look what comes of it."""
        await self.town.call("POST", f"/sim/chats/{self.id}/{what}", body)

    async def sees(self, text: str) -> Seen:
        """Wait until the bot says `text`, though it may not have finished."""
        screen = await self._until(
            lambda screen: any(text in m["text"] for m in screen["messages"])
        )
        return next(Seen(m) for m in screen["messages"] if text in m["text"])

    async def looks(self) -> Patient:
        """Wait until the bot has finished, and read the screen."""
        screen = await self._until(lambda screen: not screen["pending"])
        known = {seen.id for seen in self.messages}
        self.messages = [Seen(m) for m in screen["messages"] if not m["deleted"]]
        self.new = [m for m in self.messages if m.id not in known and m.raw["from"] == "bot"]
        self.keyboard = [b["text"] for row in screen["keyboard"] or [] for b in row]
        alerts = screen.get("alerts") or []
        self.alert = str(alerts[-1]["text"] or "") if alerts else ""
        return self

    @property
    def last(self) -> Seen:
        """The newest message of the bot."""
        return self.from_bot[-1]

    @property
    def text(self) -> str:
        return self.last.text

    @property
    def buttons(self) -> list[str]:
        return self.last.buttons

    @property
    def everything(self) -> str:
        """All that stands in the chat, of both sides."""
        return "\n".join(seen.text for seen in self.messages)

    @property
    def from_bot(self) -> list[Seen]:
        return [seen for seen in self.messages if seen.raw["from"] == "bot"]

    async def _until(self, is_reached: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
            while True:
                screen: dict[str, Any] = await self.town.call("GET", f"/sim/chats/{self.id}")
                if is_reached(screen):
                    return screen
                await asyncio.sleep(_LOOK_AGAIN_SECONDS)

    async def _does(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        """Do something and look what comes of it; gives what the sandbox says of the deed."""
        made: dict[str, Any] = await self.town.call("POST", f"/sim/chats/{self.id}/{what}", body)
        await self.looks()
        return made


@asynccontextmanager
async def world_only(doctors: int = _DOCTORS) -> AsyncIterator[Town]:
    """The outside world without a bot; nobody answers in it."""
    async with AsyncExitStack() as stack:
        clock = SandboxClock()
        await clock.set(MORNING)
        world = World(doctors=doctors, clock=clock)
        port = await stack.enter_async_context(serving(world, 0))
        http = await stack.enter_async_context(ClientSession())
        yield Town(world, http, f"http://{HOST}:{port}")


def settings_in(town: Town, folder: Path, **changes: Any) -> Settings:
    """The settings of a bot that lives in `town`; None takes one away."""
    port = int(town.base.rpartition(":")[2])
    given: dict[str, Any] = {
        name.lower(): value for name, value in town.world.bot_settings(port).items()
    }
    pages = changes.get("web_port") or unused_port()
    given |= {
        "database_url": f"sqlite+aiosqlite:///{folder}/bot.sqlite3",
        "web_port": pages,
        "public_url": f"http://{HOST}:{pages}",
    }
    settings = Settings.model_validate(given | changes)
    town.world.register_redirect(str(settings.public_url))
    return settings


@asynccontextmanager
async def town_with_bot(folder: Path, **changes: Any) -> AsyncIterator[Town]:
    """The outside world with a bot at work in it."""
    async with (
        world_only() as town,
        running(settings_in(town, folder, **changes), town.bot_clock) as bot,
    ):
        town.world.clock.on_move(bot.ticks.run_due)
        town.bot = bot
        yield town
