"""Ukrainian names to invent people from; any likeness to a living person is chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

# Surname of a man, surname of a woman.
_SURNAMES = (
    ("Вигаданко", "Вигаданко"),
    ("Бондаренко", "Бондаренко"),
    ("Коваленко", "Коваленко"),
    ("Марчук", "Марчук"),
    ("Гончарук", "Гончарук"),
    ("Лисенко", "Лисенко"),
    ("Мельник", "Мельник"),
    ("Савченко", "Савченко"),
    ("Кравець", "Кравець"),
    ("Дорошенко", "Дорошенко"),
    ("Зінчук", "Зінчук"),
    ("Прокопчук", "Прокопчук"),
    ("Яценко", "Яценко"),
    ("Остапчук", "Остапчук"),
    ("Левицький", "Левицька"),
    ("Заболотний", "Заболотна"),
    ("Яворський", "Яворська"),
    ("Підгірний", "Підгірна"),
    ("Березовський", "Березовська"),
    ("Чорний", "Чорна"),
    ("Данилів", "Данилів"),
    ("Кушнір", "Кушнір"),
    ("Гайдук", "Гайдук"),
    ("Рибак", "Рибак"),
)
_MEN = (
    "Іван", "Петро", "Олександр", "Андрій", "Микола", "Богдан", "Тарас", "Василь",
    "Юрій", "Остап", "Максим", "Дмитро", "Назар", "Роман", "Степан", "Євген",
)  # fmt: skip
_WOMEN = (
    "Оксана", "Марія", "Ганна", "Ірина", "Олена", "Катерина", "Наталія", "Софія",
    "Тетяна", "Юлія", "Соломія", "Надія", "Людмила", "Дарина", "Христина", "Ярослава",
)  # fmt: skip
# Patronymic of a man, patronymic of a woman.
_PATRONYMICS = (
    ("Іванович", "Іванівна"),
    ("Петрович", "Петрівна"),
    ("Олександрович", "Олександрівна"),
    ("Андрійович", "Андріївна"),
    ("Миколайович", "Миколаївна"),
    ("Богданович", "Богданівна"),
    ("Тарасович", "Тарасівна"),
    ("Васильович", "Василівна"),
    ("Юрійович", "Юріївна"),
    ("Максимович", "Максимівна"),
    ("Дмитрович", "Дмитрівна"),
    ("Романович", "Романівна"),
    ("Степанович", "Степанівна"),
    ("Ігорович", "Ігорівна"),
)


@dataclass(frozen=True)
class FullName:
    """Прізвище, ім'я, по батькові; not everyone has the last."""

    last: str
    first: str
    second: str | None

    def __str__(self) -> str:
        return " ".join(part for part in (self.last, self.first, self.second) if part)


def invent_name(random: Random, *, is_male: bool) -> FullName:
    """A name in which surname, first name and patronymic agree in gender."""
    form = 0 if is_male else 1
    return FullName(
        last=random.choice(_SURNAMES)[form],
        first=random.choice(_MEN if is_male else _WOMEN),
        second=random.choice(_PATRONYMICS)[form],
    )
