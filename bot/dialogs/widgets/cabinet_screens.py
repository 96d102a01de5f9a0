"""The home of the patient's cabinet, the people of a chat, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.cabinet_callbacks import (
    AccessesTap,
    MyDataTap,
    MyDeclarationTap,
    PeopleTap,
    SignInTap,
    SignOutTap,
    SwitchTap,
)
from bot.dialogs.callbacks import SectionTap, TopicTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf_line
from bot.dialogs.widgets.signing_in import sign_in_rows
from bot.domain.cabinet import MOST_PEOPLE
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.cabinet import SignedInPerson
    from bot.i18n import Translator

_HOME = SectionTap(section=Section.MY_DATA)


def welcome_to_cabinet(tr: Translator) -> Screen:
    """Return what whoever is not signed in sees in the section."""
    text = tr.t(
        "cabinet",
        "<b>My data</b>\n\n"
        "Sign in to the electronic health system, and here you can:\n"
        "• see your data and change the phone;\n"
        "• see your doctor and your declarations;\n"
        "• see who may use your data, and take it back.\n\n"
        "You need an electronic signature, for example Diia.Signature.",
    )
    more = Button(tr.t("sign-in", "I have no signature"), TopicTap(slug="no-signature"))
    return Screen(text, (*sign_in_rows(tr), (more,), menu_row(tr)))


def cabinet_home(tr: Translator, person: SignedInPerson, *, people_count: int) -> Screen:
    """Return the ways from here, for whoever is signed in."""
    behalf = on_behalf_line(tr, person.name, is_confidant=person.is_confidant)
    title = tr.t("cabinet", "<b>My data</b>\nChoose what you want to see.")
    people = (
        tr.t("cabinet", "Change the person")
        if people_count > 1
        else tr.t("cabinet", "Who am I here")
    )
    return Screen(
        f"{behalf}\n\n{title}",
        (
            (Button(tr.t("cabinet", "Personal data"), MyDataTap()),),
            (Button(tr.t("cabinet", "Doctor and declarations"), MyDeclarationTap()),),
            (Button(tr.t("cabinet", "Who may use my data"), AccessesTap()),),
            (
                Button(people, PeopleTap()),
                Button(tr.t("cabinet", "Sign out"), SignOutTap(session=person.session_id)),
            ),
            menu_row(tr),
        ),
    )


def cabinet_people(tr: Translator, people: Sequence[SignedInPerson]) -> Screen:
    """Return for whom the chat is signed in, with a way to another and to one more."""
    lines = [
        tr.t("cabinet", "<b>This chat is signed in for:</b>"),
        *(_line(tr, person) for person in people),
    ]
    rows = [
        (Button(_choice(tr, person), SwitchTap(session=person.session_id)),)
        for person in people
        if not person.is_current and not person.has_ended
    ]
    if len(people) < MOST_PEOPLE:
        child = Button(tr.t("sign-in", "For a child or a ward"), SignInTap(is_confidant=True))
        oneself = Button(tr.t("cabinet", "Sign in as one more person"), SignInTap())
        rows += [(child,), (oneself,)]
    out = tr.t("cabinet", "Sign out for all") if len(people) > 1 else tr.t("cabinet", "Sign out")
    rows.append((Button(out, SignOutTap()),))
    return Screen("\n".join(lines), (*rows, menu_row(tr, _HOME)))


def sign_out_question(tr: Translator, session: str, people: Sequence[SignedInPerson]) -> Screen:
    """Ask whether to sign out for these."""
    question = tr.t(
        "cabinet",
        "<b>Sign out?</b>\n"
        "I delete the pass to the data and end it in the electronic health system. "
        "To come back, you sign again.",
    )
    lines = "\n".join(_line(tr, person) for person in people)
    sure = Button(
        tr.t("cabinet", "Yes, sign out"),
        SignOutTap(session=session, is_sure=True),
        style=ButtonStyle.DANGER,
    )
    return Screen(f"{question}\n\n{lines}", ((sure,), menu_row(tr, _HOME)))


def signed_out(tr: Translator, *, is_everywhere: bool) -> Screen:
    text = tr.t("cabinet", "<b>You have signed out.</b>\nI hold no pass to the data any more.")
    if not is_everywhere:
        text += "\n\n" + tr.t(
            "cabinet",
            "The electronic health system did not answer, so there the pass ends by itself later. "
            "To end it now, sign in to any e-cabinet and take my access back.",
        )
    again = Button(tr.t("menu", "My data"), _HOME)
    return Screen(text, ((again,), menu_row(tr)))


def _line(tr: Translator, person: SignedInPerson) -> str:
    name = person.name or tr.t("cabinet", "a person without a name")
    if person.has_ended:
        return tr.t("cabinet", "• {name}: the sign-in is over", name=name)
    if person.is_current and person.is_confidant:
        return tr.t("cabinet", "• <b>{name}</b>, as a confidant – now", name=name)
    if person.is_current:
        return tr.t("cabinet", "• <b>{name}</b> – now", name=name)
    if person.is_confidant:
        return tr.t("cabinet", "• {name}, as a confidant", name=name)
    return tr.t("cabinet", "• {name}", name=name)


def _choice(tr: Translator, person: SignedInPerson) -> str:
    """A button's text is no HTML: the name stands in it as it is."""
    prefix = tr.t("cabinet", "Go on for:")
    return f"{prefix} {person.name}" if person.name else prefix
