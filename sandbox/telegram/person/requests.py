"""What the person's side accepts: the shapes of its JSON bodies, and its refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sandbox.telegram.incoming import MAX_REQUEST_BYTES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

Body = TypeVar("Body", bound=BaseModel)


class Unacceptable(Exception):
    """The answer `{"error": sentence, …}` with this status."""

    def __init__(self, status: int, error: str, **more: Any) -> None:  # noqa: ANN401 - JSON values
        super().__init__(error)
        self.status = status
        self.body = {"error": error, **more}


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewUser(Shape):
    first_name: str = Field(min_length=1, max_length=64)
    language_code: str | None = None


class Location(Shape):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Contact(Shape):
    phone_number: str = Field(min_length=1)


class Document(Shape):
    file_name: str = Field(min_length=1)
    base64: str


class NewMessage(Shape):
    """Exactly one of the contents."""

    text: str | None = None
    location: Location | None = None
    contact: Contact | None = None
    photo: bool = False
    document: Document | None = None
    forward: bool = False


class Tap(Shape):
    button: str
    message_id: int | None = None


class Inline(Shape):
    query: str
    offset: str = ""


class Choice(Shape):
    result_id: str


class Block(Shape):
    blocked: bool


class Deletion(Shape):
    message_id: int


async def read(request: web.Request, shape: type[Body]) -> Body:
    """The body of the request. Raises `Unacceptable` 400."""
    body = await request.clone(client_max_size=MAX_REQUEST_BYTES).read()
    try:
        return shape.model_validate_json(body)
    except ValidationError as error:
        raise Unacceptable(400, _sentence(error)) from None


def answering(
    handler: Callable[[web.Request], Awaitable[dict[str, Any]]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A handler whose result, or whose `Unacceptable`, is the JSON answer."""

    async def answer(request: web.Request) -> web.Response:
        try:
            return web.json_response(await handler(request))
        except Unacceptable as refusal:
            return web.json_response(refusal.body, status=refusal.status)

    return answer


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"])) or "The body"
    return f"{where}: {first['msg']}."
