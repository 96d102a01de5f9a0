"""Any button, however old, works, or says why it no longer can and shows where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.dialogs.widgets.section_labels import section_label
from bot.domain.capabilities import Section
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from tests.town import Patient, Seen

SECTIONS = [section_label(Translator(Language.UK), section) for section in Section]

# What a former version of the bot may have left in a chat.
UNKNOWN = {
    "of a version before": "menu0:0",
    "of a version to come": "ref9:check:02CXK1AM8E849TTO:1",
    "of nothing known": "who-knows",
    "with too few fields": "ref1:check",
    "with too many fields": "menu1:0:1:2",
    "with a section that is gone": "sec1:pharmacy",
    "with a wrong kind of field": "ref1:check:02CXK1AM8E849TTO:soon",
    "with a language never spoken": "lang1:fr",
}
GONE = {
    "topic that is gone": "topic1:no-such-topic::0",
    "tree that is gone": "tree1:no-such-tree::0",
    "step of a tree that is gone": "tree1:no-message:no-such-step:0",
    "number that is none": "ref1:check:0000:1",
    "picture of a number that is none": "ref1:pic:abc:1",
}


async def _left_by_a_former_version(patient: Patient, data: str) -> Seen:
    keyboard = {"inline_keyboard": [[{"text": "Стара кнопка", "callback_data": data}]]}
    await patient.town.as_bot(
        "sendMessage", chat_id=patient.id, text="Колишній екран", reply_markup=keyboard
    )
    await patient.looks()
    return patient.last


@pytest.mark.parametrize("data", UNKNOWN.values(), ids=UNKNOWN)
async def test_button_of_another_version_says_so_and_shows_the_menu(
    patient: Patient, data: str
) -> None:
    old = await _left_by_a_former_version(patient, data)
    await patient.taps("Стара кнопка", on=old)
    assert "зі старої версії" in patient.alert
    assert "Головне меню" in patient.new[0].text
    assert old.text in patient.everything


@pytest.mark.parametrize("data", GONE.values(), ids=GONE)
async def test_button_to_what_is_gone_says_why_and_leads_on(patient: Patient, data: str) -> None:
    old = await _left_by_a_former_version(patient, data)
    await patient.taps("Стара кнопка", on=old)
    assert "Ця кнопка вже не працює" in patient.text
    await patient.taps("☰ Меню")
    assert "Головне меню" in patient.text


@pytest.mark.parametrize("section", SECTIONS)
async def test_button_of_two_months_ago_works(own_patient: Patient, section: str) -> None:
    await own_patient.town.advance(days=60)
    await own_patient.taps(section)
    assert "Головне меню" not in own_patient.text
    assert "вже не працює" not in own_patient.text


async def test_referral_of_two_months_ago_is_checked_anew(own_patient: Patient) -> None:
    await own_patient.says("8830-3875-8474-6820")
    answer = own_patient.last
    await own_patient.town.desk("8830-3875-8474-6820", "use")
    await own_patient.town.advance(days=60)
    await own_patient.taps("Перевірити ще раз", on=answer)
    assert "Статус: взято в роботу закладом" in own_patient.text
    await own_patient.taps("Показати в реєстратурі")
    assert own_patient.last.kind == "photo"


async def test_message_that_the_patient_deleted_is_no_obstacle(patient: Patient) -> None:
    menu = patient.last
    await patient.deletes(menu)
    await patient.taps("Моє направлення", on=menu)
    assert "Надішліть номер" in patient.new[0].text


async def test_same_button_twice_shows_the_same_screen_once(patient: Patient) -> None:
    await patient.taps("Налаштування")
    settings = patient.last
    for _ in range(2):
        await patient.does_not_wait("taps", button="Що про мене зберігається")
    await patient.looks()
    assert patient.last.id == settings.id
    assert patient.from_bot[-1].text.startswith("Що я зберігаю")


async def test_double_tap_on_a_menu_button_is_no_mistake(patient: Patient) -> None:
    menu = patient.last
    for _ in range(3):
        await patient.does_not_wait("taps", button="Мої нагадування", message_id=menu.id)
    await patient.looks()
    assert patient.last.id == menu.id
    assert "помилку в боті" not in patient.everything


async def test_language_button_of_long_ago_still_changes_the_language(
    own_patient: Patient,
) -> None:
    menu = own_patient.last
    await own_patient.town.advance(days=400)
    await own_patient.taps("English", on=menu)
    assert "I now speak English" in own_patient.everything
