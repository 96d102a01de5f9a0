"""What no designer expects in a chat: updates of every kind with contents from a seeded dice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_ALPHABETS = (
    "абвгґєіїйАБВ 0123456789-",
    "02CXK1AM8E849TTO-–—‐ \u200b\u00a0",
    "😀👩‍⚕️🇺🇦🏳️‍🌈👨‍👩‍👧‍👦\ufe0f",
    "אבגשלוםمرحبا\u202e\u200f\u2066",
    "<>&\"'/\\{}%s{number}</b><code>",
    "\x00\x01\x07\x1b\n\r\t\u2028\ufffd\uffff",
    "Z̸̢͑a̴̛l̷͝g̶ö́\u0301\u0488",
    "٠١٢٣４５６७८९Ⅷ②½",
    "\U0001f4a9\U000e0041\U0010ffff\u0378",
)
_WORDS = (
    "/start",
    "/start ref-8830387584746820",
    "/menu@SomeBot",
    "/невідома",
    "/" + "x" * 200,
    "меню",
    "103",
    "8830-3875-8474-6820",
    "883O-3875-8474-682O і 2096 7718 3405 9921",
    "0000-0000-0000-0000",
    "3184710691",
    "код 1234",
    "<b>",
    "8830-3875-8474-682",
    "нуль" * 1000,
)
_TAPS = (
    "menu1:0",
    "menu1:7",
    "sec1:referral",
    "sec1:nowhere",
    "topic1:not-found:x:0",
    "topic1:none::",
    "tree1:no-message::0",
    "tree1:no-message:step-of-nothing:0",
    "ref1:check:8830387584746820:1",
    "ref1:check:BAD:1",
    "ref1:pic:8830387584746820:99999999999999",
    "ref1:nothing:8830387584746820:1",
    "rm1:1",
    "rm1:-1",
    "lang1:en",
    "lang1:uk",
    "lang1:ru",
    "forget1:1",
    "refuse1",
    "menu0:0",
    "",
)
_FILE = {"file_id": "f", "file_unique_id": "u"}
_PICTURE = {**_FILE, "width": 1, "height": 1}
_CONTENTS: tuple[dict[str, Any], ...] = (
    {"sticker": {**_PICTURE, "type": "regular", "is_animated": False, "is_video": False}},
    {"voice": {**_FILE, "duration": 1}},
    {"audio": {**_FILE, "duration": 1}},
    {"video": {**_PICTURE, "duration": 1}, "caption": "8830-3875-8474-6820"},
    {"video_note": {**_FILE, "length": 1, "duration": 1}},
    {"animation": {**_PICTURE, "duration": 1}, "document": _FILE},
    {"photo": [_PICTURE], "caption": "<b>" * 300},
    {"document": {**_FILE, "file_name": "\u202efdp.exe"}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"location": {"latitude": 50.45, "longitude": 30.52}},
    {
        "venue": {
            "location": {"latitude": 50.45, "longitude": 30.52},
            "title": "Т",
            "address": "А",
        },
        "location": {"latitude": 50.45, "longitude": 30.52},
    },
    {"contact": {"phone_number": "+380000000000", "first_name": "Х"}},
    {
        "poll": {
            "id": "1",
            "question": "?",
            "options": [],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
    {"something_of_next_year": {"id": 1}},
)


class HostilePatient:
    """Makes updates of one person; `update_id` and `message_id` count on."""

    def __init__(self, user_id: int, dice: Random) -> None:
        self.user_id = user_id
        self._dice = dice
        self._person = {"id": user_id, "first_name": self._text(20) or "Х"}
        self._chat = {**self._person, "type": "private"}
        self._next_id = user_id * 1000

    def update(self) -> dict[str, Any]:
        self._next_id += 1
        makers: tuple[Callable[[], dict[str, Any]], ...] = (
            self._said,
            self._said,
            self._edited,
            self._sent,
            self._tapped,
        )
        return {"update_id": self._next_id, **self._dice.choice(makers)()}

    def _said(self) -> dict[str, Any]:
        return {"message": self._message(text=self._text(4096) or "-")}

    def _edited(self) -> dict[str, Any]:
        return {"edited_message": self._message(text=self._text(300) or "-", edit_date=1)}

    def _sent(self) -> dict[str, Any]:
        return {"message": self._message(**self._dice.choice(_CONTENTS))}

    def _tapped(self) -> dict[str, Any]:
        data = self._dice.choice(_TAPS) or self._text(16)
        query = {"id": str(self._next_id), "from": self._sender, "chat_instance": "1"}
        return {"callback_query": {**query, "data": data, "message": self._old_message()}}

    def _old_message(self) -> dict[str, Any]:
        """A message of the bot: one that it can edit, or one that Telegram no longer shows."""
        if self._dice.random() < 0.3:
            return {"message_id": 1, "chat": self._chat, "date": 0}
        bot = {"id": 1, "is_bot": True, "first_name": "Бот"}
        return {**self._message(text="старе"), "from": bot}

    def _message(self, **content: Any) -> dict[str, Any]:
        plain = {"message_id": self._next_id, "date": 1_790_000_000, "chat": self._chat}
        return {**plain, "from": self._sender, **content}

    @property
    def _sender(self) -> dict[str, Any]:
        return {**self._person, "is_bot": False}

    def _text(self, longest: int) -> str:
        if self._dice.random() < 0.3:
            return self._dice.choice(_WORDS)[:longest]
        length = self._dice.choice((1, 5, 16, 19, 60, longest))
        alphabet = self._dice.choice((*_ALPHABETS, "".join(_ALPHABETS)))
        return "".join(self._dice.choices(alphabet, k=min(length, longest)))
