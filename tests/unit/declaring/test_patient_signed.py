"""What is signed holds the patient's yes, unless the operator's switch says otherwise."""

from __future__ import annotations

import json

import pytest

from bot.clients.esoz.pis.declaration_rows import DeclarationRequestRow

DOCUMENT = {"id": "1", "seed": "s", "person": {"id": "2", "patient_signed": False}}


@pytest.mark.parametrize("is_set", [True, False], ids=["set", "as it came"])
def test_only_the_yes_of_the_patient_is_changed(*, is_set: bool) -> None:
    row = DeclarationRequestRow.model_validate({"id": "1", "data_to_be_signed": DOCUMENT})
    signed = json.loads(row.to_request(sets_patient_signed=is_set).data_to_be_signed)
    assert signed == DOCUMENT | {"person": {"id": "2", "patient_signed": is_set}}
