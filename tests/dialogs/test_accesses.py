"""Which e-cabinets may use a patient's data: rights in words, news, and taking access back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.signing_in import person, signs_in

if TYPE_CHECKING:
    from tests.town import Patient, Town

OWN = "Це я, бот."
ALL_OTHERS = "Забрати в усіх, крім бота"


async def signed_in(town: Town, special: str) -> Patient:
    patient = await town.patient()
    await signs_in(patient, (await person(town, special))["id"])
    return patient


async def allows_another(town: Town, special: str, applicant: str) -> None:
    """One more e-cabinet gets access to the data of `special`."""
    whose, who = await person(town, special), await person(town, applicant)
    body = {"person_id": whose["id"], "applicant_person_id": who["id"]}
    await town.call("POST", "/sim/esoz/tokens", body)


async def test_whoever_is_not_signed_in_is_led_to_the_sign_in(patient: Patient) -> None:
    await patient.says("доступи")
    assert "🔐 Увійти" in patient.buttons
    await patient.says("/start accesses")
    assert "🔐 Увійти" in patient.buttons


async def test_rights_are_told_in_plain_words(town: Town) -> None:
    patient = await signed_in(town, "age_40")
    await patient.taps("Мої дані")
    await patient.taps("Хто має доступ до даних")
    assert OWN in patient.text
    assert "Має доступ від " in patient.text
    await patient.taps(next(label for label in patient.buttons if "Помічник" in label))
    assert "Це доступ цього бота." in patient.text
    assert "• припиняти декларацію з лікарем" in patient.text
    assert "_pis" not in patient.text


async def test_new_access_is_told_once(town: Town) -> None:
    patient = await signed_in(town, "parent")
    await patient.says("доступи")
    assert "Новий доступ" not in patient.text, "the first visit has nothing to compare with"
    await town.advance(seconds=5)
    await allows_another(town, "parent", "guardian")
    await town.advance(seconds=5)
    await patient.says("доступи")
    assert "Новий доступ від вашого останнього перегляду" in patient.text
    await patient.says("доступи")
    assert "Новий доступ" not in patient.text


async def test_access_is_taken_back_after_a_second_question(town: Town) -> None:
    await allows_another(town, "guardian", "age_40")
    patient = await signed_in(town, "guardian")
    await patient.says("хто має доступ")
    before = len(_listed(patient))
    other = next(label for label in _listed(patient) if not _is_own(patient, label))
    await patient.taps(other)
    await patient.taps("Забрати доступ")
    assert "Це може подіяти не одразу" in patient.text
    question = patient.last
    await patient.taps("Так, забрати")
    assert "Доступ забрано." in patient.text
    await patient.taps("Усі доступи")
    assert len(_listed(patient)) == before - 1
    assert OWN in patient.text
    markup = {"inline_keyboard": [[question.button("Так, забрати")]]}
    await town.as_bot("sendMessage", chat_id=patient.id, text="?", reply_markup=markup)
    await patient.looks()
    await patient.taps("Так, забрати")
    assert "Доступ забрано." in patient.text, "what is gone stays gone"


async def test_taking_back_the_bots_own_access_signs_out(town: Town) -> None:
    patient = await signed_in(town, "no_tax_id")
    await patient.says("доступи")
    own = [label for label in _listed(patient) if _is_own(patient, label)]
    await patient.taps(own[0])
    await patient.taps("Забрати доступ")
    assert "Забрати доступ у цього бота?" in patient.text
    await patient.taps("Так, забрати")
    assert "я вийшов із кабінету" in patient.text
    await patient.says("доступи")
    assert "🔐 Увійти" in patient.buttons


async def test_all_others_are_taken_back_at_once(town: Town) -> None:
    for applicant in ("age_40", "guardian"):
        await allows_another(town, "age_95", applicant)
    patient = await signed_in(town, "age_95")
    await patient.says("доступи")
    await patient.taps(ALL_OTHERS)
    assert "Забрати доступ в усіх, крім бота?" in patient.text
    await patient.taps("Так, у всіх")
    assert "Доступ забрано в" in patient.text
    await patient.taps("Усі доступи")
    assert len(_listed(patient)) == 1
    assert OWN in patient.text
    assert ALL_OTHERS not in patient.buttons


async def test_outage_offers_to_try_again(town: Town) -> None:
    patient = await signed_in(town, "age_40")
    await town.fault("esoz", "500", match="apps", times=40)
    await patient.says("доступи")
    assert "не відповідає" in patient.text
    town.world.faults.clear()
    await patient.taps("Спробувати ще раз")
    assert OWN in patient.text


def _listed(patient: Patient) -> list[str]:
    return [label for label in patient.buttons if label[0].isdigit()]


def _is_own(patient: Patient, label: str) -> bool:
    """Whether the access of this row is the bot's; the list says so below its name."""
    number = label.partition(".")[0]
    block = next(part for part in patient.text.split("\n\n") if part.startswith(f"{number}."))
    return OWN in block
