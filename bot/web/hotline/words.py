"""What the pages for operators say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from bot.content import Topic
    from bot.web.signing.rendering import PageWords

Words = dict[str, "Markup | str"]


def frame_words(words: PageWords) -> Words:
    """Return what stands around every page."""
    t = words.t
    return {
        "bot": t("hotline", "Patient Assistant: for the hotline"),
        "skip": t("page", "To the main part"),
        "topics": t("hotline", "Topics"),
        "stats": t("hotline", "Figures"),
        "navigation": t("hotline", "Sections of the site"),
        "promise": t(
            "hotline",
            "Say no diagnosis and no names to the bot, and ask callers for no codes from an SMS. "
            "Is life in danger? Let the caller dial 103.",
        ),
    }


def home_words(words: PageWords) -> Words:
    t = words.t
    return {
        "title": t("hotline", "What does the caller ask?"),
        "label": t("hotline", "Words of the caller, or a code"),
        "example": t("hotline", "for example: they want a paper"),
        "find": t("hotline", "Find"),
        "key_hint": t(
            "hotline",
            "Keys: / search, arrows choose, Enter opens, Esc starts anew.",
        ),
        "found": t("hotline", "Found topics"),
        "nothing": t(
            "hotline",
            "Nothing was found. Try other words, or choose a topic from the list of all topics.",
        ),
        "all": t("hotline", "All topics"),
        "code": t("hotline", "code"),
    }


def found_text(words: PageWords, count: int) -> str:
    return words.tr.plural("hotline", "{count} topic found", "{count} topics found", count)


def topic_words(words: PageWords, entry: Topic, username: str) -> Words:
    t = words.t
    return {
        "title": entry.title.get(words.language),
        "back": t("hotline", "To the search"),
        "code_label": t("hotline", "Code to say"),
        "code_spoken": " – ".join(entry.code),
        "tell": t("hotline", "Tell the caller in short"),
        "how": t("hotline", "How the caller opens it"),
        "how_link": t("hotline", "From an SMS: tap the link, then “Start”."),
        "how_code": t(
            "hotline",
            "By voice: find @{username} in Telegram, press “Start”, send the digits {code}.",
            username=username,
            code=entry.code,
        ),
        "how_qr": t("hotline", "From paper: point the phone's camera at the square code."),
        "say": t("hotline", "What the caller says at the clinic"),
        "send": t("hotline", "Link for an SMS"),
        "sms": t("hotline", "Text of the SMS"),
        "copy_it": t("hotline", "Copy"),
        "copied": t("hotline", "Copied"),
        "no_link": t(
            "hotline",
            "Telegram does not answer now, so there is no link. The code works.",
        ),
        "print": t("hotline", "Print"),
        "print_hint": t("hotline", "Ctrl+P prints this page too."),
        "qr": t("hotline", "Square code with the link"),
        "seen": t("hotline", "What the caller sees"),
        "buttons": t("hotline", "Buttons under the message"),
        "asked_as": t("hotline", "How callers ask"),
    }


def sms_text(words: PageWords, link: str) -> str:
    """Return an SMS that is short enough for two parts; the link is the last thing in it."""
    return str(words.tr.t("hotline", "The answer to your question: {link}", link=link))


def shelf_name(words: PageWords, hundred: str) -> Markup:
    """Return what the codes of a hundred are about."""
    t = words.t
    names = {
        "2": t("hotline", "Referral"),
        "3": t("hotline", "Refusals, rights, status of a referral"),
        "4": t("hotline", "Doctor and declaration"),
        "5": t("hotline", "Patient's cabinet and signature"),
        "6": t("hotline", "Prevention, disability, prescriptions"),
        "7": t("hotline", "Safety and telephone lines"),
        "8": t("hotline", "About the bot"),
    }
    return names.get(hundred, t("hotline", "Other"))


def not_found_words(words: PageWords) -> Words:
    t = words.t
    return {
        "title": t("hotline", "There is no such page"),
        "text": t("hotline", "The topic may have another name now. Search for it."),
        "back": t("hotline", "To the search"),
    }


def outage_words(words: PageWords) -> Words:
    t = words.t
    return {
        "title": t("hotline", "The figures cannot be read now"),
        "text": t(
            "hotline", "The database does not answer. The topics work. Try again in a few minutes."
        ),
        "back": t("hotline", "To the search"),
    }


def not_allowed_words(words: PageWords) -> Words:
    t = words.t
    return {
        "title": t("hotline", "This was not sent from our page"),
        "text": t("hotline", "Open the page of figures anew and try once more."),
        "back": t("hotline", "To the search"),
    }
