"""Everything that answers an update, in the order in which it is asked."""

from aiogram import Router

from bot.dialogs import ROUTERS
from bot.handlers import attachments, commands, errors, fallback, free_text, inline, membership


def all_routers() -> tuple[Router, ...]:
    """Return the routers for one dispatcher: the narrow ones first, the catch-alls last."""
    return (
        errors.router,
        membership.router,
        commands.router,
        *ROUTERS,
        inline.router,
        free_text.router,
        attachments.router,
        fallback.router,
    )
