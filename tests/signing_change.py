"""A patient who is signed in changes their data: to the card of the data, and the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.browser import Browser
from tests.signing_in import person, signs_in
from tests.waiting import until

if TYPE_CHECKING:
    from tests.town import Patient, Town

ACCEPTED = "Підпис прийнято"


async def opens_data(town: Town, patient: Patient, special: str = "") -> dict[str, Any]:
    """Sign in as an invented person and open the data; gives the person."""
    who = await person(town, special)
    await signs_in(patient, who["id"])
    await to_data(patient)
    return who


def adult(town: Town, number: int) -> dict[str, Any]:
    """One of the ordinary adults with a phone, each of whom a test may change as it likes."""
    grown = [one for one in town.world.esoz.people if not one.special and one.phone]
    of_age = [one for one in grown if one.birth_date.year < 2000 and one.tax_id]
    return {"id": of_age[number].id, "tax_id": of_age[number].tax_id}


async def opens_data_as(patient: Patient, who: dict[str, Any]) -> None:
    await signs_in(patient, who["id"])
    await to_data(patient)


async def opens_data_of_ward(
    town: Town, patient: Patient, confidant: str, ward: str
) -> dict[str, Any]:
    """The same as a confidant; gives the ward."""
    acting, other = await person(town, confidant), await person(town, ward)
    told = f"{other['last_name']} {other['first_name']} {other['second_name']} {other['tax_id']}"
    await signs_in(patient, acting["id"], ward=told)
    await to_data(patient)
    return other


async def to_data(patient: Patient) -> None:
    await patient.says("/start")
    await patient.taps("Мої дані")
    await patient.taps("Особисті дані")


async def signs_change(patient: Patient, signer_id: str, *, says: str = ACCEPTED) -> None:
    """Sign what the last message leads to, and wait for the news in the chat."""
    async with Browser() as browser:
        await _signs(browser, _link(patient), signer_id)
    await patient.sees(says)
    await patient.looks()


async def starts_to_sign(patient: Patient, signer_id: str) -> None:
    """Sign what the last message leads to, and do not wait for what comes of it."""
    async with Browser() as browser:
        await _signs(browser, _link(patient), signer_id)


async def tries_to_sign(patient: Patient, signer_id: str, *, told: str) -> None:
    """Sign with a key that is not taken; the page says `told`."""
    link = _link(patient)
    async with Browser() as browser:
        await _signs(browser, link, signer_id)

        async def says_so() -> bool:
            await browser.opens(link)
            return told in browser.text

        await until(says_so)


def _link(patient: Patient) -> str:
    return str(patient.last.button("Відкрити сторінку підпису")["url"])


async def _signs(browser: Browser, link: str, signer_id: str) -> None:
    await browser.opens(link)
    await browser.sends(urlsplit(link).path)
    await browser.sends("/signer")
    await browser.sends("/signer/sign", person_id=signer_id)
    await browser.sends("/test")
