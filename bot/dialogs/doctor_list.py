"""What a search found: pages of it, and filters that narrow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.callbacks import FiltersTap, FoundTap, SectionTap
from bot.dialogs.screen import Button, Screen, show
from bot.dialogs.widgets.directory_list import found_page
from bot.dialogs.widgets.directory_words import filter_label
from bot.dialogs.widgets.navigation import menu_row
from bot.domain.capabilities import Section
from bot.domain.finding import Filters
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.show_found import FilterCounts

# ── screens ──────────────────────────────────────────────────────────────────────────────


def filters_screen(tr: Translator, counts: FilterCounts) -> Screen:
    """Return every filter as a switch, with how many are left when it is turned."""
    search, filters = counts.search.id, counts.filters
    text = tr.t(
        "filters",
        "<b>Filters</b>\n\n"
        "Tap to turn one on or off. The number shows how many will be left.\n"
        "Chosen now: {count}.",
        count=counts.total,
    )
    switches = tuple(
        (
            Button(
                _switch_label(tr, one, counts),
                FiltersTap(search=search, filters=int(filters.toggled(one))),
            ),
        )
        for one in counts.with_toggled
    )
    shown = Button(
        tr.t("filters", "Show: {count}", count=counts.total),
        FoundTap(search=search, filters=int(filters)),
    )
    clear = Button(tr.t("filters", "Without filters"), FoundTap(search=search))
    back = FoundTap(search=search, filters=int(filters))
    return Screen(text, (*switches, (shown, clear), menu_row(tr, back)))


def search_gone(tr: Translator) -> Screen:
    """Return a way on from a list that is kept no longer."""
    text = tr.t(
        "doctors",
        "<b>This list is no longer kept.</b>\n\nI keep a list for 7 days. Please search again.",
    )
    again = Button(tr.t("doctors", "New search"), SectionTap(section=Section.DOCTOR))
    return Screen(text, ((again,), menu_row(tr)))


def _switch_label(tr: Translator, one: Filters, counts: FilterCounts) -> str:
    label = filter_label(tr, one)
    if one in counts.filters:
        return tr.t("filters", "✓ {label} ({count})", label=label, count=counts.total)
    return tr.t("filters", "{label} ({count})", label=label, count=counts.with_toggled[one])


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="doctor_list")


@router.callback_query(FoundTap.filter())
async def on_page(
    query: CallbackQuery, callback_data: FoundTap, tr: Translator, services: Services
) -> None:
    try:
        page = await services.show_found.page(
            telegram_id=query.from_user.id,
            search_id=callback_data.search,
            number=callback_data.page,
            filters=Filters(callback_data.filters),
        )
    except NotFound:
        await show(query, search_gone(tr))
        return
    await show(query, found_page(tr, page, services.clock.now()))


@router.callback_query(FiltersTap.filter())
async def on_filters(
    query: CallbackQuery, callback_data: FiltersTap, tr: Translator, services: Services
) -> None:
    try:
        counts = await services.show_found.counts(
            telegram_id=query.from_user.id,
            search_id=callback_data.search,
            filters=Filters(callback_data.filters),
        )
    except NotFound:
        await show(query, search_gone(tr))
        return
    await show(query, filters_screen(tr, counts))
