"""What is no text: nothing is opened or stored, and each kind gets an answer."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.dialogs.conftest import Telegraph
    from tests.town import Patient

_FILE = {"file_id": "f", "file_unique_id": "u"}
_PDF = {"file_name": "аналіз.pdf", "base64": b64encode(b"%PDF-1.4").decode()}

# What /sim can send, and whether it may show a document or a phone number.
SENT = {
    "photo": ({"photo": True}, True),
    "document": ({"document": _PDF}, True),
    "contact": ({"contact": {"phone_number": "+380000000001"}}, True),
}

# What only Telegram itself can bring.
BROUGHT = {
    "voice": ({"voice": _FILE | {"duration": 3}}, False),
    "sticker": (
        {
            "sticker": _FILE
            | {
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        },
        False,
    ),
    "video": ({"video": _FILE | {"width": 1, "height": 1, "duration": 1}}, True),
    "video note": ({"video_note": _FILE | {"length": 1, "duration": 1}}, False),
    "audio": ({"audio": _FILE | {"duration": 3}}, False),
    "dice": ({"dice": {"emoji": "🎲", "value": 4}}, False),
    "poll": (
        {
            "poll": {
                "id": "1",
                "question": "?",
                "options": [],
                "total_voter_count": 0,
                "is_closed": False,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": False,
                "members_only": False,
            }
        },
        False,
    ),
}


def _check(patient: Patient, *, may_tell: bool) -> None:
    assert len(patient.new) == 1
    assert "☰ Меню" in patient.buttons
    if may_tell:
        assert "Не надсилайте сюди фото, документів" in patient.text
        assert "Прибрати це з чату" in patient.buttons
    else:
        assert "лише текст" in patient.text


@pytest.mark.parametrize(("content", "may_tell"), SENT.values(), ids=SENT)
async def test_what_is_no_text_gets_an_answer(
    patient: Patient, content: dict[str, Any], may_tell: bool
) -> None:
    await patient.sends(**content)
    _check(patient, may_tell=may_tell)


@pytest.mark.parametrize(("content", "may_tell"), SENT.values(), ids=SENT)
async def test_what_is_no_text_gets_an_answer_when_a_number_was_asked_for(
    patient: Patient, content: dict[str, Any], may_tell: bool
) -> None:
    await patient.taps("Моє направлення")
    await patient.sends(**content)
    _check(patient, may_tell=may_tell)
    await patient.says("8830-3875-8474-6820")
    assert "Статус: " in patient.text, "the question is still open"


@pytest.mark.parametrize(("content", "may_tell"), BROUGHT.values(), ids=BROUGHT)
async def test_what_only_telegram_can_bring_gets_an_answer(
    telegraph: Telegraph, content: dict[str, Any], may_tell: bool
) -> None:
    patient = await (await telegraph.town.patient()).says("/start")
    status = await telegraph.brings(message=telegraph.message(patient, **content))
    assert status == 200
    _check(await patient.looks(), may_tell=may_tell)


@pytest.mark.parametrize("content", [{"photo": True}, {"document": _PDF}], ids=["photo", "file"])
async def test_photo_and_document_can_be_removed_from_the_chat(
    patient: Patient, content: dict[str, Any]
) -> None:
    await patient.sends(**content)
    sent = next(seen for seen in patient.messages if seen.kind in {"photo", "document"})
    await patient.taps("Прибрати це з чату")
    assert sent.id not in {seen.id for seen in patient.messages}


async def test_no_file_is_ever_fetched(patient: Patient) -> None:
    before = await patient.town.last_call()
    await patient.sends(photo=True)
    await patient.sends(document=_PDF)
    assert "getFile" not in {call["method"] for call in await patient.town.calls(before)}


async def test_number_in_the_words_under_a_photo_is_read(telegraph: Telegraph) -> None:
    patient = await (await telegraph.town.patient()).says("/start")
    photo = [_FILE | {"width": 90, "height": 90}]
    caption = "моє направлення 8830-3875-8474-6820"
    await telegraph.brings(message=telegraph.message(patient, photo=photo, caption=caption))
    await patient.looks()
    assert "Направлення 8830-****-****-6820" in patient.text


async def test_edited_message_is_read_again(telegraph: Telegraph) -> None:
    patient = await (await telegraph.town.patient()).says("направлення 8830-3875-8474-682")
    assert "15 знаків" in patient.text
    text = "направлення 8830-3875-8474-6820"
    edited = telegraph.message(patient, text=text, edit_date=1_790_000_000)
    assert await telegraph.brings(edited_message=edited) == 200
    await patient.looks()
    assert "Статус: дійсне" in patient.text
