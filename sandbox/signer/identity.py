"""By what a certificate names a person: РНОКПП, or a document of whoever has none."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.esoz.person import Person

# Letters of a passport's series that look alike in both alphabets, so that one spelling does.
_SERIES = "АВЕКМНОРСТ"
_LATIN = "ABEKMHOPCT"


def drfo_of(person: Person) -> str | None:
    """What stands under DRFO in the person's certificate; None for whoever can have none.

    ЕСОЗ takes ten digits for РНОКПП, nine for an ID card, and spells a passport's series back
    from Latin letters (reference/signature.md §0, row 7).
    """
    if person.tax_id:
        return person.tax_id
    number = document_number(person)
    return number.translate(str.maketrans(_SERIES, _LATIN)) if number else None


def document_number(person: Person) -> str | None:
    """The invented number of the document that shows who the person is, as ЕСОЗ keeps it."""
    # no import of the invented ЕСОЗ here: it reads signatures with this package
    random = Random(f"2026:document:{person.id}")  # noqa: S311 - invented data, nothing secret
    digits = f"{random.randrange(100_000, 1_000_000)}"
    if "PASSPORT" in person.documents:
        return "".join(random.choices(_SERIES, k=2)) + digits
    if "NATIONAL_ID" in person.documents:
        return f"{random.randrange(100, 1000)}{digits}"
    return None
