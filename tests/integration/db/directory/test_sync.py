"""A sync brings what ЕСОЗ exports, joined, and leaves out what patients must not see."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.domain.directory import Gender, Point
from bot.domain.directory.records import Export
from bot.errors import NotFound
from tests.integration.db.directory.exports import uuid_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.db.repositories.directory import DirectoryRepository
    from bot.services.sync_directory import SyncDirectory
    from tests.integration.db.directory.conftest import HandClock, Shown
    from tests.integration.db.directory.exports import Exports

SHEVCHENKO, BONDAR = "Шевченко, Амбулаторія 1", "Бондар, Амбулаторія 1"


async def test_doctor_stands_with_facility_division_and_free_places(
    sync: SyncDirectory, shown: Shown
) -> None:
    await sync()
    doctor = (await shown.doctors())[SHEVCHENKO]
    assert doctor.name == "Шевченко Олена Іванівна"
    assert doctor.gender is Gender.FEMALE
    assert doctor.speciality == "FAMILY_DOCTOR"
    assert doctor.employee_id == uuid_of("Шевченко")
    assert doctor.takes_declarations
    assert doctor.free_places == 50
    assert doctor.counted_on == date(2026, 11, 22)
    assert not doctor.is_over_limit
    division = doctor.division
    assert division.facility.name == "Клініка Вигадана"
    assert division.address.line == "вул. Ніжинська, 15, м. Київ"
    assert division.phones == ("+380503410870",)
    assert division.point == Point(50.45, 30.52)
    assert division.hours.to_text() == "mon 08:00-12:00,13:00-18:00"
    assert division.specialities == ("FAMILY_DOCTOR", "PEDIATRICIAN")
    assert division.is_contracted(date(2026, 12, 31))
    assert not division.is_contracted(date(2027, 1, 1))


async def test_doctor_above_the_limit_has_no_free_place(sync: SyncDirectory, shown: Shown) -> None:
    await sync()
    doctor = (await shown.doctors())[BONDAR]
    assert doctor.free_places == 0
    assert doctor.is_over_limit


async def test_state_tells_what_is_stored(
    sync: SyncDirectory, directory: DirectoryRepository, clock: HandClock
) -> None:
    before = await directory.state()
    assert before.is_empty
    assert await sync.is_due()
    report = await sync()
    state = await directory.state()
    assert state == report.state
    assert (state.doctors, state.divisions) == (2, 2)
    assert state.snapshot_on == date(2026, 11, 22)
    assert state.synced_at == state.full_synced_at == clock.now()
    assert report.is_full
    assert report.records[Export.PARTIES] == 2
    assert not await sync.is_due()
    assert not state.is_old(date(2026, 11, 25))
    assert state.is_old(date(2026, 11, 26))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda e: e.change(Export.LEGAL_ENTITIES, "Клініка Вигадана", status="CLOSED"),
            id="facility closed",
        ),
        pytest.param(
            lambda e: e.change(Export.LEGAL_ENTITIES, "Клініка Вигадана", is_active=False),
            id="facility switched off",
        ),
        pytest.param(
            lambda e: e.change(Export.DIVISIONS, "Амбулаторія 1", status="INACTIVE"),
            id="division closed",
        ),
        pytest.param(
            lambda e: e.change(Export.DIVISIONS, "Амбулаторія 1", type="DRUGSTORE"),
            id="pharmacy",
        ),
        pytest.param(
            lambda e: e.change(
                Export.CONTRACT_DIVISIONS, "contract of Амбулаторія 1", contract_status="closed"
            ),
            id="contract closed",
        ),
        pytest.param(
            lambda e: e.change(
                Export.CONTRACT_DIVISIONS,
                "contract of Амбулаторія 1",
                contract_division_status="closed",
            ),
            id="division left the contract",
        ),
        pytest.param(
            lambda e: e.change(
                Export.CONTRACT_DIVISIONS,
                "contract of Амбулаторія 1",
                contract_end_date="2026-11-21",
            ),
            id="contract over",
        ),
        pytest.param(
            lambda e: e.change(
                Export.CONTRACT_DIVISIONS,
                "contract of Амбулаторія 1",
                contract_start_date="2026-11-23",
            ),
            id="contract not begun",
        ),
        pytest.param(
            lambda e: e.records[Export.CONTRACT_DIVISIONS].pop("contract of Амбулаторія 1"),
            id="no contract",
        ),
        pytest.param(
            lambda e: e.change(Export.EMPLOYEES, "Шевченко", status="DISMISSED"), id="dismissed"
        ),
        pytest.param(
            lambda e: e.change(Export.EMPLOYEES, "Шевченко", is_active=False),
            id="employee switched off",
        ),
        pytest.param(
            lambda e: e.change(Export.EMPLOYEES, "Шевченко", end_date="2026-11-21"),
            id="employment over",
        ),
        pytest.param(
            lambda e: e.change(Export.EMPLOYEES, "Шевченко", employee_type="RECEPTIONIST"),
            id="no doctor",
        ),
        pytest.param(
            lambda e: e.records[Export.PARTIES].pop("Шевченко Олена Іванівна"), id="no person"
        ),
    ],
)
async def test_what_patients_cannot_use_is_never_shown(
    sync: SyncDirectory,
    shown: Shown,
    exports: Exports,
    directory: DirectoryRepository,
    change: Callable[[Exports], object],
) -> None:
    exports.person("Мороз Іван Петрович")
    exports.employee("Мороз", "Мороз Іван Петрович", "Амбулаторія 2")
    exports.facility("Інша клініка")
    exports.division("Третя", "Інша клініка")
    exports.employee("Мороз у третій", "Мороз Іван Петрович", "Третя")
    await sync()
    key = (await shown.doctors())[SHEVCHENKO].key
    change(exports)
    await sync(full=True, may_shrink=True)
    assert SHEVCHENKO not in await shown.doctors()
    assert "Мороз, Третя" in await shown.doctors()
    with pytest.raises(NotFound):
        await directory.doctor(key)


async def test_contract_without_end_runs_on(
    sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    exports.contract("endless", "Амбулаторія 1", contract_end_date=None)
    await sync()
    assert (await shown.doctors())[SHEVCHENKO].division.contract_ends_on is None


async def test_specialist_is_found_but_takes_no_declarations(
    sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    for name, kind in (("Мороз", "SPECIALIST"), ("Ткач", "DOCTOR")):
        exports.person(f"{name} Іван Петрович", limit=1000)
        speciality = {"speciality": "THERAPIST" if kind == "SPECIALIST" else "CARDIOLOGY"}
        exports.employee(
            name,
            f"{name} Іван Петрович",
            "Амбулаторія 2",
            employee_type=kind,
            speciality=speciality,
        )
    await sync()
    for name in ("Мороз, Амбулаторія 2", "Ткач, Амбулаторія 2"):
        doctor = (await shown.doctors())[name]
        assert not doctor.takes_declarations
        assert doctor.free_places is None
        assert doctor.counted_on is None


async def test_doctor_stands_at_every_place_of_work(
    sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    exports.service("прийом 2", "Амбулаторія 2", "FAMILY_DOCTOR")
    exports.role("роль 2", "Шевченко", "прийом 2")
    exports.service("прийом 1", "Амбулаторія 1", "FAMILY_DOCTOR")
    exports.role("роль 1", "Шевченко", "прийом 1")
    await sync()
    doctors = await shown.doctors()
    assert set(doctors) == {SHEVCHENKO, BONDAR, "Шевченко, Амбулаторія 2"}
    first, second = doctors[SHEVCHENKO], doctors["Шевченко, Амбулаторія 2"]
    assert first.other_keys == (second.key,)
    assert second.other_keys == (first.key,)
    exports.change(Export.EMPLOYEE_ROLES, "роль 2", status="INACTIVE")
    await sync(full=True)
    assert set(await shown.doctors()) == {SHEVCHENKO, BONDAR}


async def test_division_tells_what_is_done_there(
    sync: SyncDirectory, directory: DirectoryRepository, shown: Shown, exports: Exports
) -> None:
    exports.service("серце", "Амбулаторія 2", "CARDIOLOGY")
    exports.service("закрито", "Амбулаторія 2", "NEUROLOGY", status="INACTIVE")
    await sync()
    assert await shown.divisions() == {"Амбулаторія 1", "Амбулаторія 2"}
    divisions = await directory.divisions(await shown.keys())
    offered = {division.name: division.specialities for division in divisions}
    assert offered["Амбулаторія 2"] == ("CARDIOLOGY",)


async def test_swapped_coordinates_are_mended_and_foreign_ones_dropped(
    sync: SyncDirectory, directory: DirectoryRepository, shown: Shown, exports: Exports
) -> None:
    exports.change(
        Export.DIVISIONS, "Амбулаторія 1", location={"latitude": 30.52, "longitude": 50.45}
    )
    exports.change(Export.DIVISIONS, "Амбулаторія 2", location={"latitude": 0, "longitude": 0})
    await sync()
    divisions = await directory.divisions(await shown.keys())
    points = {division.name: division.point for division in divisions}
    assert points == {"Амбулаторія 1": Point(50.45, 30.52), "Амбулаторія 2": None}


async def test_names_in_capitals_are_read_as_names(
    sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    exports.change(Export.PARTIES, "Бондар Марія Петрівна", last_name="МАР'ЯНЕНКО-ЇЖАК")
    await sync()
    assert "Мар'яненко-Їжак, Амбулаторія 1" in await shown.doctors()


async def test_records_that_make_no_sense_are_left_out(
    sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    exports.put(Export.PARTIES, "no name", last_name=None, first_name=7)
    exports.put(Export.EMPLOYEES, "no id", id="'; DROP TABLE patients", employee_type="DOCTOR")
    exports.put(Export.DECLARATIONS_LIMIT, "wrong", party_id=None, declarations_limit="many")
    exports.change(Export.PARTIES, "Бондар Марія Петрівна", second_name="\x00", mood="new field")
    exports.change(
        Export.DIVISIONS,
        "Амбулаторія 1",
        location="here",
        addresses="there",
        phones=[1, {"number": None}],
        working_hours={"mon": "always", "tue": [["08.00"], ["9", "10"], ["25.00", "26.00"]]},
    )
    await sync()
    doctor = (await shown.doctors())[BONDAR]
    assert doctor.second_name is None
    assert doctor.division.address.line == ""
    assert not doctor.division.hours.is_known
