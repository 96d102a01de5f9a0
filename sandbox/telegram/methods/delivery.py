"""How the bot gets its updates: getUpdates and the webhook."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sandbox.telegram.methods.registry import Described, method
from sandbox.telegram.polling import BY_WEBHOOK
from sandbox.telegram.refusal import bad_request, conflict, too_many_requests
from sandbox.telegram.webhook import WebhookTarget

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.context import Context

MAX_UPDATES = 100
MAX_SECRET = 256
MAX_CONNECTIONS = 100
DEFAULT_CONNECTIONS = 40
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = frozenset({None, 80, 88, 443, 8443})
WEBHOOK_IS_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@method("getUpdates")
async def get_updates(context: Context, arguments: Arguments) -> object:
    if context.webhook.target is not None:
        raise conflict(WEBHOOK_IS_ACTIVE)
    _allow(context, arguments)
    updates = await context.polling.poll(
        offset=arguments.number("offset"),
        limit=min(max(arguments.number("limit", MAX_UPDATES), 1), MAX_UPDATES),
        timeout=max(arguments.number("timeout"), 0),
    )
    return [update.as_json() for update in updates]


@method("setWebhook")
async def set_webhook(context: Context, arguments: Arguments) -> object:
    url = arguments.text("url")
    if not url:
        return _delete(context, arguments)
    target = WebhookTarget(
        _checked_url(url),
        _checked_secret(arguments.text("secret_token")),
        min(max(arguments.number("max_connections", DEFAULT_CONNECTIONS), 1), MAX_CONNECTIONS),
    )
    _keep_pace(context)
    _allow(context, arguments)
    if arguments.flag("drop_pending_updates"):
        context.updates.clear()
    if target == context.webhook.target:
        return Described(result=True, description="Webhook is already set")
    context.polling.end(BY_WEBHOOK)
    context.webhook.point_at(target)
    return Described(result=True, description="Webhook was set")


@method("deleteWebhook")
async def delete_webhook(context: Context, arguments: Arguments) -> object:
    return _delete(context, arguments)


@method("getWebhookInfo")
async def get_webhook_info(context: Context, _arguments: Arguments) -> object:
    target, failure = context.webhook.target, context.webhook.failure
    info: dict[str, Any] = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(context.updates.waiting()),
    }
    if target is not None:
        info["max_connections"] = target.max_connections
    if failure is not None:
        info["last_error_date"] = int(failure.at.timestamp())
        info["last_error_message"] = failure.message
    if context.updates.allowed:
        info["allowed_updates"] = list(context.updates.allowed)
    return info


def _delete(context: Context, arguments: Arguments) -> Described:
    if arguments.flag("drop_pending_updates"):
        context.updates.clear()
    if context.webhook.target is None:
        return Described(result=True, description="Webhook is already deleted")
    context.webhook.point_at(None)
    return Described(result=True, description="Webhook was deleted")


def _checked_url(url: str) -> str:
    """Telegram takes https on four ports; the sandbox also plain http on this machine."""
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname == "127.0.0.1":
        return url
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    return url


def _checked_secret(secret: str) -> str:
    if len(secret) > MAX_SECRET:
        raise bad_request("Secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("Secret token contains unallowed characters")
    return secret


def _keep_pace(context: Context) -> None:
    """One setWebhook a second of real time."""
    now = time.monotonic()
    if now - context.webhook.set_at < context.timing.webhook_change:
        raise too_many_requests(1)
    context.webhook.set_at = now


def _allow(context: Context, arguments: Arguments) -> None:
    """`allowed_updates` holds for the updates to come; without it nothing changes."""
    try:
        allowed = arguments.nested("allowed_updates")
    except ValueError:
        raise bad_request("Can't parse allowed updates JSON object") from None
    if isinstance(allowed, list):
        context.updates.allowed = tuple(str(kind) for kind in allowed)
