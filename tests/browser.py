"""A browser without JavaScript: keeps cookies, follows redirects, fills in the page's forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from aiohttp import ClientSession, CookieJar

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


@dataclass
class Form:
    """A form, and the button that sends it."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(given.get("action", "")))
        elif not self.found:
            return
        elif tag in {"input", "textarea"} and given.get("name"):
            self.found[-1].fields[given["name"]] = given.get("value", "")
        elif tag == "button" and given.get("name"):
            self.found[-1].buttons.append((given["name"], given.get("value", "")))


class Browser:
    """`text` is the page that is open, `url` its address, `status` how it was answered."""

    def __init__(self) -> None:
        self._http = ClientSession(cookie_jar=CookieJar(unsafe=True))
        self.text = ""
        self.url = ""
        self.status = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._http.close()

    async def opens(self, url: str) -> None:
        async with self._http.get(url) as answer:
            self.text, self.url, self.status = await answer.text(), str(answer.url), answer.status

    async def sends(self, action: str, **changes: str) -> None:
        """Send the form whose address ends in `action`, with `changes` to its fields."""
        form = self.form(action)
        place = urljoin(self.url, form.action)
        async with self._http.post(place, data=form.fields | changes) as answer:
            self.text, self.url, self.status = await answer.text(), str(answer.url), answer.status

    def form(self, action: str) -> Form:
        reader = _Forms()
        reader.feed(self.text)
        fitting = [one for one in reader.found if one.action.endswith(action)]
        assert fitting, f"no form to {action} among {[one.action for one in reader.found]}"
        return fitting[0]
