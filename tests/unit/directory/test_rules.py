"""Rules of the directory: distances, mended coordinates, ages, addresses, filters."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.domain.directory import (
    Address,
    Facets,
    Gender,
    Point,
    Traits,
    Wish,
    declared_specialities_for,
    point_in_ukraine,
)
from bot.domain.hours import KYIV

KYIV_POINT, LVIV_POINT = Point(50.4501, 30.5234), Point(49.8397, 24.0297)
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=KYIV)


def test_distance_between_kyiv_and_lviv() -> None:
    assert KYIV_POINT.km_to(LVIV_POINT) == pytest.approx(468, abs=2)
    assert KYIV_POINT.km_to(KYIV_POINT) == 0


@pytest.mark.parametrize("bearing", [(1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (0.7, -0.7)])
def test_box_holds_the_whole_circle(bearing: tuple[float, float]) -> None:
    north, east = bearing
    south_west, north_east = KYIV_POINT.box(100)
    edge = Point(KYIV_POINT.latitude + north * 0.89, KYIV_POINT.longitude + east * 1.38)
    assert KYIV_POINT.km_to(edge) <= 100
    assert south_west.latitude <= edge.latitude <= north_east.latitude
    assert south_west.longitude <= edge.longitude <= north_east.longitude


@pytest.mark.parametrize(
    ("latitude", "longitude", "point"),
    [
        pytest.param(50.45, 30.52, Point(50.45, 30.52), id="as it should be"),
        pytest.param(30.1233, 50.32423, Point(50.32423, 30.1233), id="swapped, as documented"),
        pytest.param(0.0, 0.0, None, id="filled in with zeros"),
        pytest.param(48.85, 2.35, None, id="Paris"),
        pytest.param(float("nan"), 30.0, None, id="no number"),
    ],
)
def test_coordinates_are_mended_or_dropped(
    latitude: float, longitude: float, point: Point | None
) -> None:
    assert point_in_ukraine(latitude, longitude) == point


@pytest.mark.parametrize(
    ("age", "specialities"),
    [
        (0, {"FAMILY_DOCTOR", "PEDIATRICIAN"}),
        (17, {"FAMILY_DOCTOR", "PEDIATRICIAN"}),
        (18, {"FAMILY_DOCTOR", "THERAPIST"}),
        (90, {"FAMILY_DOCTOR", "THERAPIST"}),
    ],
)
def test_age_decides_whom_one_may_declare(age: int, specialities: set[str]) -> None:
    assert set(declared_specialities_for(age)) == specialities


@pytest.mark.parametrize(
    ("address", "line"),
    [
        pytest.param(
            Address(
                area="Житомирська",
                region="Бердичівський",
                settlement="Іванівка",
                settlement_type="VILLAGE",
                street_type="STREET",
                street="Ніжинська",
                building="15",
            ),
            "вул. Ніжинська, 15, с. Іванівка, Бердичівський район, Житомирська область",
            id="village",
        ),
        pytest.param(
            Address(settlement="Київ", settlement_type="CITY", street="вул. Ніжинська"),
            "вул. Ніжинська, м. Київ",
            id="street with its word",
        ),
        pytest.param(Address(settlement="Київ"), "Київ", id="type not known"),
        pytest.param(Address(), "", id="nothing"),
    ],
)
def test_address_as_one_line(address: Address, line: str) -> None:
    assert address.line == line


def traits(key: int, **known: object) -> Traits:
    usual: dict[str, object] = {
        "key": key,
        "division_key": 1,
        "is_doctor": True,
        "takes_declarations": True,
        "gender": Gender.FEMALE,
        "specialities": ("FAMILY_DOCTOR",),
        "free_places": 10,
        "hours": "mon 08:00-19:00;sat 09:00-13:00",
        "point": KYIV_POINT,
    }
    return Traits(**usual | known)  # type: ignore[arg-type] # a table of keywords


@pytest.fixture
def facets() -> Facets:
    facets = Facets()
    facets.add(traits(1, is_doctor=False, gender=None, free_places=None, takes_declarations=False))
    facets.add(traits(7))
    facets.add(traits(5, gender=Gender.MALE, free_places=0, hours="", point=LVIV_POINT))
    facets.add(traits(3, takes_declarations=False, specialities=("CARDIOLOGY",), point=None))
    return facets


@pytest.mark.parametrize(
    ("wish", "keys"),
    [
        pytest.param(Wish(), [1, 3, 5, 7], id="whatever"),
        pytest.param(Wish(doctors=True), [3, 5, 7], id="doctors"),
        pytest.param(Wish(divisions=True), [1], id="divisions"),
        pytest.param(Wish(takes_declarations=True), [5, 7], id="declarations"),
        pytest.param(Wish(gender=Gender.MALE), [5], id="man"),
        pytest.param(Wish(gender=Gender.FEMALE), [3, 7], id="woman"),
        pytest.param(Wish(has_free_places=True), [3, 7], id="free places"),
        pytest.param(Wish(specialities=frozenset({"CARDIOLOGY"})), [3], id="speciality"),
        pytest.param(Wish(is_open_at=MONDAY_NOON), [1, 3, 7], id="open now"),
        pytest.param(Wish(is_open_at=MONDAY_NOON.replace(hour=20)), [], id="closed now"),
        pytest.param(Wish(is_open_on_saturday=True), [1, 3, 7], id="Saturday"),
        pytest.param(Wish(is_open_after_18=True), [1, 3, 7], id="evening"),
        pytest.param(Wish(near=KYIV_POINT, within_km=5), [1, 7], id="near"),
        pytest.param(
            Wish(doctors=True, has_free_places=True, near=KYIV_POINT, within_km=5), [7], id="all"
        ),
    ],
)
def test_filters_let_through_what_is_wished(facets: Facets, wish: Wish, keys: list[int]) -> None:
    passes = facets.matching(wish)
    assert [key for key in range(-1, 12) if passes(key)] == keys


def test_facets_answer_by_key(facets: Facets) -> None:
    assert facets.free_places(7) == 10
    assert facets.free_places(1) is None
    assert facets.division_key(7) == 1
    assert facets.km(5, LVIV_POINT) == pytest.approx(0, abs=0.01)
    assert facets.km(3, LVIV_POINT) is None
    assert facets.point(99) is None
    assert facets.free_places(99) is None
    assert facets.division_key(99) is None
