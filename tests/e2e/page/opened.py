"""A browser's page in the tests' own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.page.fake_sim import USER

if TYPE_CHECKING:
    from playwright.async_api import ConsoleMessage, Locator, Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL_PHONE: ViewportSize = {"width": 360, "height": 640}
DESKTOP: ViewportSize = {"width": 1360, "height": 860}


class Opened:
    """The page at `address`; console errors and uncaught exceptions gather in `errors`."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _on_console(self, line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"}:
            self.errors.append(line.text)

    async def chat(self, user: int = USER) -> Page:
        """Open the chat of an existing user and wait for the messages."""
        await self.page.goto(f"{self.address}/?user={user}")
        await self.page.locator("#chat .bot-name").wait_for()
        return self.page

    def bubble(self, text: str) -> Locator:
        return self.page.locator(".message", has_text=text)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def overflow(self) -> int:
        """Pixels by which the page, or anything on show, is wider than the window."""
        return int(await self.page.evaluate(_OVERFLOW))


_OVERFLOW = """() => {
  const all = [...document.body.querySelectorAll("*")];
  const visible = all.filter((node) => node.checkVisibility());
  const scrolled = (node) => node.closest(".tabs, .unseen, .skip");
  const right = (node) => (scrolled(node) ? 0 : node.getBoundingClientRect().right);
  const widest = Math.max(document.documentElement.scrollWidth, ...visible.map(right));
  return Math.ceil(widest - innerWidth);
}"""
