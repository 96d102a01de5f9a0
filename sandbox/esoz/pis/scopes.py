"""What an e-cabinet can be allowed, by ЕСОЗ's name and in words (reference/esoz.md §1.5)."""

from __future__ import annotations

WORDS = {
    "person:details_pis": "бачити ваші персональні дані",
    "person_verification:details_pis": "бачити, чи перевірено ваші дані",
    "authentication_method:read_pis": "бачити ваші методи автентифікації",
    "authentication_method_request:write_pis": "змінювати ваш телефон для кодів",
    "person_request:read_pis": "бачити список заяв на зміну даних",
    "person_request:details_pis": "бачити заяву на зміну даних",
    "person_request:write_pis": "подавати заяви на зміну даних",
    "person_request:reject_pis": "скасовувати заяви на зміну даних",
    "person_documents:write_pis": "завантажувати копії документів",
    "declaration:read_pis": "бачити список декларацій",
    "declaration:details_pis": "бачити декларацію",
    "declaration:terminate_pis": "припиняти декларацію",
    "declaration_request:read_pis": "бачити список заяв на декларацію",
    "declaration_request:details_pis": "бачити заяву на декларацію",
    "declaration_request:write_pis": "створювати заяви на декларацію",
    "declaration_request:sign_pis": "передавати підписані заяви на декларацію",
    "declaration_request:reject_pis": "скасовувати заяви на декларацію",
    "app:read_pis": "бачити, яким кабінетам ви дали доступ",
    "app:delete_pis": "забирати доступ у кабінетів",
}
ALL = frozenset(WORDS)
# What somebody who must be represented can allow: the answer's example of
# GET /oauth/user/apps in an older edition of the PIS document.
READING = frozenset(
    {
        "app:read_pis",
        "person_verification:details_pis",
        "person:details_pis",
        "authentication_method:read_pis",
        "declaration_request:read_pis",
        "declaration_request:details_pis",
        "declaration:read_pis",
        "declaration:details_pis",
        "person_request:read_pis",
        "person_request:details_pis",
    }
)


def split(scope: str) -> tuple[str, ...]:
    """A space-delimited scope as names in their order, none twice."""
    return tuple(dict.fromkeys(scope.split()))
