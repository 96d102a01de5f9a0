"""CAdES-BES containers, assembled by pyHanko around the keys of the test authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asn1crypto import algos, cms, core
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sandbox.signer.dstu_look import DSTU4145, GOST34311, sign_like_dstu
from sandbox.signer.mistakes import in_wrong_order

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography import x509

    from sandbox.signer.authority import Credential
    from sandbox.signer.keys import PrivateKey

_DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha1": hashes.SHA1(),  # noqa: S303 - the weak one is asked for, to be refused
}


class CadesSigner(Signer):
    """A signer with one credential; `is_dstu` gives everything the looks of ДСТУ 4145."""

    def __init__(self, credential: Credential, *, digest: str, is_dstu: bool = False) -> None:
        kind = "ecdsa" if isinstance(credential.key, ec.EllipticCurvePrivateKey) else "rsa"
        self._key = credential.key
        self._digest = digest
        self._is_dstu = is_dstu
        between = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko has no types
        between.register_multiple(map(_asn1, credential.between))
        super().__init__(
            signing_cert=_asn1(credential.certificate),
            cert_registry=between,
            signature_mechanism=algos.SignedDigestAlgorithm({"algorithm": f"{digest}_{kind}"}),
        )

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002, ARG002 - the signature is pyHanko's
    ) -> bytes:
        if self._is_dstu:
            return sign_like_dstu(self._key, data)
        return _signature(self._key, data, _DIGESTS[digest_algorithm])

    async def container(
        self,
        content_digest: bytes,
        *,
        content: bytes | None,
        signed_at: datetime,
        is_unsorted: bool = False,
    ) -> cms.ContentInfo:
        """A signature of `content_digest`; detached where `content` is None."""
        attributes = await self.signed_attrs(
            content_digest,
            self._digest,
            attr_settings=PdfCMSSignedAttributes(signing_time=signed_at),
            use_pades=True,  # the parameter for CAdES too, once it is no PDF
            is_pdf_sig=False,
        )
        if self._is_dstu:
            _name_gost(attributes)
        container = await self.async_sign_prescribed_attributes(
            self._digest,
            in_wrong_order(attributes) if is_unsorted else attributes,
            encap_content_info=_encapsulated(content),
        )
        if self._is_dstu:
            _name_dstu(container["content"])
        return container


def _encapsulated(content: bytes | None) -> dict[str, object]:
    return {"content_type": "data"} | ({} if content is None else {"content": content})


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def _signature(key: PrivateKey, data: bytes, digest: hashes.HashAlgorithm) -> bytes:
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(data, ec.ECDSA(digest))
    return key.sign(data, padding.PKCS1v15(), digest)


def _name_gost(attributes: cms.CMSAttributes) -> None:
    """Say in signingCertificateV2 that ГОСТ 34.311 made the certificate's hash."""
    for attribute in attributes:
        if attribute["type"].native == "signing_certificate_v2":
            for reference in attribute["values"][0]["certs"]:
                reference["hash_algorithm"] = _gost()


def _name_dstu(signed: cms.SignedData) -> None:
    signed["digest_algorithms"] = [_gost()]
    for signer in signed["signer_infos"]:
        signer["digest_algorithm"] = _gost()
        signer["signature_algorithm"] = algos.SignedDigestAlgorithm({"algorithm": DSTU4145})


def _gost() -> algos.DigestAlgorithm:
    return algos.DigestAlgorithm({"algorithm": GOST34311, "parameters": core.Null()})
