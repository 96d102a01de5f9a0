"""Syncs after the first: daily changes, whole weeks, ids that stay."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.domain.directory.records import Export
from bot.errors import NotFound

if TYPE_CHECKING:
    from bot.db.repositories.directory import DirectoryRepository
    from bot.services.sync_directory import SyncDirectory
    from tests.integration.db.directory.conftest import HandClock, Shown
    from tests.integration.db.directory.exports import Exports

SHEVCHENKO, BONDAR = "Шевченко, Амбулаторія 1", "Бондар, Амбулаторія 1"


async def test_daily_sync_asks_for_changes_alone_by_key_alone(
    sync: SyncDirectory, shown: Shown, exports: Exports, clock: HandClock
) -> None:
    await sync()
    exports.asked.clear()
    clock.move(days=2)
    exports.date, exports.changed = "2026-11-24", {"Бондар"}
    exports.change(Export.EMPLOYEES, "Бондар", status="DISMISSED")
    assert await sync.is_due()
    report = await sync()
    assert not report.is_full
    assert set(await shown.doctors()) == {SHEVCHENKO}
    asked = {export: (query, headers) for export, query, headers in exports.asked}
    assert set(asked) == set(Export)
    for export, (query, headers) in asked.items():
        whole = export is Export.DECLARATIONS_LIMIT
        assert query == ({} if whole else {"depth": "3"})
        assert headers["api-key"] == "key-1"
        assert "Authorization" not in headers


async def test_free_places_are_new_every_day(
    sync: SyncDirectory, shown: Shown, exports: Exports, clock: HandClock
) -> None:
    await sync()
    clock.move(days=1)
    exports.date, exports.changed = "2026-11-23", set()
    exports.limit("Бондар Марія Петрівна", 900, 890)
    exports.records[Export.DECLARATIONS_LIMIT].pop("Шевченко Олена Іванівна")
    await sync()
    doctors = await shown.doctors()
    assert doctors[BONDAR].free_places == 10
    assert doctors[BONDAR].counted_on == date(2026, 11, 23)
    assert doctors[SHEVCHENKO].free_places is None


async def test_whole_sync_once_a_week_drops_what_is_gone(
    sync: SyncDirectory, shown: Shown, exports: Exports, clock: HandClock
) -> None:
    await sync()
    exports.changed = set()
    exports.records[Export.EMPLOYEES].pop("Бондар")
    clock.move(days=6)
    assert not (await sync()).is_full
    assert BONDAR in await shown.doctors()
    clock.move(days=1)
    report = await sync(may_shrink=True)
    assert report.is_full
    assert set(await shown.doctors()) == {SHEVCHENKO}


async def test_keys_outlive_every_sync_and_are_given_to_nobody_else(
    sync: SyncDirectory, shown: Shown, exports: Exports, directory: DirectoryRepository
) -> None:
    await sync()
    before = {name: doctor.key for name, doctor in (await shown.doctors()).items()}
    exports.change(Export.EMPLOYEES, "Шевченко", status="DISMISSED")
    exports.person("Авраменко Ганна Петрівна")
    exports.employee("Авраменко", "Авраменко Ганна Петрівна", "Амбулаторія 1")
    await sync(full=True)
    during = {name: doctor.key for name, doctor in (await shown.doctors()).items()}
    assert during[BONDAR] == before[BONDAR]
    assert during["Авраменко, Амбулаторія 1"] not in before.values()
    with pytest.raises(NotFound):
        await directory.doctor(before[SHEVCHENKO])
    exports.change(Export.EMPLOYEES, "Шевченко", status="APPROVED")
    await sync(full=True)
    assert (await directory.doctor(before[SHEVCHENKO])).last_name == "Шевченко"


async def test_record_that_comes_twice_stands_once_as_it_came_last(
    sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    for export in Export:
        first = dict(exports.records[export])
        exports.records[export].update({f"{name} again": one for name, one in first.items()})
    renamed = exports.records[Export.PARTIES]["Бондар Марія Петрівна"] | {"last_name": "Бойко"}
    exports.records[Export.PARTIES]["Бондар Марія Петрівна again"] = renamed
    await sync()
    assert set(await shown.doctors()) == {SHEVCHENKO, "Бойко, Амбулаторія 1"}
