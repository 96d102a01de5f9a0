"""ЕСОЗ fails in every way that it can: an honest answer each time, and nothing is used up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.esoz.gateway import EXPIRED_TOKEN, UNSCOPED_TOKEN
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.town import Patient, Town

NUMBER = "8830-3875-8474-6820"
ENOUGH = 12  # four questions, each asked three times
ANSWERS = {
    "429": "Система просить зачекати",
    "500": "Електронна система не відповідає",
    "drop": "Електронна система не відповідає",
    "garbage": "Відповідь не вдалося прочитати",
    "403": "Я не маю доступу до перевірки",
}
CALM = "Направлення від цього не зникло"


@pytest.fixture(scope="module")
async def hasty_town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    """A town whose bot waits for ЕСОЗ no longer than a moment."""
    folder = tmp_path_factory.mktemp("hasty")
    async with town_with_bot(folder, esoz_timeout_seconds=0.3) as town:
        yield town


@pytest.mark.parametrize("kind", ANSWERS)
async def test_outage_has_an_honest_answer_of_its_own(
    town: Town, patient: Patient, kind: str
) -> None:
    await town.fault("esoz", kind, times=ENOUGH)
    await patient.says(NUMBER)
    assert ANSWERS[kind] in patient.text
    assert CALM in patient.text
    assert "Що робити:" in patient.text
    assert {"Перевірити ще раз", "Показати в реєстратурі", "☰ Меню"} <= set(patient.buttons)


async def test_slow_source_is_not_waited_for_without_end(hasty_town: Town) -> None:
    patient, pauses = await hasty_town.patient(), len(hasty_town.bot_clock.pauses)
    await hasty_town.fault("esoz", "slow", times=ENOUGH)
    await patient.says(NUMBER)
    hasty_town.world.faults.clear()
    assert len(hasty_town.bot_clock.pauses) == pauses, "there is no time left to ask again"
    assert "Відповідь не прийшла вчасно" in patient.text
    assert CALM in patient.text
    await patient.taps("Перевірити ще раз")
    assert "Статус: дійсне" in patient.text


async def test_answer_comes_though_the_patient_deleted_the_message_that_waits_for_it(
    hasty_town: Town,
) -> None:
    patient = await hasty_town.patient()
    await hasty_town.fault("esoz", "slow", times=ENOUGH)
    await patient.does_not_wait("messages", text=NUMBER)
    waiting = await patient.sees("Перевіряю")
    await patient.deletes(waiting)
    hasty_town.world.faults.clear()
    assert "Відповідь не прийшла вчасно" in patient.text
    assert waiting.id not in {seen.id for seen in patient.messages}


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(EXPIRED_TOKEN, id="expired"),
        pytest.param(UNSCOPED_TOKEN, id="without the right"),
        pytest.param("never-given", id="unknown"),
    ],
)
async def test_bot_that_is_not_let_in_says_so(
    tmp_path_factory: pytest.TempPathFactory, token: str
) -> None:
    folder = tmp_path_factory.mktemp("token")
    async with town_with_bot(folder, esoz_referral_token=token) as town:
        patient = await town.patient()
        await patient.says(NUMBER)
        assert ANSWERS["403"] in patient.text
        assert CALM in patient.text


@pytest.mark.parametrize("kind", ["500", "drop"])
async def test_short_outage_is_not_noticed(town: Town, patient: Patient, kind: str) -> None:
    await town.fault("esoz", kind)
    await patient.says(NUMBER)
    assert "Статус: дійсне" in patient.text


@pytest.mark.parametrize("kind", ANSWERS)
async def test_patient_can_check_again_when_the_outage_is_over(
    town: Town, patient: Patient, kind: str
) -> None:
    await town.fault("esoz", kind, times=ENOUGH)
    await patient.says(NUMBER)
    town.world.faults.clear()
    await patient.taps("Перевірити ще раз")
    assert "Статус: дійсне" in patient.text


@pytest.mark.parametrize("kind", ANSWERS)
async def test_outage_costs_nothing_of_the_allowance(
    town: Town, patient: Patient, kind: str
) -> None:
    await patient.says(NUMBER)
    for _ in range(6):
        await town.fault("esoz", kind, times=ENOUGH)
        await patient.taps("Перевірити ще раз")
        assert ANSWERS[kind] in patient.text
        town.world.faults.clear()
    await patient.taps("Перевірити ще раз")
    assert "Статус: дійсне" in patient.text


async def test_part_of_the_answer_is_no_answer(town: Town, patient: Patient) -> None:
    """One status of four fails: nobody is told "not found" on three quarters of the truth."""
    await town.fault("esoz", "500", match="status=completed", times=ENOUGH)
    await patient.says("3372-9041-1865-7720")
    assert ANSWERS["500"] in patient.text


async def test_bot_says_that_it_is_looking_before_it_has_an_answer(
    town: Town, patient: Patient
) -> None:
    before = await town.last_call()
    await patient.says(NUMBER)
    calls = [(c["method"], c["params"]) for c in await town.calls(before)]
    assert [method for method, _ in calls] == ["sendChatAction", "sendMessage", "editMessageText"]
    assert "Перевіряю" in calls[1][1]["text"]
    assert "8830-****-****-6820" in calls[1][1]["text"]
