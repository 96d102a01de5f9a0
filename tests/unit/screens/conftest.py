"""A screen in a language, for every screen and language there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.i18n import Language, Translator
from tests.unit.screens.every_screen import every_screen

if TYPE_CHECKING:
    from bot.dialogs.screen import Screen


@dataclass(frozen=True)
class Shown:
    """A screen as one patient sees it."""

    name: str
    language: Language
    screen: Screen

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.screen.rows for button in row]


def _shown(name: str, language: Language) -> Shown:
    return Shown(name, language, every_screen()[name](Translator(language)))


_ALL = [(name, language) for name in every_screen() for language in Language]


@pytest.fixture(params=_ALL, ids=[f"{name}-{language}" for name, language in _ALL])
def shown(request: pytest.FixtureRequest) -> Shown:
    return _shown(*request.param)
