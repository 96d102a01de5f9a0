"""Every signing page in Chromium: accessible by the rules of axe, and never wider than a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.e2e.page.opened import DESKTOP
from tests.e2e.sign.walks import EVERY

if TYPE_CHECKING:
    from playwright.async_api import Browser, ViewportSize

    from tests.signing_desk import Desk
    from tests.town import Patient

NARROW: ViewportSize = {"width": 320, "height": 640}
_POLICY = "Content Security Policy"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("name", EVERY)
async def test_page_breaks_no_rule_of_accessibility_and_fits(
    desk: Desk, patient: Patient, chromium: Browser, name: str
) -> None:
    context = await chromium.new_context(locale="uk-UA", viewport=NARROW)
    page = await context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if _POLICY in line.text else None)
    await EVERY[name](desk, patient, page)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        for viewport in (NARROW, DESKTOP):
            await page.set_viewport_size(viewport)
            found = await Axe().run(page, options=RULES)
            rules = found.response["violations"]
            broken = [(rule["id"], rule["nodes"][0]["html"]) for rule in rules]
            assert broken == [], f"{name}, {scheme}, {viewport['width']}"
            wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0
    await context.close()
    assert said == []
