"""Inline mode of the sandbox is as strict as Telegram's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.sandbox_telegram.stage import Stage

ARTICLE = {
    "type": "article",
    "id": "one",
    "title": "Назва",
    "input_message_content": {"message_text": "<b>Текст</b>", "parse_mode": "HTML"},
}


async def _asked(stage: Stage, user_id: int, query: str = "папір") -> str:
    _status, body = await stage.sim(f"chats/{user_id}/inline", {"query": query})
    return str(body["inline_query_id"])


async def _answered(stage: Stage, query_id: str, *results: dict[str, Any], **more: Any) -> str:
    answer = await stage.call(
        "answerInlineQuery", inline_query_id=query_id, results=list(results), **more
    )
    return "" if answer.body["ok"] else answer.error


async def test_query_comes_as_telegram_writes_it_and_the_card_is_sent(stage: Stage) -> None:
    person = await stage.person()
    await stage.confirm_all()
    query_id = await _asked(stage, person.user_id)
    (update,) = await stage.updates()
    assert update["inline_query"] | {"from": None} == {
        "id": query_id,
        "from": None,
        "chat_type": "private",
        "query": "папір",
        "offset": "",
    }
    assert update["inline_query"]["from"]["id"] == person.user_id
    button = {"text": "Відкрити", "start_parameter": "inline"}
    assert await _answered(stage, query_id, ARTICLE, button=button) == ""
    path = f"chats/{person.user_id}/inline/{query_id}"
    _status, offered = await stage.sim(path)
    assert offered["results"] == [{"id": "one", "title": "Назва", "description": ""}]
    assert offered["button"] == button
    _status, sent = await stage.sim(f"{path}/choice", {"result_id": "one"})
    assert sent["html"] == "<b>Текст</b>"


@pytest.mark.parametrize(
    ("results", "more", "error"),
    [
        ([ARTICLE | {"id": str(n)} for n in range(51)], {}, "RESULTS_TOO_MUCH"),
        ([ARTICLE, ARTICLE], {}, "RESULT_ID_DUPLICATE"),
        ([ARTICLE | {"id": ""}], {}, "RESULT_ID_EMPTY"),
        ([ARTICLE | {"id": "ї" * 33}], {}, "RESULT_ID_INVALID"),
        ([ARTICLE], {"next_offset": "1" * 65}, "NEXT_OFFSET_INVALID"),
        ([ARTICLE], {"button": {"text": "", "start_parameter": "a"}}, "SWITCH_PM_TEXT_EMPTY"),
        ([ARTICLE], {"button": {"text": "a", "start_parameter": "я"}}, "START_PARAM_INVALID"),
        (
            [ARTICLE | {"type": ""}],
            {},
            'can\'t parse inline query result: type "" is unsupported for the inline query result',
        ),
        (
            [ARTICLE | {"input_message_content": {"message_text": "<b>", "parse_mode": "HTML"}}],
            {},
            "can't parse inline query result: ",
        ),
    ],
)
async def test_wrong_answer_is_refused(
    stage: Stage, results: list[dict[str, Any]], more: dict[str, Any], error: str
) -> None:
    person = await stage.person()
    query_id = await _asked(stage, person.user_id)
    assert (await _answered(stage, query_id, *results, **more)).startswith(f"Bad Request: {error}")


async def test_query_is_answered_once_and_only_while_the_person_waits(stage: Stage) -> None:
    person = await stage.person()
    first, late = [await _asked(stage, person.user_id, words) for words in ("а", "б")]
    assert await _answered(stage, first, ARTICLE) == ""
    assert "query is too old" in await _answered(stage, first, ARTICLE)
    await stage.clock.advance(31)
    assert "query is too old" in await _answered(stage, late, ARTICLE)


async def test_answer_is_kept_for_its_time_and_a_personal_one_for_its_person(
    stage: Stage,
) -> None:
    person, other = await stage.person(), await stage.person()

    async def is_cached(user_id: int, query: str) -> bool:
        _status, body = await stage.sim(f"chats/{user_id}/inline", {"query": query})
        return bool(body["cached"])

    await _answered(stage, await _asked(stage, person.user_id, "всім"), ARTICLE, cache_time=60)
    personal = await _asked(stage, person.user_id, "мені")
    await _answered(stage, personal, ARTICLE, cache_time=60, is_personal=True)
    assert await is_cached(other.user_id, "всім")
    assert await is_cached(person.user_id, "мені")
    assert not await is_cached(other.user_id, "мені")
    await stage.clock.advance(61)
    assert not await is_cached(person.user_id, "всім")
