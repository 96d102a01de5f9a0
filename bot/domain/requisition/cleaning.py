"""A pasted text without its dress: markup, invisible characters, things known to be no number.

Every pattern starts at a word's start and has bounded repeats or none that overlap, so the
work grows with the length of the text and not faster.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_INVISIBLE: Final = frozenset({"Cf", "Mn", "Me"})
_FOLDABLE: Final = frozenset({"Nd", "Lu", "Ll"})
_KEPT_APART: Final = " ; "
"""Stands where something was taken out; ";" never joins groups."""

_FOREIGN: Final = re.compile(
    r"""
      (?:[a-z]{2,10}://|(?<!\w)www\.)\S*                                   # a link
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}          # an e-mail
    | (?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.[^\W\d_]{2,10}/\S*     # a link, no scheme
    | (?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])       # a UUID
    | (?<!\w)UA\d{2}(?:[ ]?\d){25}(?!\d)                                   # a Ukrainian IBAN
    | (?<!\w)(?:\+|00)?380\d{9}(?!\w)                                      # a phone in one piece
    | \+380(?:[ .-]?\d){9}(?!\d)                                           # a phone
    | (?<![\w-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])-?\d{4,6}(?![\w-])  # УНЗР, stamp
    | (?<![\w.-])(?:19|20)\d\d(?=\s{0,3}(?:рік|рок|р\b|год|г\.|year))      # a year
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAMES: Final = "номер|направл|рецепт|деклар|код|іпн|инн|рнокпп"
_NAME_GLUED_AFTER: Final = re.compile(rf"(?<=\d)(?={_NAMES})", re.IGNORECASE)
_NAME_GLUED_BEFORE: Final = re.compile(
    rf"(?<!\w)(n[or]?(?=\d{{4}})|(?:{_NAMES})[^\W\d_]{{0,12}}(?=\.?\d))\.?", re.IGNORECASE
)
"""As in "номер8830", "код.4821", and "N8830" for "№8830"."""


def clean(text: str) -> str:
    """The text as it is tokenised; keeps its words, its punctuation and its line breaks."""
    plain = unicodedata.normalize("NFC", html.unescape(_TAG.sub(" ", text)))
    visible = "".join(_folded(char) for char in plain)
    known = _NAME_GLUED_AFTER.sub(_KEPT_APART, _FOREIGN.sub(_KEPT_APART, visible))
    return _NAME_GLUED_BEFORE.sub(rf"\1{_KEPT_APART}", known)


def _folded(char: str) -> str:
    """One plain character for a full-width or styled one; nothing for an invisible one.

    Only letters and digits are folded: folding "№" gives "No", and "²" gives a digit that was
    never typed.
    """
    category = unicodedata.category(char)
    if category in _INVISIBLE:
        return ""
    if category not in _FOLDABLE:
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char
