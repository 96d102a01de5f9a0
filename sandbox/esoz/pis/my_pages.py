"""The pages of my.*: sign-in, consent and what went wrong; plain HTML, no JavaScript (§1.3)."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import hdrs, web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sandbox.esoz.answers import EsozError
from sandbox.esoz.pis import scopes
from sandbox.esoz.pis.consents import Asked
from sandbox.esoz.pis.signing_in import Who

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sandbox.esoz.pis.client import Client
    from sandbox.esoz.pis.consents import Consents
    from sandbox.esoz.pis.signing_in import SigningIn
    from sandbox.esoz.pis.switches import Switches

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_FOLDER = Path(__file__).with_name("templates")
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined
)
_HEADERS = {
    "X-Frame-Options": "deny",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # no form-action: a form's answer redirects to the e-cabinet
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
}


_PROBLEMS: dict[HTTPStatus, type[web.HTTPGone | web.HTTPBadRequest | web.HTTPNotFound]] = {
    HTTPStatus.BAD_REQUEST: web.HTTPBadRequest,
    HTTPStatus.NOT_FOUND: web.HTTPNotFound,
    HTTPStatus.GONE: web.HTTPGone,
}


class MyPages:
    """`/my/sign-in`, `/my/confidant/sign-in`, `/my/sign-up`, and the decision on consent."""

    def __init__(
        self,
        *,
        client: Client,
        switches: Switches,
        signing_in: SigningIn,
        consents: Consents,
    ) -> None:
        self._client = client
        self._switches = switches
        self._signing_in = signing_in
        self._consents = consents

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/my/sign-in", self.sign_in),
            web.get("/my/confidant/sign-in", self.confidant_sign_in),
            web.get("/my/sign-up", self.sign_up),
            web.post("/my/login", self.log_in),
            web.post("/my/consent", self.decide),
            web.get("/my/style.css", _style),
        ]

    async def sign_in(self, request: web.Request) -> web.StreamResponse:
        """Without `user_data` the page has a login form of its own, here a list of people."""
        asked = Asked.of(request.query)
        self._check_client(asked)
        if request.query.get("user_data"):
            return self._asking(asked, request.query["user_data"], self._signing_in.oneself)
        return _page("login.html", asked=asked, people=self._signing_in.people())

    async def confidant_sign_in(self, request: web.Request) -> web.StreamResponse:
        asked = Asked.of(request.query)
        self._check_client(asked)
        user_data = request.query.get("user_data", "")
        return self._asking(asked, user_data, self._signing_in.as_confidant)

    async def sign_up(self, request: web.Request) -> web.StreamResponse:
        asked = Asked.of(request.query)
        self._check_client(asked)
        try:
            error = self._signing_in.registering(request.query.get("user_data", ""))
        except EsozError as refusal:
            error = refusal
        return self._refused(asked, error.message)

    async def log_in(self, request: web.Request) -> web.StreamResponse:
        form = {name: str(value) for name, value in (await request.post()).items()}
        asked = Asked.of(form)
        self._check_client(asked)
        for patient in self._signing_in.people():
            if patient.id == form.get("person_id"):
                return self._consent(asked, Who(patient, patient))
        raise _problem(HTTPStatus.NOT_FOUND, "Такої вигаданої людини немає.")

    async def decide(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        is_allowed = form.get("decision") == "allow"
        where = self._consents.decide(str(form.get("consent", "")), is_allowed=is_allowed)
        if where is None:
            text = "На це запитання вже є відповідь. Почніть вхід знову."
            raise _problem(HTTPStatus.GONE, text)
        return web.Response(status=HTTPStatus.SEE_OTHER, headers={hdrs.LOCATION: where})

    def _asking(
        self, asked: Asked, user_data: str, find: Callable[[str], Who]
    ) -> web.StreamResponse:
        if asked.unknown_scopes:
            message = "Scope is not allowed by client type."
            return self._refused(asked, message, "invalid_scope")
        try:
            who = find(user_data)
        except EsozError as error:
            message = error.message
            if error.invalid:
                message = error.invalid[0]["rules"][0]["description"]
            return self._refused(asked, message)
        return self._consent(asked, who)

    def _consent(self, asked: Asked, who: Who) -> web.Response:
        key, consent = self._consents.ask(asked, who)
        words = [scopes.WORDS[scope] for scope in consent.scopes]
        return _page("consent.html", key=key, who=who, words=words, client=self._client.name)

    def _refused(
        self, asked: Asked, message: str, error: str = "access_denied"
    ) -> web.StreamResponse:
        if not self._switches.redirects_errors:
            raise _problem(HTTPStatus.BAD_REQUEST, message)
        where = asked.back(error=error, error_description=message)
        return web.Response(status=HTTPStatus.FOUND, headers={hdrs.LOCATION: where})

    def _check_client(self, asked: Asked) -> None:
        """Neither of these is ever redirected: the address is not to be trusted (§1.3)."""
        if asked.client_id != self._client.id:
            raise _problem(HTTPStatus.BAD_REQUEST, "Invalid client id.")
        if asked.redirect_uri not in self._client.redirect_uris:
            text = "The redirection URI provided does not match a pre-registered value."
            raise _problem(HTTPStatus.BAD_REQUEST, text)


def _page(name: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> web.Response:
    html = _TEMPLATES.get_template(name).render(values)
    return web.Response(status=status, text=html, content_type="text/html", headers=_HEADERS)


def _problem(status: HTTPStatus, text: str) -> web.HTTPException:
    html = _TEMPLATES.get_template("problem.html").render(text=text)
    return _PROBLEMS[status](text=html, content_type="text/html", headers=_HEADERS)


async def _style(_: web.Request) -> web.StreamResponse:
    return web.FileResponse(_FOLDER / "style.css", headers={hdrs.CONTENT_TYPE: "text/css"})
