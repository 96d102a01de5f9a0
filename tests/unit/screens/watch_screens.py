"""The screens of watching doctors, with the longest names and the largest keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.dialogs import watches
from bot.dialogs.widgets import watch_list, watching
from bot.domain.directory import Address, Division, Doctor, Facility
from bot.domain.watch import MOST_WATCHES, Notice, Watch, WatchState
from bot.i18n import Language
from bot.services.watch_doctor import WatchAnswer, Watching

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
KEY = 2**31 - 1


def watch_screens() -> Mapping[str, Make]:
    return {
        "consent": lambda tr: watches.consent(tr, _doctor(tr)),
        "watches_full": partial(watches.watches_full, doctor=KEY),
        "not_listed": watches.not_listed,
        "watch_list-empty": partial(watch_list.watch_list, watches=()),
        "watch_list-most": lambda tr: watch_list.watch_list(
            tr, [replace(_watch(tr), state=WatchState.RESTING)] * MOST_WATCHES
        ),
        "stop_question": lambda tr: watch_list.stop_question(tr, _watch(tr)),
        "stopped": watch_list.stopped,
        **{f"watching-{outcome}": partial(_watching, outcome=outcome) for outcome in _SHOWN},
        **{f"watched-{name}": partial(_watched, change=change) for name, change in _WATCHED},
        "news-open": lambda tr: _news(tr, _watch(tr)),
        "news-left": lambda tr: _news(tr, replace(_watch(tr), keys=())),
        "news-several": lambda tr: _news(tr, _watch(tr), _watch(tr)),
    }


_SHOWN = tuple(one for one in Watching if one is not Watching.NEEDS_CONSENT)
_WATCHED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("waiting", {"free_places": 0}),
    ("resting", {"state": WatchState.RESTING}),
    ("told", {"state": WatchState.TOLD}),
    ("told-full", {"state": WatchState.TOLD, "free_places": 0}),
    ("unknown", {"free_places": None}),
    ("gone", {"state": WatchState.GONE, "keys": ()}),
)


def _watching(tr: Translator, *, outcome: Watching) -> Screen:
    return watches.watching(tr, WatchAnswer(outcome, _doctor(tr)))


def _watched(tr: Translator, *, change: dict[str, Any]) -> Screen:
    return watch_list.watched(tr, replace(_watch(tr), **change))


def _news(tr: Translator, *told: Watch) -> Screen:
    return watching.news(Notice(7, tr.language, told, NOW))


def _watch(tr: Translator) -> Watch:
    return Watch(
        party_id="party",
        name=_doctor(tr).name,
        chosen=KEY,
        state=WatchState.WAITING,
        keys=(KEY,),
        free_places=10_000,
        counted_on=date(2026, 11, 24),
    )


def _doctor(tr: Translator) -> Doctor:
    """Three names of 255 signs each, as ЕСОЗ allows, with a sign that HTML has its own use for."""
    names = ("Шевченко<", "Олександра", "Володимирівна")
    if tr.language is Language.EN:
        names = ("Shevchenko<", "Oleksandra", "Volodymyrivna")
    last, first, second = (f"{name}-" * 30 for name in names)
    return Doctor(
        key=KEY,
        employee_id="employee",
        party_id="party",
        last_name=last[:255],
        first_name=first[:255],
        second_name=second[:255],
        gender=None,
        speciality="FAMILY_DOCTOR",
        position=None,
        takes_declarations=True,
        division=Division(1, "division", "-", None, Facility("facility", "-"), Address()),
        declarations_limit=900,
        declarations_count=900,
    )
