"""Tells a message about a booking from advertisement, codes, results and the rest."""

from __future__ import annotations

import re

from bot.domain.reminders.notice.notice import NoticeKind

_SHORTEST = 20


def _words(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


_CANCELLED = _words(
    r"скасован[оиаий]{0,2}|скасували|скасовуємо|відмінен[оиаий]{0,2}|анульован\w*|"
    r"отмен[её]н[оаы]?|не\s+відбудеться|не\s+состоится|змушені\s+скасувати"
)
_CONDITION = _words(
    r"(?:буде|може\s+бути|вважатиметься|вважається|автоматично|якщо|у\s+разі|щоб)[^.!\n]{0,80}?"
    r"(?:скасован\w*|відмінен\w*|анульован\w*)|если[^.!\n]{0,80}?отмен\w*"
)
_MOVED = _words(
    r"перенесен\w*|перенесли|переноситься|змінен\w*\s+(?:час|дат\w+)|змінився\s+час|"
    r"нов(?:ий|а|і)\s+(?:час|дата|дату)|перенес[её]н\w*"
)
_BOOKED = _words(
    r"запис\w*|записан\w*|візит\w*|визит\w*|прийом\w*|при[её]м\w*|нагаду\w+|напомина\w+|"
    r"чека(?:є|ємо|ють)|очіку\w+|жд[её]м|заброн\w+|забронь\w+|бронюванн\w+|консультаці\w+|"
    r"зареєстр\w+|талон\w*|appointment"
)
_PERSONAL = _words(
    r"ви\s+(?:успішно\s+)?записан\w*|вас\s+(?:успішно\s+)?записан\w*|ваш\w*\s+(?:запис|візит|прийом)\w*|"
    r"підтвердж\w+\s+(?:запис|візит)\w*|(?:запис|візит)\w*\s+підтверджен\w*|у\s+вас\s+\w+|"
    r"на\s+вас\s+чека\w+|чекаємо\s+(?:на\s+)?вас|очікуємо\s+(?:на\s+)?вас|нагадуємо\s+про|"
    r"нагадування\s+про|вы\s+записаны|ваша?\s+(?:запись|консультація)|ждем\s+вас|ждём\s+вас"
)
_ADVERTISEMENT = _words(
    r"знижк\w*|скидк\w*|акці(?:я|ї|ю|йн\w*)|акци[яию]|подарун\w*|безкоштовн\w*|бесплатн\w*|"
    r"розіграш\w*|виграйте|спеціальн\w+\s+пропозиц\w*|запрошуємо|приглашаем|тільки\s+до|встигніть|"
    r"лише\s+до|кешбек\w*|бонус\w*|абонемент\w*"
)
_CODES = _words(
    r"(?:нікому\s+)?не\s+(?:повідомляйте|передавайте|називайте|сообщайте)|нікому\s+не\s+\w+|"
    r"код\s+(?:для\s+)?(?:підтвердження|входу|подтверждения|авторизації|доступу)|одноразов\w+"
)
_RESULTS = _words(
    r"результат\w*[^.!\n]{0,80}?(?:готов\w*|доступн\w*|надійш\w+|можна\s+(?:отримати|переглянути))|"
    r"(?:готов\w*|доступн\w*)[^.!\n]{0,80}?результат\w*|"
    r"(?:електронн\w+\s+)?(?:рецепт|направлення|декларац\w+)\s+(?:№|номер|створен\w*|виписан\w*)"
)
_OTHER_BUSINESS = _words(
    r"рахунок|сплат\w+|оплат\w+\s+до|заборгован\w*|посилк\w*|відправленн\w*|доставк\w*|"
    r"оцініть|відгук\w*|дякуємо\s+за\s+(?:візит|відвідування)|як\s+пройшов|опитуванн\w*|вакансі\w*"
)


def kind_of(text: str) -> NoticeKind | None:
    """Return what a message is about, None for one that is about no booking of the patient's."""
    if len(text) < _SHORTEST or _CODES.search(text) or _OTHER_BUSINESS.search(text):
        return None
    is_personal = _PERSONAL.search(text) is not None
    if _CANCELLED.search(_CONDITION.sub(" ", text)):
        return NoticeKind.CANCELLED if is_personal or _BOOKED.search(text) else None
    if not is_personal and (_ADVERTISEMENT.search(text) or _RESULTS.search(text)):
        return None
    if _MOVED.search(text):
        return NoticeKind.MOVED if is_personal or _BOOKED.search(text) else None
    return NoticeKind.BOOKED if is_personal or _BOOKED.search(text) else None
