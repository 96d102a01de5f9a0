"""Categories of referrals and the services in them, as far as the sources name them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Category:
    """`words` name the category on the sandbox's page; `services` are (code, name) pairs."""

    code: str
    words: str
    services: tuple[str, ...]
    speciality: str | None = None


# Codes: reference/esoz.md §2.5 (2019 dictionary, then those that a client of 2026 labels, then
# the placeholder of the public API document, which no dictionary explains).
CATEGORIES: tuple[Category, ...] = (
    Category("counselling", "консультація", ("Консультація кардіолога",), "CARDIOLOGY"),
    Category("laboratory_procedure", "лабораторія", ("Загальний аналіз крові", "Ліпідограма")),
    Category("diagnostic_procedure", "діагностика", ("УЗД щитоподібної залози", "ЕКГ")),
    Category("imaging", "медичні зображення", ("Рентген грудної клітки", "КТ голови")),
    Category("education", "навчання пацієнта", ("Школа діабету",)),
    Category("surgical_procedure", "операція", ("Видалення катаракти",), "OPHTHALMOLOGY"),
    Category("procedure", "процедура", ("Фізична терапія",), "PHYSICAL_THERAPY"),
    Category("diagnostic", "діагностичне обстеження", ("Спірометрія",)),
    Category("consultation", "консультація фахівця", ("Консультація невролога",), "NEUROLOGY"),
    Category("evaluation", "оцінювання стану", ("Оцінка функціонального стану",)),
    Category("hospitalization", "госпіталізація", ("Планова госпіталізація",), "GENERAL_SURGERY"),
    Category("hospital_referral", "направлення до лікарні", ("Лікування в стаціонарі",)),
    Category("transfer", "переведення до іншої лікарні", ("Переведення пацієнта",)),
    Category("treatment", "лікування", ("Курс внутрішньовенних введень",)),
    Category("409063005", "категорія, якої немає в довіднику", ("Послуга без категорії",)),
)
BY_CODE = {category.code: category for category in CATEGORIES}
