"""The methods of the Bot API, by topic; importing a topic registers its methods."""

from sandbox.telegram.methods import (
    callbacks,
    deleting,
    delivery,
    editing,
    files,
    inline,
    profile,
    sending,
)

__all__ = ["callbacks", "deleting", "delivery", "editing", "files", "inline", "profile", "sending"]
