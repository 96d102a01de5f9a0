"""The answer to a query in inline mode."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.inline import Article, InlineAnswer, until
from sandbox.telegram.keyboards import inline_markup
from sandbox.telegram.methods.callbacks import TOO_OLD
from sandbox.telegram.methods.registry import method
from sandbox.telegram.methods.texts import message_text
from sandbox.telegram.refusal import Refusal, bad_request
from sandbox.telegram.update_queue import INLINE_LIFE

if TYPE_CHECKING:
    from sandbox.telegram.context import Context
    from sandbox.telegram.formatted import FormattedText

MAX_RESULTS = 50
MAX_ID_BYTES = 64
MAX_OFFSET_BYTES = 64
USUAL_CACHE_SECONDS = 300
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


@method("answerInlineQuery")
async def answer_inline_query(context: Context, arguments: Arguments) -> object:
    """Results are articles here; a query is answered once, as long as its update lives."""
    results = _listed(arguments)
    now = context.world.clock.now()
    asked = context.world.inline.by_id.get(arguments.text("inline_query_id"))
    if asked is None or asked.answer is not None or now - asked.asked_at > INLINE_LIFE:
        raise bad_request(TOO_OLD)
    articles = tuple(_article(result) for result in results)
    _check_ids([article.result_id for article in articles])
    next_offset = arguments.text("next_offset")
    if len(next_offset.encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    answer = InlineAnswer(
        articles=articles,
        button=_button(arguments),
        next_offset=next_offset,
        is_personal=arguments.flag("is_personal"),
        kept_until=until(now, arguments.number("cache_time", USUAL_CACHE_SECONDS)),
    )
    context.world.inline.keep(asked, answer)
    return True


def _listed(arguments: Arguments) -> list[Any]:
    try:
        results = arguments.nested("results")
    except ValueError:
        raise bad_request("Can't parse JSON encoded inline query results") from None
    if results is None:
        return []
    if not isinstance(results, list):
        raise bad_request("Expected an Array of inline query results")
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    return results


def _article(result: object) -> Article:
    """A checked result. Raises `Refusal`."""
    if not isinstance(result, dict):
        raise _unparsed("Inline query result must be an Object")
    kind = result.get("type", "")
    if kind != "article":
        raise _unparsed(f'type "{kind}" is unsupported for the inline query result')
    for name in ("id", "title"):
        if not isinstance(result.get(name), str):
            raise _unparsed(f'Can\'t find field "{name}"')
    if not result["title"]:
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise _unparsed("Input message content is not specified")
    return Article(
        result_id=result["id"],
        title=result["title"],
        description=str(result.get("description") or ""),
        text=_text(content),
        keyboard=inline_markup(Arguments({"reply_markup": result.get("reply_markup")})),
    )


def _text(content: dict[str, Any]) -> FormattedText:
    fields = {**content, "text": content.get("message_text", "")}
    try:
        return message_text(Arguments(fields))
    except Refusal as refusal:
        raise _unparsed(refusal.description.removeprefix("Bad Request: ")) from None


def _check_ids(ids: list[str]) -> None:
    for result_id in ids:
        if not result_id:
            raise bad_request("RESULT_ID_EMPTY")
        if len(result_id.encode()) > MAX_ID_BYTES:
            raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _button(arguments: Arguments) -> dict[str, str] | None:
    """The button above the results; the sandbox knows the one that opens the bot."""
    try:
        given = arguments.nested("button")
    except ValueError:
        given = ""
    if given is None:
        return None
    if not isinstance(given, dict):
        raise bad_request("Can't parse inline query results button")
    if not given.get("text"):
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    parameter = str(given.get("start_parameter") or "")
    if not _PARAMETER.fullmatch(parameter):
        raise bad_request("START_PARAM_INVALID")
    return {"text": str(given["text"]), "start_parameter": parameter}


def _unparsed(reason: str) -> Refusal:
    return bad_request(f"Can't parse inline query result: {reason}")
