"""The conversation that every set-up must carry: from /start to the number's removal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.town import Patient, Town

SHOW = "Показати в реєстратурі"
AGAIN = "Перевірити ще раз"
REMOVE = "Прибрати номер із чату"


async def free_number(town: Town) -> str:
    """A number with one service that no facility has taken into work."""
    rows = (await town.call("GET", "/sim/referrals"))["referrals"]
    every = [row["number"] for row in rows]
    fresh = (row["number"] for row in rows if is_free(row) and every.count(row["number"]) == 1)
    return str(next(fresh))


def is_free(row: dict[str, str]) -> bool:
    return (row["status"], row["program_processing_status"]) == ("active", "new")


async def whole_conversation(town: Town) -> Patient:
    """A patient checks a referral before and after the desk takes it, and cleans the chat."""
    number = await free_number(town)
    patient = await town.patient()
    await patient.says("/start")
    assert "Помічник пацієнта" in patient.new[0].text

    await patient.says(f"ЕСОЗ. Ваше електронне направлення {number}. Дійсне до 23.10.2027.")
    assert "Статус: дійсне, ще не використане" in patient.text

    await town.desk(number, "use")
    await patient.taps(AGAIN)
    assert "Статус: взято в роботу закладом" in patient.text

    await patient.taps(SHOW)
    assert patient.last.kind == "photo"
    assert number in patient.text

    await patient.taps(REMOVE)
    assert "Прибрано з чату" in patient.text
    assert number not in patient.everything
    await town.desk(number, "release")
    return patient
