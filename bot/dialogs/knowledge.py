"""Topics, question trees and telephone lines: everything that is answered from knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.content import lines, topics, trees
from bot.dialogs.callbacks import (
    LinesTap,
    MenuTap,
    NotItTap,
    Reading,
    ReadingTap,
    RefusalsTap,
    SectionTap,
    TopicTap,
    TreeTap,
)
from bot.dialogs.screen import Button, Screen, show
from bot.dialogs.widgets.complaint_screens import complaint_rows
from bot.dialogs.widgets.knowledge import (
    BACK_TO_REFERRAL,
    BACK_TO_REFUSALS,
    call_rows,
    joined,
    line_text,
    next_rows,
    outcome_text,
)
from bot.dialogs.widgets.navigation import help_button, menu_button, menu_row
from bot.dialogs.widgets.reading import reading_row, reading_text
from bot.domain.capabilities import Section
from bot.domain.figures import Barrier
from bot.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.filters.callback_data import CallbackData
    from aiogram.types import CallbackQuery, Message

    from bot.content import Answer, Topic, Tree
    from bot.i18n import Translator
    from bot.services import Services

PAPER_TOPIC = "paper-demanded"
"""Whoever opens it has met the barrier; where, nobody asks."""

EMERGENCY_LINES = ("103", "moz", "nszu")

# ── screens ──────────────────────────────────────────────────────────────────────────────


def topic_screen(
    tr: Translator,
    entry: Topic,
    now: datetime,
    *,
    back: str = "",
    way: Reading = Reading.SHORT,
) -> Screen:
    others = reading_row(tr, entry, way, back)
    rows = (others, *next_rows(tr, entry.next, back=back), *call_rows(tr, entry.call))
    rows += complaint_rows(tr, entry.slug)
    wrong = Button(tr.t("knowledge", "This is not it"), NotItTap(slug=entry.slug))
    text = reading_text(tr, entry, now, way)
    return Screen(text, (*rows, (wrong,), menu_row(tr, _place(back))))


def question_screen(tr: Translator, tree: Tree, question_id: str) -> Screen:
    """Return one question of a tree; its beginning also says what the tree is about."""
    question = tree.questions[question_id]
    is_start = question_id == tree.start
    title = f"<b>{tree.title.get(tr.language)}</b>" if is_start else ""
    rows = tuple((_answer_button(tr, tree, answer),) for answer in question.answers)
    back = SectionTap(section=Section.REFERRAL) if is_start else TreeTap(slug=tree.slug)
    return Screen(joined([title, question.text.get(tr.language)]), (*rows, menu_row(tr, back)))


def outcome_screen(tr: Translator, tree: Tree, outcome_id: str, now: datetime) -> Screen:
    outcome = tree.outcomes[outcome_id]
    again = Button(tr.t("knowledge", "Answer again"), TreeTap(slug=tree.slug))
    rows = (*next_rows(tr, outcome.next), *call_rows(tr, outcome.call))
    return Screen(outcome_text(tr, outcome, now), (*rows, (again, menu_button(tr))))


def lines_screen(tr: Translator, now: datetime) -> Screen:
    """Return whom to call: the emergency first, then the rest as they are open at `now`."""
    head = tr.t(
        "lines",
        "❗ <b>Is life in danger? Call 103.</b>\n"
        "Say the address and what happened. You need no referral and no declaration.",
    )
    text = joined([head, *(line_text(tr, line, now) for line in lines().values())])
    return Screen(text, (*call_rows(tr, EMERGENCY_LINES), menu_row(tr)))


def no_such_code(tr: Translator, code: str) -> Screen:
    text = tr.t(
        "knowledge",
        "<b>No topic has the code {code}.</b>\n"
        "Perhaps one digit is another. Ask the operator to say it again, or write your question "
        "in your own words.",
        code=code,
    )
    return Screen(text, ((help_button(tr),), menu_row(tr)))


def _answer_button(tr: Translator, tree: Tree, answer: Answer) -> Button:
    label = answer.label.get(tr.language)
    if answer.topic:
        return Button(label, TopicTap(slug=answer.topic, back=BACK_TO_REFERRAL))
    return Button(label, TreeTap(slug=tree.slug, step=answer.to))


def _place(back: str) -> CallbackData:
    places: dict[str, CallbackData] = {
        BACK_TO_REFUSALS: RefusalsTap(),
        BACK_TO_REFERRAL: SectionTap(section=Section.REFERRAL),
    }
    return places.get(back, MenuTap())


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="knowledge")


@router.callback_query(TopicTap.filter())
async def on_topic(
    query: CallbackQuery, callback_data: TopicTap, tr: Translator, services: Services
) -> None:
    """Show a topic; raises NotFound for one that is no longer in the knowledge."""
    entry = topics().get(callback_data.slug)
    if entry is None:
        raise NotFound
    _count(entry.slug, tr, services)
    screen = topic_screen(tr, entry, services.clock.now(), back=callback_data.back)
    await show(query, screen, fresh=callback_data.fresh)


def _count(slug: str, tr: Translator, services: Services) -> None:
    services.figures.topic_opened(slug, tr.language)
    if slug == PAPER_TOPIC:
        services.figures.barrier(Barrier.PAPER)


async def show_topic(message: Message, slug: str, tr: Translator, services: Services) -> None:
    _count(slug, tr, services)
    await show(message, topic_screen(tr, topics()[slug], services.clock.now()))


@router.callback_query(ReadingTap.filter())
async def on_reading(
    query: CallbackQuery, callback_data: ReadingTap, tr: Translator, services: Services
) -> None:
    """Show the same topic another way; raises NotFound for one that is no longer there."""
    entry = topics().get(callback_data.slug)
    if entry is None:
        raise NotFound
    now, back, way = services.clock.now(), callback_data.back, callback_data.way
    await show(query, topic_screen(tr, entry, now, back=back, way=way))


@router.callback_query(TreeTap.filter())
async def on_tree(
    query: CallbackQuery, callback_data: TreeTap, tr: Translator, services: Services
) -> None:
    """Show a step of a tree; raises NotFound for one that is no longer there."""
    screen = tree_screen(tr, callback_data.slug, callback_data.step, services.clock.now())
    await show(query, screen, fresh=callback_data.fresh)


async def show_tree(message: Message, slug: str, tr: Translator, services: Services) -> None:
    await show(message, tree_screen(tr, slug, "", services.clock.now()))


def tree_screen(tr: Translator, slug: str, step: str, now: datetime) -> Screen:
    """Return the question or outcome `step` of a tree, its beginning when empty."""
    tree = trees().get(slug)
    if tree is None:
        raise NotFound
    step = step or tree.start
    if step in tree.outcomes:
        return outcome_screen(tr, tree, step, now)
    if step in tree.questions:
        return question_screen(tr, tree, step)
    raise NotFound


@router.callback_query(LinesTap.filter())
async def on_lines_tap(
    query: CallbackQuery, callback_data: LinesTap, tr: Translator, services: Services
) -> None:
    await show(query, lines_screen(tr, services.clock.now()), fresh=callback_data.fresh)


async def show_lines(message: Message, tr: Translator, services: Services) -> None:
    await show(message, lines_screen(tr, services.clock.now()))
