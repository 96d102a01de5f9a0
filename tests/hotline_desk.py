"""An operator's password that is quickly checked, and figures to look at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from bot.db.engine import create_engine
from bot.db.repositories.figures import FigureRepository
from bot.domain.figures import Barrier, Figure, FigureKind
from tests.town import MORNING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Town

PASSWORD = "correct horse battery"
CHEAP_HASH = Argon2id(
    salt=b"0" * 16, length=32, iterations=1, lanes=1, memory_cost=64
).derive_phc_encoded(PASSWORD.encode())
_DAYS = 30


def origin(town: Town) -> str:
    assert town.bot is not None
    return f"http://127.0.0.1:{town.bot.web_port}"


async def a_month_of_figures(folder: Path) -> None:
    """Put invented figures into the database of a town's bot."""
    engine = create_engine(f"sqlite+aiosqlite:///{folder}/bot.sqlite3")
    repository = FigureRepository(engine)
    today = MORNING.date()
    for number in range(_DAYS):
        await repository.add(today - timedelta(days=number), _day(number))
    await repository.add(today, {Figure(FigureKind.NOT_UNDERSTOOD, "рідкісне"): 9})
    await engine.dispose()


def _day(number: int) -> dict[Figure, int]:
    wave = number * 7 % 11
    topics = ("not-found", "sent-back", "lost-number", "paper-demanded", "how-to-use")
    referral = (("opened", 60), ("looked-up", 48), ("found", 35))
    declaration = (("conditions", 30), ("requested", 17), ("signing", 9))
    return {
        **{Figure(FigureKind.TOPIC, slug, "uk"): 12 + wave * k for k, slug in enumerate(topics)},
        **{Figure(FigureKind.STEP, "referral", step): times for step, times in referral},
        **{Figure(FigureKind.STEP, "declaration", step): times for step, times in declaration},
        **{
            Figure(FigureKind.BARRIER, barrier, oblast): 2 + wave % 5
            for barrier in Barrier
            for oblast in ("", "Львівська", "Одеська")
        },
        Figure(FigureKind.NOT_UNDERSTOOD, "басейн"): 2,
        Figure(FigureKind.NOT_UNDERSTOOD, "довідка"): 3,
        Figure(FigureKind.NOT_IT, "not-found"): 1,
    }
