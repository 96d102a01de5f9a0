"""Every fault has words of its own in every language."""

from __future__ import annotations

import pytest

from bot.dialogs.widgets.fault_words import fault_text
from bot.domain.cabinet.checks import Fault
from bot.i18n import Language, Translator


@pytest.mark.parametrize("language", Language)
def test_every_fault_has_words_of_its_own(language: Language) -> None:
    tr = Translator(language)
    said = [fault_text(tr, fault) for fault in Fault]
    assert len(set(said)) == len(said)
    assert fault_text(tr, "unheard-of") not in said
