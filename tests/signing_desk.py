"""The signing pages at work in a town, and browsers that walk through them over real HTTP."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession, CookieJar, FormData, web

from bot.db.engine import create_engine, upgrade
from bot.domain.signing.one_time import hash_of
from bot.domain.signing.session import Purpose, SignOrder, Submitted
from bot.domain.signing.signature import ExpectedSigner
from bot.signing_parts import SigningParts, signing_parts
from sandbox.app import BOT_TOKEN, HOST
from tests.town import Patient, Town, settings_in, world_only
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.config import Settings
    from bot.domain.signing.session import Handoff, SignSession
    from bot.domain.signing.signature import Signed
    from sandbox.esoz.person import Person

DOCUMENT = '{"person":{"last_name":"Бондар"},"employee":"Коваль"}'.encode()
PRINTED = "<style>h1{color:green}</style><h1>Заява</h1><script>parent.stolen = 1</script>"
SUBJECT = {
    "person": "Бондар Оксана Іванівна",
    "doctor": "Коваль <b>Петро</b> Ілліч",
    "facility": "Амбулаторія «Надія»",
}


@dataclass
class Submissions:
    """ЕСОЗ for a test: keeps what it got, or fails with `failure`."""

    redirect: str | None = None
    failure: Exception | None = None
    taken: list[tuple[str, bytes]] = field(default_factory=list)

    def clear(self) -> None:
        self.redirect, self.failure = None, None
        self.taken.clear()

    async def submit(self, session: SignSession, signed: Signed) -> Submitted:
        if self.failure:
            raise self.failure
        self.taken.append((session.reference, signed.der))
        return Submitted(redirect=self.redirect)


@dataclass
class Desk:
    """The pages with their database; `restarted` is another process on the same database."""

    town: Town
    settings: Settings
    bot: Bot
    submissions: Submissions
    parts: SigningParts = field(init=False)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    @property
    def origin(self) -> str:
        return self.settings.public_origin

    @property
    def person(self) -> Person:
        """Somebody with a key."""
        return next(one for one in self.town.world.esoz.people if one.tax_id and not one.special)

    async def starts(self) -> None:
        engine = create_engine(self.settings.database_url)
        self._stack.push_async_callback(engine.dispose)
        await upgrade(engine)
        clock = self.town.world.clock
        parts = signing_parts(self.settings, engine, self.bot, clock, self._stack)
        assert parts
        self.parts = parts
        for purpose in Purpose:
            parts.submissions[purpose] = self.submissions
        application = web.Application(client_max_size=1024**2)
        application.router.add_routes(parts.routes())
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, HOST, self.settings.web_port).start()

    async def stops(self) -> None:
        await self._stack.aclose()

    async def restarts(self) -> None:
        await self.stops()
        await self.starts()

    async def order(self, patient: Patient, **changes: Any) -> Handoff:
        """Begin to sign; anyone may sign where `expected` is None."""
        given: dict[str, Any] = {
            "telegram_id": patient.id,
            "purpose": Purpose.PERSON_REQUEST,
            "content": DOCUMENT,
            "expected": ExpectedSigner(tax_id=self.person.tax_id, document=None),
            "subject": SUBJECT,
            "reference": "request-1",
            "document_html": PRINTED,
        }
        return await self.parts.services.start(order=SignOrder(**given | changes))

    async def signs(
        self, content: bytes = DOCUMENT, *, person: Person | None = None, **how: Any
    ) -> bytes:
        """Sign as a person with the test signer's pen."""
        body = {
            "person_id": (person or self.person).id,
            "content_base64": b64encode(content).decode(),
            **how,
        }
        made = await self.town.call("POST", "/sim/signer", body)
        return b64decode(made["signed_base64"])

    async def binds_elsewhere(self, handoff: Handoff) -> None:
        """Open the link in a browser that nobody sees."""
        async with new_browser() as other:
            await other.enters(handoff)

    async def tends(self) -> None:
        """The scheduled look at the sessions."""
        await self.parts.ticks.tend()

    async def told(self, patient: Patient) -> list[str]:
        """What the chat has heard from us."""
        screen = await self.town.call("GET", f"/sim/chats/{patient.id}")
        return [said["text"] for said in screen["messages"] if said["from"] == "bot"]


@dataclass
class Shown:
    """One answer of the pages."""

    status: int
    url: str
    html: str
    headers: dict[str, str]

    @property
    def text(self) -> str:
        body = self.html[self.html.find("<body") :]
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())

    @property
    def token(self) -> str:
        found = re.search(r'name="token" value="([0-9a-f]+)"', self.html)
        assert found, "the page has no form token"
        return found[1]


class Browser:
    """A browser without JavaScript."""

    def __init__(self, http: ClientSession) -> None:
        self.http = http

    async def opens(self, url: str) -> Shown:
        return await self._does("GET", url)

    async def posts(self, url: str, **kwargs: Any) -> Shown:
        return await self._does("POST", url, **kwargs)

    async def enters(self, handoff: Handoff) -> Shown:
        """Open the link and press «Продовжити»."""
        await self.opens(handoff.url)
        return await self.posts(handoff.url, data={"lang": "uk"})

    async def uploads(self, handoff: Handoff, container: bytes, *, token: str = "") -> Shown:
        page = await self.opens(f"{handoff.url}/file")
        form = FormData()
        form.add_field("token", token or page.token)
        form.add_field("signed", BytesIO(container), filename="document.json.p7s")
        return await self.posts(f"{handoff.url}/file", data=form)

    async def sees(self, url: str, text: str) -> Shown:
        """Look again and again until the page says `text`."""
        shown: list[Shown] = []

        async def is_said() -> bool:
            shown[:] = [await self.opens(url)]
            return text in shown[0].text

        await until(is_said)
        return shown[0]

    async def _does(self, method: str, url: str, **kwargs: Any) -> Shown:
        async with self.http.request(method, url, **kwargs) as answer:
            return Shown(answer.status, str(answer.url), await answer.text(), dict(answer.headers))


@asynccontextmanager
async def new_browser() -> AsyncIterator[Browser]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as http:
        yield Browser(http)


@asynccontextmanager
async def signing_desk(folder: Path, **changes: Any) -> AsyncIterator[Desk]:
    """The pages in a world of their own."""
    async with world_only() as town:
        settings = settings_in(town, folder, **changes)
        server = TelegramAPIServer.from_base(str(settings.telegram_api_url).rstrip("/"))
        session = AiohttpSession(api=server)
        bot = Bot(BOT_TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
        desk = Desk(town, settings, bot, Submissions())
        await desk.starts()
        try:
            yield desk
        finally:
            await desk.stops()
            await session.close()


def key_of(handoff: Handoff) -> str:
    return hash_of(handoff.url.rpartition("/")[2])
