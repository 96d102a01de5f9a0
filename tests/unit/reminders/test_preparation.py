"""Which sheet fits the patient's own words; where they are not sure, only what to bring."""

from __future__ import annotations

import pytest

from bot.content import sheets
from bot.domain.reminders.preparation import Preparation, preparation_of
from bot.i18n import Language

CASES = {
    "аналіз крові": Preparation.BLOOD,
    "здати кров натще": Preparation.BLOOD,
    "кровь из вены": Preparation.BLOOD,
    "здача крові на донорство": Preparation.BRING,
    "донор крові": Preparation.BRING,
    "УЗД": Preparation.ULTRASOUND,
    "на УЗД натще": Preparation.ULTRASOUND,
    "УЗД черевної порожнини": Preparation.ULTRASOUND,
    "узи брюшной полости": Preparation.ULTRASOUND,
    "УЗД серця": Preparation.BRING,
    "УЗД щитоподібної залози": Preparation.BRING,
    "УЗД вагітності": Preparation.BRING,
    "кардіолог": Preparation.BRING,
    "аналіз сечі": Preparation.BRING,
    "Лабораторний аналіз за направленням": Preparation.BRING,
    "": Preparation.BRING,
}


@pytest.mark.parametrize(("what", "kind"), CASES.items(), ids=CASES)
def test_sheet_follows_what_the_visit_is_about(what: str, kind: Preparation) -> None:
    assert preparation_of(what) is kind


@pytest.mark.parametrize("kind", Preparation)
def test_every_sheet_defers_to_the_doctor_and_names_its_source(kind: Preparation) -> None:
    sheet = sheets()[kind]
    assert "вказівки вашого лікаря" in sheet.body.get(Language.UK)
    assert "comes first" in sheet.body.get(Language.EN)
    assert sheet.sources
