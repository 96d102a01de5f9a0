"""The conversations, in the order in which they are asked."""

from bot.dialogs import (
    doctor_answer,
    doctor_card,
    doctor_list,
    doctor_search,
    knowledge,
    menu,
    referral,
    referral_number,
    settings,
    watches,
)

ROUTERS = (
    menu.router,
    referral.router,
    referral_number.router,
    doctor_search.router,
    doctor_answer.router,
    doctor_list.router,
    doctor_card.router,
    watches.router,
    knowledge.router,
    settings.router,
)
