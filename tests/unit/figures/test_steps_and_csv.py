"""Which buttons are steps of a flow, and what a spreadsheet may not compute."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.dialogs.cabinet_callbacks import SignInTap
from bot.dialogs.callbacks import DoctorTap, MenuTap, SectionTap
from bot.dialogs.declare_callbacks import DeclareTap
from bot.dialogs.visit_callbacks import DraftAction, DraftTap
from bot.domain.capabilities import Section
from bot.domain.flows import FLOWS
from bot.handlers.flow_steps import step_of
from bot.web.hotline.csv_export import as_csv
from bot.web.hotline.figure_tables import Shown

if TYPE_CHECKING:
    from aiogram.filters.callback_data import CallbackData


@pytest.mark.parametrize(
    ("tap", "step"),
    [
        (SectionTap(section=Section.DOCTOR), ("doctor", "opened")),
        (SectionTap(section=Section.SETTINGS), None),
        (DoctorTap(key=1), ("doctor", "card")),
        (DeclareTap(doctor=1), ("declaration", "conditions")),
        (DeclareTap(doctor=1, is_sure=True), ("declaration", "requested")),
        (SignInTap(has_agreed=True), ("sign-in", "agreed")),
        (DraftTap(action=DraftAction.SAVE), ("appointment", "saved")),
        (DraftTap(action=DraftAction.DROP), None),
        (MenuTap(), None),
    ],
)
def test_button_is_a_step_of_its_flow(tap: CallbackData, step: tuple[str, str] | None) -> None:
    assert step_of(tap.pack()) == step
    assert step is None or step[1] in FLOWS[step[0]]


@pytest.mark.parametrize("data", ["", "doc1", "doc1:letters", "sec1:no-such", "day1:0"])
def test_button_that_cannot_be_read_is_no_step(data: str) -> None:
    assert step_of(data) is None


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_becomes_a_formula(sign: str) -> None:
    table = Shown("words", "Слова", ("Слово", "Разів"), ((f"{sign}SUM(A1)", 12),))
    assert as_csv(table).decode("utf-8-sig").splitlines()[-1].lstrip('"').startswith(("'", "SUM"))
    assert f"\r\n{sign}SUM" not in as_csv(table).decode("utf-8-sig")
