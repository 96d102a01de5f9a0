"""Whom, where and what to bring: found in a clinic's message by its labels and its words."""

from __future__ import annotations

import re

from bot.domain.reminders.phrase import words

_LONGEST = 120
_LABEL_END = r"(?:\s*:|\s+[–—-])\s*(?P<value>[^\n;]{1,120}?)"
_ABBREVIATED = "".join(
    rf"(?<!\b{word})"
    for word in ("вул", "м", "просп", "бул", "бульв", "пл", "пров", "каб", "обл", "ст")
)
_FULL_STOP = rf"{_ABBREVIATED}(?<!\b[А-ЯІЇЄҐ])\."
_STOP = (
    rf"(?=\s*(?:[\n;]|$|{_FULL_STOP}(?:\s|$)|"
    r",\s*(?:кабінет|каб\b|адрес|тел|дата|час\b|лікар\b)|"
    r"\s(?:адреса|кабінет|тел|телефон|дата|час|послуга|лікар|клініка|заклад|спеціальність)\s*[:–—-]))"
)


def _label(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{names}){_LABEL_END}{_STOP}", re.IGNORECASE)


_NAME_PART = r"[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]+(?:-[А-ЯІЇЄҐ][а-яіїєґ'’ʼ]+)?"
_INITIALS = r"[А-ЯІЇЄҐ]\.\s?(?:[А-ЯІЇЄҐ]\.)?"
_INITIAL_LAST = re.compile(r"(?:^|[\s.])[А-ЯІЇЄҐ]\.$")
_NAME = (
    rf"(?:{_NAME_PART}(?:\s+{_NAME_PART}){{0,2}}(?:\s+{_INITIALS})?|{_INITIALS}\s?{_NAME_PART})"
)
_SPECIALITY = (
    r"\w*(?:олог|лог)(?:а|у|ом|и)?|терапевт\w{0,2}|хірург\w{0,2}|педіатр\w{0,2}|психіатр\w{0,2}|"
    r"окуліст\w{0,2}|лор(?:а|у)?|ортопед\w{0,2}|травматолог\w{0,2}|дантист\w{0,2}|ортодонт\w{0,2}|"
    r"сімейн\w+\s+лікар\w*|кардиолог\w{0,2}|врач\w*|масажист\w{0,2}|фізіотерапевт\w{0,2}"
)
_EXAMINATION = (
    r"(?:УЗД|УЗИ|МРТ|КТ|ЕКГ|ЭКГ|ФГДС)(?:\s+(?!о\b|об\b|на\b|в\b|у\b|з\b|до\b)[а-яіїєґ]+){0,2}|"
    r"рентген\w*|флюорограф\w+|мамограф\w+|гастроскоп\w+|колоноскоп\w+|"
    r"(?:аналіз\w*|забір|здач\w+|анализ\w*)\s+крові|щеплення|вакцинаці\w+|масаж\w*|"
    r"професійн\w+\s+гігієн\w+|чистк\w+\s+зубів"
)
_DOCTOR = _label(r"(?:ваш\s+)?лікар\w*|врач|доктор|спеціаліст|фахівець|до\s+лікаря")
_FIELD = _label(r"спеціальність|специальность|напрямок|відділення")
_SERVICE = _label(r"послуга|услуга|процедура|дослідження|обстеження|вид\s+прийому|тип\s+прийому")
_WITH = re.compile(
    rf"(?<!\w)(?P<value>(?i:(?:лікар\w*|врач\w*)[\s-]+(?:{_SPECIALITY})|{_SPECIALITY})"
    rf"(?:\s*[,–—-]?\s+{_NAME})?|(?i:лікар\w*|врач\w*|доктор\w*|д-р)\s+{_NAME})(?!\w)"
)
_EXAMINED = re.compile(rf"(?<!\w)(?P<value>{_EXAMINATION})(?!\w)", re.IGNORECASE)
_ADDRESS = _label(r"адреса|за\s+адресою|адрес|місце|місце\s+прийому|де|філія|куди")
_BY_ADDRESS = re.compile(
    r"за\s+адресою\s+(?P<value>[^\n;]{1,120}?)(?=\s*(?:[\n;]|$|\.\s(?![А-ЯІЇЄҐа-яіїєґ]+[,\s]+\d)|\.$))",
    re.IGNORECASE,
)
_STREET = re.compile(
    rf"(?<!\w)(?P<value>(?:м\.\s?[А-ЯІЇЄҐ][\w'’-]+,\s*)?(?i:{words.STREET})\s*"
    r"[А-ЯІЇЄҐ\d][^\n;:]{0,60}?\d+\s?[А-Яа-яіїє]?(?:/\d+)?)(?!\w)"
)
_CLINIC = _label(r"клініка|клиника|заклад|медичний\s+заклад|лікарня|поліклініка|центр")
_NAMED = re.compile(
    r"(?P<value>(?:(?<!\w)(?:КНП|МЦ|ТОВ|[А-ЯІЇЄҐ]?[а-яіїєґ]+|[А-ЯІЇЄҐ]{2,})\s+){0,3}"
    r"(?:«[^»\n]{2,60}»|\"[^\"\n]{2,60}\"))"
)
_NUMBERED = re.compile(
    rf"(?<!\w)(?P<value>(?:[А-ЯІЇЄҐа-яіїєґ]+\s+)?{words.PLACE}\s*№\s?\d+)", re.IGNORECASE
)
_ROOM = re.compile(
    r"(?<!\w)(?P<value>каб(?:інет\w*|\.)?\s*[:№]?\s*№?\s*\d+\w?)(?!\w)", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!\n]+")
_BRING = re.compile(
    r"(?<!\w)(?:на\s?тще|натощак|на\s+голодний|не\s+їсти|не\s+їжте|при\s+собі|з\s+собою|візьміть|"
    r"взяти|підготовк\w+)(?!\w)",
    re.IGNORECASE,
)


def what_of(text: str) -> str:
    """Return the examination or the service, and the doctor, as the message calls them."""
    service = _first(text, _SERVICE) or _first(text, _EXAMINED)
    doctor = _first(text, _DOCTOR) or _first(text, _WITH)
    field = _first(text, _FIELD)
    return _together(service, field, doctor)


def place_of(text: str) -> str:
    """Return clinic, address and room."""
    clinic = _first(text, _CLINIC) or _first(text, _NAMED) or _first(text, _NUMBERED)
    address = _first(text, _BY_ADDRESS) or _first(text, _ADDRESS) or _first(text, _STREET)
    return _together(clinic, address, _first(text, _ROOM))


def note_of(text: str) -> str:
    """Return the sentence that says how to prepare or what to bring."""
    sentences = (found[0] for found in _SENTENCE.finditer(text))
    said = next((one for one in sentences if _BRING.search(one)), "")
    return " ".join(said.split()).strip(" ,:–—-")


def _first(text: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(text)
    if not found:
        return ""
    value = " ".join(found["value"].split()).strip(" ,:–—-")
    return value if _INITIAL_LAST.search(value) else value.rstrip(" .")


def _together(*parts: str) -> str:
    """Join what is not yet said by another part."""
    kept: list[str] = []
    for part in parts:
        if part and not any(part.lower() in one.lower() for one in kept):
            kept = [one for one in kept if one.lower() not in part.lower()]
            kept.append(part)
    joined = ", ".join(kept)
    return joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1].rstrip() + "…"
