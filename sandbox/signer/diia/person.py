"""What a person does in the app: signs every file by its hash, or refuses."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from sandbox.signer.diia.offer_requests import RequestStatus, SignAlgo
from sandbox.signer.mistakes import Mistake

if TYPE_CHECKING:
    from sandbox.esoz.person import Person
    from sandbox.signer.diia.callback import Callback
    from sandbox.signer.diia.offer_requests import OfferRequest
    from sandbox.signer.signing import Signing


class PersonInApp:
    def __init__(self, signing: Signing, callback: Callback) -> None:
        self._signing = signing
        self._callback = callback

    async def sign(
        self, asked: OfferRequest, who: Person, mistake: Mistake = Mistake.NONE
    ) -> bool:
        """Sign, and call the acquirer back; gives whether it took the callback at once.

        Raises CannotSign, and ValueError for a mistake that cannot be made with a hash.
        """
        if mistake is Mistake.NONE and asked.algorithm is SignAlgo.DSTU:
            mistake = Mistake.DSTU
        items = []
        for file in asked.files:
            signature = await self._signing.sign_digest(file.digest, who, mistake=mistake)
            items.append({"name": file.name, "signature": base64.b64encode(signature).decode()})
        asked.callback_body = {"signedItems": items}
        asked.status = RequestStatus.PROCESSING
        is_taken = await self._callback.send(asked)
        asked.status = RequestStatus.DONE
        return is_taken

    def refuse(self, asked: OfferRequest) -> None:
        """Nobody is called: what Дія does then is not published."""
        asked.is_refused = True
