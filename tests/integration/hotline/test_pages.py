"""The hotline's pages over real HTTP, in a browser without JavaScript."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from bot.content import topics
from tests.browser import Browser
from tests.hotline_desk import CHEAP_HASH, PASSWORD, a_month_of_figures, origin
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.town import Town

STATS = "/hotline/stats"
_LIGHT = 100_000
"""Bytes of the first page with its style sheets and script, before compression."""


@pytest.fixture(scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    folder = tmp_path_factory.mktemp("hotline")
    async with town_with_bot(folder, hotline_password_hash=CHEAP_HASH) as town:
        await a_month_of_figures(folder)
        yield town


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with Browser() as browser:
        yield browser


async def _enters(browser: Browser, desk: Town) -> None:
    await browser.opens(f"{origin(desk)}{STATS}")
    await browser.sends(STATS, password=PASSWORD)
    assert browser.status == 200


async def test_search_works_by_a_form_and_leads_to_all_that_is_told(
    desk: Town, browser: Browser
) -> None:
    await browser.opens(f"{origin(desk)}/hotline?q=вимагають+папір")
    found = re.findall(r"/hotline/topic/([\w-]+)", browser.text)
    assert found[0] == "paper-demanded"
    await browser.opens(f"{origin(desk)}/hotline/topic/{found[0]}")
    for told in (
        "Від вас вимагають папір",
        "3 – 0 – 0",
        "https://t.me/patient_sandbox_bot?start=paper-demanded",
        "Паперова копія направлення не потрібна",
        "<svg",
        "16-77",
    ):
        assert told in browser.text


async def test_every_topic_has_a_page_and_is_found_by_its_code(
    desk: Town, browser: Browser
) -> None:
    await browser.opens(f"{origin(desk)}/hotline")
    assert set(re.findall(r"/hotline/topic/([\w-]+)", browser.text)) == set(topics())
    for entry in topics().values():
        await browser.opens(f"{origin(desk)}/hotline/topic/{entry.slug}")
        assert browser.status == 200
        assert " – ".join(entry.code) in browser.text
        await browser.opens(f"{origin(desk)}/hotline/search?q={entry.code}")
        assert f"/hotline/topic/{entry.slug}" in browser.text


async def test_page_speaks_english_and_stays_in_it(desk: Town, browser: Browser) -> None:
    await browser.opens(f"{origin(desk)}/hotline?q=301&lang=en")
    assert "What does the caller ask?" in browser.text
    assert "/hotline/topic/sent-back?lang=en" in browser.text


async def test_what_is_typed_is_only_text_on_the_page(desk: Town, browser: Browser) -> None:
    await browser.opens(f"{origin(desk)}/hotline?q=%3Cscript%3Ealert(1)%3C/script%3E%22")
    assert "<script>alert" not in browser.text


async def test_unknown_topic_is_met_kindly(desk: Town, browser: Browser) -> None:
    await browser.opens(f"{origin(desk)}/hotline/topic/no-such")
    assert browser.status == 404
    assert "Такої сторінки немає" in browser.text


async def test_pages_say_what_a_browser_must_not_do_and_are_light(desk: Town) -> None:
    size = 0
    for path in (
        "/hotline",
        "/static/colours.css",
        "/static/page.css",
        "/static/hotline.css",
        "/static/hotline.js",
    ):
        async with desk.http.get(origin(desk) + path) as answer:
            assert answer.status == 200
            size += len(await answer.read())
            if path == "/hotline":
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert size < _LIGHT


async def test_figures_are_for_operators_only(desk: Town, browser: Browser) -> None:
    await browser.opens(f"{origin(desk)}{STATS}")
    assert "Пароль операторів" in browser.text
    for path in ("topics.svg", "topics.csv", "words.csv"):
        await browser.opens(f"{origin(desk)}{STATS}/{path}")
        assert browser.status == 404
    await browser.opens(f"{origin(desk)}{STATS}")
    await browser.sends(STATS, password="another one")
    assert browser.status == 403
    assert "Пароль інший" in browser.text


async def test_operator_sees_tables_charts_and_leaves(desk: Town, browser: Browser) -> None:
    await _enters(browser, desk)
    for seen in ("Які теми відкривають", "Від вас вимагають папір", "Львівська", "довідка"):
        assert seen in browser.text
    assert "рідкісне" not in browser.text, "a word that was said nine times"
    charts = re.findall(r'src="([^"]+\.svg[^"]*)"', browser.text)
    assert len(charts) == 4
    for chart in charts:
        await browser.opens(origin(desk) + chart.replace("&amp;", "&"))
        assert browser.status == 200
        assert browser.text.startswith("<svg")
        assert "<script" not in browser.text
    await browser.opens(f"{origin(desk)}{STATS}")
    await browser.sends("/leave")
    assert "Пароль операторів" in browser.text


async def test_table_is_saved_for_a_spreadsheet(desk: Town, browser: Browser) -> None:
    await _enters(browser, desk)
    await browser.opens(f"{origin(desk)}{STATS}/steps.csv?days=30")
    rows = list(csv.reader(io.StringIO(browser.text.removeprefix("\ufeff"))))
    assert rows[0] == ["Шлях", "Крок", "Разів", "Далі не пішли"]
    assert ["Перевірити направлення", "відкрили розділ", "1800", "360"] in rows


async def test_cookie_is_for_the_server_alone(desk: Town) -> None:
    form = {"password": PASSWORD}
    async with desk.http.post(
        f"{origin(desk)}{STATS}", data=form, allow_redirects=False
    ) as answer:
        assert answer.status == 303
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    desk.http.cookie_jar.clear()


async def test_form_of_another_site_lets_nobody_in(desk: Town) -> None:
    async with desk.http.post(
        f"{origin(desk)}{STATS}",
        data={"password": PASSWORD},
        headers={"Sec-Fetch-Site": "cross-site"},
        allow_redirects=False,
    ) as answer:
        assert answer.status == 403
        assert "Set-Cookie" not in answer.headers


async def test_what_patients_open_is_counted_without_them(desk: Town, browser: Browser) -> None:
    patient = await desk.patient()
    for _ in range(10):
        await patient.says("/start several-services")
    assert desk.bot is not None
    await desk.bot.ticks.run_due()
    await _enters(browser, desk)
    await browser.opens(f"{origin(desk)}{STATS}/topics.csv?days=7")
    row = next(row for row in browser.text.splitlines() if ",214," in row)
    assert row.endswith(",10")


async def test_guessing_is_slowed_down(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("guessed")
    async with (
        town_with_bot(folder, hotline_password_hash=CHEAP_HASH) as town,
        Browser() as browser,
    ):
        await browser.opens(f"{origin(town)}{STATS}")
        for _ in range(10):
            await browser.sends(STATS, password="guess")
        await browser.sends(STATS, password=PASSWORD)
        assert browser.status == 429
        assert "Забагато неправильних паролів" in browser.text


async def test_figures_are_switched_off_without_a_password(
    guide_town: Town, browser: Browser
) -> None:
    await browser.opens(f"{origin(guide_town)}{STATS}")
    assert browser.status == 200
    assert "Показники вимкнені" in browser.text
