"""Which topic explains what a look-up gave: a state of a referral, or an outage."""

from __future__ import annotations

from bot.domain.referral import ReferralState
from bot.errors import Outage

NOT_FOUND_TOPIC = "state-not-found"

STATE_TOPICS = {
    ReferralState.READY: "state-ready",
    ReferralState.NO_PROGRAM: "state-no-program",
    ReferralState.IN_WORK: "state-in-work",
    ReferralState.PROVIDED: "state-provided",
    ReferralState.EXPIRED: "state-expired",
    ReferralState.RECALLED: "state-recalled",
    ReferralState.ENTERED_IN_ERROR: "state-error",
    ReferralState.UNKNOWN: "state-unknown",
}

OUTAGE_TOPICS = {
    Outage.DOWN: "out-down",
    Outage.TIMEOUT: "out-timeout",
    Outage.RATE_LIMIT: "out-rate-limit",
    Outage.GARBAGE: "out-garbage",
    Outage.ACCESS: "out-access",
}
