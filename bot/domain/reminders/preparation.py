"""Which preparation sheet fits what a visit is about, by the patient's own words."""

from __future__ import annotations

import re
from enum import StrEnum

_BLOOD = re.compile(r"(?<!\w)(?:кров\w*|крови|blood)(?!\w)")
_NO_TEST = re.compile(r"(?<!\w)(?:донор\w*|донац\w*|тиск\w*|переливан\w*|давлен\w*)")
_ULTRASOUND = re.compile(r"(?<!\w)(?:узд|узи|узі|ультразвук\w*|ultrasound)(?!\w)")
_ABDOMEN = re.compile(r"(?<!\w)(?:живот\w*|черевн\w*|очп|брюшн\w*|abdom\w*)")
_SAYS_NOTHING = re.compile(
    r"(?<!\w)(?:на\s?тще|натощак|на|до|зробити|пройти|планове?|обстеження|by|referral|"
    r"за\s+направленням)(?!\w)"
)
_WORD = re.compile(r"\w{2,}")


class Preparation(StrEnum):
    """The slug of a sheet in bot/content/data/preparation.toml."""

    BLOOD = "blood"
    ULTRASOUND = "ultrasound"
    BRING = "bring"


def preparation_of(what: str) -> Preparation:
    """Return the sheet for a visit; an ultrasound of anything but the abdomen has none of its own.

    Bare «УЗД» is most often the abdomen's, and the sheet says what it is about.
    """
    said = what.casefold()
    if _BLOOD.search(said) and not _NO_TEST.search(said):
        return Preparation.BLOOD
    if _ULTRASOUND.search(said):
        rest = _SAYS_NOTHING.sub(" ", _ULTRASOUND.sub(" ", said))
        if _ABDOMEN.search(rest) or not _WORD.search(rest):
            return Preparation.ULTRASOUND
    return Preparation.BRING
