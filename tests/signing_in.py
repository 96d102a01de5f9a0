"""A patient signs in: through the chat, the signing page, the test signer and ЕСОЗ's consent."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.browser import Browser
from tests.waiting import until

if TYPE_CHECKING:
    from tests.town import Patient, Town

AGREE, FOR_WARD = "Згода, увійти", "За дитину чи підопічного"
_ONWARDS = re.compile(r'href="([^"]*/my/[^"]*)"')


async def person(town: Town, special: str) -> dict[str, Any]:
    """An invented person by their special name; "" is an ordinary adult."""
    people = (await town.call("GET", "/sim/people"))["people"]
    adults = (one for one in people if one["birth_date"] < "2000" and one["tax_id"])
    fitting = (one for one in people if one["special"] == special)
    return dict(next(fitting if special else (one for one in adults if not one["special"])))


async def asks_for_link(patient: Patient, *, ward: str = "") -> str:
    """Walk in the chat to the link of the signing page; `ward` is what the bot is told."""
    await patient.says("/start")
    await patient.taps("Мої дані")
    if "🔐 Увійти" not in patient.buttons:  # signed in already: as one more person
        await patient.taps("Хто я тут" if "Хто я тут" in patient.buttons else "Змінити людину")
    await patient.taps(FOR_WARD if ward else _own_way(patient))
    await patient.taps(AGREE)
    if ward:
        await patient.says(ward)
    return str(patient.last.button("Відкрити сторінку підпису")["url"])


async def signs(browser: Browser, link: str, signer_id: str, mistake: str = "none") -> str:
    """Sign with the key of `signer_id` on the page; gives the address of the consent page."""
    await browser.opens(link)
    await browser.sends(urlsplit(link).path)
    await browser.sends("/signer")
    await browser.sends("/signer/sign", person_id=signer_id, mistake=mistake)
    await browser.sends("/test")

    async def leads_on() -> bool:
        await browser.opens(link)
        return _ONWARDS.search(browser.text) is not None

    await until(leads_on)
    found = _ONWARDS.search(browser.text)
    return unescape(found[1]) if found else ""


async def signs_in(
    patient: Patient,
    signer_id: str,
    *,
    ward: str = "",
    decision: str = "allow",
) -> Browser:
    """Do it all; gives the browser with its last page, closed."""
    link = await asks_for_link(patient, ward=ward)
    return await enters(patient, link, signer_id, decision=decision)


async def enters(
    patient: Patient, link: str, signer_id: str, *, decision: str = "allow"
) -> Browser:
    """Sign on the page behind `link`, and decide on ЕСОЗ's page; gives the browser, closed."""
    async with Browser() as browser:
        await browser.opens(await signs(browser, link, signer_id))
        if "/my/" in browser.url:
            await browser.sends("/my/consent", decision=decision)
    await patient.looks()
    return browser


def _own_way(patient: Patient) -> str:
    ways = ("🔐 Увійти", "Увійти ще одній людині")
    return next(way for way in ways if way in patient.buttons)
