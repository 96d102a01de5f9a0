"""The КЕП widget played in an iframe, and the script that a page speaks to it through.

Written from the published protocol (reference/signature.md §3); nothing of ІІТ's code is here.
"""

from __future__ import annotations

from sandbox.signer.widget.routes import Widget

__all__ = ["Widget"]
