"""Where a conversation waits for something that the patient says; nothing else is a state."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Asked(StatesGroup):
    """What the patient was asked for last."""

    referral_number = State()
    doctor_or_facility = State()
    location = State()
    ward = State()
    new_phone = State()
    phone_code = State()
    my_data_answer = State()
    document_photo = State()
    visit = State()
    visit_time = State()
    visit_words = State()
    visit_card = State()
    complaint = State()
    visit_person = State()
    person_name = State()
    person_birth = State()
    own_text = State()
    own_day = State()
    own_hour = State()
    own_until = State()
    own_card = State()
    zone_place = State()
