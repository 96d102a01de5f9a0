"""What rows of several exports share: moments, names, phones, addresses (esoz.md §3.1)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sandbox.directory.chance import record_id

if TYPE_CHECKING:
    from random import Random

    from sandbox.directory.names import Name
    from sandbox.directory.settlements import Settlement

Row = dict[str, Any]

_RECENT_SHARE, _RECENT_DAYS = 0.015, 10
_OLDEST_DAYS = 2900
# Telephone codes of oblast centres; a local number never begins with 000, so these reach nobody.
_DIAL_CODES = {
    "Вінницька": 43, "Волинська": 33, "Дніпропетровська": 56, "Донецька": 62, "Житомирська": 41,
    "Закарпатська": 31, "Запорізька": 61, "Івано-Франківська": 34, "Київська": 45,
    "Кіровоградська": 52, "Луганська": 64, "Львівська": 32, "Миколаївська": 51, "Одеська": 48,
    "Полтавська": 53, "Рівненська": 36, "Сумська": 54, "Тернопільська": 35, "Харківська": 57,
    "Херсонська": 55, "Хмельницька": 38, "Черкаська": 47, "Чернівецька": 37, "Чернігівська": 46,
    "Київ": 44,
}  # fmt: skip
_STREETS = (
    "вул. Шевченка", "вул. Центральна", "вул. Незалежності", "вул. Миру", "вул. Лесі Українки",
    "вул. Івана Франка", "вул. Грушевського", "вул. Соборна", "вул. Шкільна", "вул. Садова",
    "вул. Лікарняна", "вул. Молодіжна", "вул. Набережна", "вул. Київська", "вул. Перемоги",
    "вул. Героїв України", "вул. Хмельницького", "вул. Мазепи", "вул. Зелена", "вул. Польова",
    "вул. Вокзальна", "вул. Сагайдачного", "вул. Січових Стрільців", "вул. Коцюбинського",
    "вул. Сковороди", "вул. Чорновола", "вул. Бандери", "вул. Небесної Сотні", "вул. Довженка",
    "просп. Свободи", "просп. Миру", "бульв. Шевченка", "пров. Лікарняний", "пл. Ринок",
)  # fmt: skip
_STREET_TYPES = {
    "вул": "STREET",
    "про": "AVENUE",
    "бул": "BOULEVARD",
    "пров": "LANE",
    "пл.": "SQUARE",
}


def midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00.000Z"


def written_at(random: Random, today: date) -> tuple[str, str]:
    """When a record was made and when it was last changed: seldom within the last days."""
    age = random.randrange(_RECENT_DAYS + 1, _OLDEST_DAYS)
    changed = random.randrange(_RECENT_DAYS + 1, age + 1)
    if random.random() < _RECENT_SHARE:
        changed = random.randrange(1, _RECENT_DAYS + 1)
    return midnight(today - timedelta(days=age)), midnight(today - timedelta(days=changed))


def phones(random: Random, area: str, index: int) -> list[Row]:
    """Some have a mobile number too; a few have none, which the real export has as well."""
    last_digits = f"{index % 10_000:04}"
    land_line = {"type": "LAND_LINE", "number": f"+380{_DIAL_CODES[area]}000{last_digits}"}
    mobile = {"type": "MOBILE", "number": f"+38050000{last_digits}"}
    return random.choice(([land_line], [land_line], [mobile], [mobile, land_line]))


def named(name: Name) -> Row:
    row: Row = {"first_name": name.first, "last_name": name.last}
    if name.second is not None:
        row["second_name"] = name.second
    return row


def address(random: Random, settlement: Settlement) -> Row:
    street = random.choice(_STREETS)
    kind = next(kind for start, kind in _STREET_TYPES.items() if street.startswith(start))
    row: Row = {"type": "RESIDENCE", "country": "UA", "area": settlement.area}
    if settlement.region is not None:
        row["region"] = settlement.region
    return row | {
        "settlement": settlement.name,
        "settlement_type": settlement.kind,
        "settlement_id": record_id("settlement", settlement.index),
        "street_type": kind,
        "street": street,
        "building": f"{random.randrange(1, 160)}{random.choice(('', '', '', 'А', '/2'))}",
        "zip": f"{random.randrange(1000, 99999):05}",
    }
