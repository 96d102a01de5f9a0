"""What is changed in a signature, and what is no signature, is refused or means nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from asn1crypto import cms
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import SignatureRefused
from sandbox.signer.mistakes import Mistake
from tests.integration.signing.conftest import DOCUMENT

if TYPE_CHECKING:
    from tests.integration.signing.conftest import Pen

# The fixtures are made once, and hold nothing that an example could change.
_TRY = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
async def attached(pen: Pen) -> bytes:
    return await pen.sign()


@pytest.fixture(scope="module")
async def national(pen: Pen) -> bytes:
    return await pen.sign(Mistake.DSTU)


@_TRY
@given(data=st.data())
async def test_no_byte_that_was_signed_can_be_changed(
    pen: Pen, attached: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.sampled_from(_signed_places(attached)))
    changed = _changed(attached, at, data.draw(st.integers(1, 255)))

    with pytest.raises(SignatureRefused):
        await pen.verify(changed)


@_TRY
@given(data=st.data())
async def test_a_change_of_what_is_not_signed_changes_nothing_that_counts(
    pen: Pen, attached: bytes, data: st.DataObject
) -> None:
    """Version numbers, further certificates: no signature covers them, whoever made it."""
    at = data.draw(st.integers(0, len(attached) - 1))
    changed = _changed(attached, at, data.draw(st.integers(1, 255)))

    await _is_refused_or_means_the_same(pen, changed, attached)


@_TRY
@given(data=st.data())
async def test_a_changed_national_signature_is_refused_or_left_to_esoz(
    pen: Pen, national: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(national) - 1))
    changed = _changed(national, at, data.draw(st.integers(1, 255)))

    try:
        signed = await pen.verify(changed)
    except SignatureRefused:
        return

    assert signed.is_judged_by_esoz
    assert signed.content == DOCUMENT
    assert signed.signer.tax_id == pen.person.tax_id


@_TRY
@given(noise=st.binary(max_size=400))
async def test_noise_is_refused_and_nothing_else_happens(pen: Pen, noise: bytes) -> None:
    with pytest.raises(SignatureRefused):
        await pen.verify(noise)


@_TRY
@given(data=st.data())
async def test_a_signature_that_is_cut_and_glued_says_nothing_new(
    pen: Pen, attached: bytes, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(attached) - 1))
    resume = data.draw(st.integers(cut + 1, len(attached)))
    between = data.draw(st.binary(max_size=8))
    changed = attached[:cut] + between + attached[resume:]

    await _is_refused_or_means_the_same(pen, changed, attached)


async def _is_refused_or_means_the_same(pen: Pen, changed: bytes, container: bytes) -> None:
    try:
        signed = await pen.verify(changed)
    except SignatureRefused:
        return
    assert replace(signed, der=container) == await pen.verify(container)


def _changed(container: bytes, at: int, by: int) -> bytes:
    return container[:at] + bytes([container[at] ^ by]) + container[at + 1 :]


def _signed_places(container: bytes) -> list[int]:
    """Where the document, what was signed, the signature and the signer's certificate stand."""
    signed = cms.ContentInfo.load(container)["content"]
    signer = signed["signer_infos"][0]
    number = signer["sid"].chosen["serial_number"].native
    (certificate,) = (
        each.chosen for each in signed["certificates"] if each.chosen.serial_number == number
    )
    parts = (
        signed["encap_content_info"].dump(),
        signer["digest_algorithm"].dump(),
        signer["signed_attrs"].dump(),
        signer["signature"].dump(),
        certificate.dump(),
    )
    # the last place: algorithms are named twice, and the first naming is not signed
    starts = [(container.rindex(part), len(part)) for part in parts]
    return [place for start, size in starts for place in range(start, start + size)]
