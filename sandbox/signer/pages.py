"""Draws the sandbox's signing pages: plain HTML that works without JavaScript."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sandbox.signer.identity import drfo_of
from sandbox.signer.mistakes import Mistake

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.esoz.person import Person
    from sandbox.signer.register import Register

_FOLDER = Path(__file__).parent
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; "
    "form-action 'self' http://127.0.0.1:* http://localhost:*; frame-ancestors {ancestors}"
)
_COOKIE = "sandbox_person"
_COOKIE_SECONDS = 30 * 24 * 3600
_WAYS = {
    Mistake.NONE: "Правильно",
    Mistake.RSA: "Правильно, ключем RSA",
    Mistake.DSTU: "Правильно, на вигляд як ДСТУ 4145",
    Mistake.OTHER_CONTENT: "Інший документ",
    Mistake.SWAPPED_CONTENT: "Документ підмінено після підпису",
    Mistake.BROKEN: "Підпис зіпсовано",
    Mistake.UNSORTED_ATTRIBUTES: "Атрибути не впорядковано",
    Mistake.WEAK_DIGEST: "Слабкий алгоритм (SHA-1)",
    Mistake.TWO_SIGNERS: "Два підписи замість одного",
    Mistake.STAMP: "Печатка закладу замість підпису",
    Mistake.EXPIRED: "Прострочений сертифікат",
    Mistake.UNKNOWN_AUTHORITY: "Сертифікат невідомого надавача",
    Mistake.NO_IDENTITY: "Сертифікат без РНОКПП",
    Mistake.NO_CERTIFICATE: "Без сертифіката",
    Mistake.TRAILING_BYTES: "Зайві байти в кінці",
    Mistake.NOT_A_SIGNATURE: "Зовсім не підпис",
}


class Pages:
    """Templates, and what every one of them needs: who can sign, and who signed last time."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._templates = Environment(
            loader=FileSystemLoader(_FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/signer/style.css", _style)]

    def show(
        self,
        request: web.Request,
        template: str,
        *,
        status: HTTPStatus = HTTPStatus.OK,
        ancestors: str = "'none'",
        **values: Any,  # noqa: ANN401 - a template takes what it takes
    ) -> web.Response:
        """Answer with a page; `ancestors` may show it in a frame."""
        text = self._templates.get_template(template).render(
            people=self._choices(), chosen=request.cookies.get(_COOKIE, ""), ways=_WAYS, **values
        )
        headers = {
            hdrs.CACHE_CONTROL: "no-store",
            "Content-Security-Policy": _POLICY.format(ancestors=ancestors),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(text=text, status=status, content_type="text/html", headers=headers)

    def _choices(self) -> Sequence[dict[str, Any]]:
        return [self._choice(person) for person in self._register.signers()]

    def _choice(self, person: Person) -> dict[str, Any]:
        return {
            "id": person.id,
            "name": str(person.name),
            "age": self._register.age(person),
            "drfo": drfo_of(person),
            "special": bool(person.special),
        }


def remember(answer: web.Response, person: Person) -> None:
    """Let the next page have this person chosen already."""
    answer.set_cookie(_COOKIE, person.id, max_age=_COOKIE_SECONDS, httponly=True, samesite="Lax")


def is_on_this_machine(url: str) -> bool:
    """Whether the sandbox may lead a browser there: it serves nobody else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "http" and parts.hostname in _LOOPBACK


async def _style(_request: web.Request) -> web.StreamResponse:
    headers = {hdrs.CONTENT_TYPE: "text/css; charset=utf-8", hdrs.CACHE_CONTROL: "no-store"}
    return web.FileResponse(_FOLDER / "templates" / "style.css", headers=headers)
