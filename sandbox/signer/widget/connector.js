/**
 * Speaks to the sandbox's КЕП widget as pages speak to the real one: `new EndUser(…)`, promises,
 * events. Only the calls that signing needs are here.
 */
(() => {
  "use strict";

  const CONNECTOR = "EndUserSignWidgetConnector";
  const WIDGET = "EndUserSignWidget";
  const READY = -1;
  const EVENT = -2;

  class EndUser {
    static FormType = { ReadPKey: 1, SignFile: 3 };
    static SignAlgo = {
      DSTU4145WithGOST34311: 1,
      RSAWithSHA: 2,
      ECDSAWithSHA: 3,
      DSTU4145WithDSTU7564: 4,
    };
    static SignType = {
      CAdES_BES: 1,
      CAdES_T: 4,
      CAdES_C: 8,
      CAdES_X_Long: 16,
      CAdES_X_Long_Trusted: 144,
    };
    static EventType = { None: 0, All: 1, ConfirmKSPOperation: 2 };

    #origin;
    #frame;
    #isReady = false;
    #number = 0;
    #asked = new Map();
    #listeners = [];

    /** Puts the widget's iframe into the element `parentId`. */
    constructor(parentId, iframeId, uri, formType = EndUser.FormType.ReadPKey, formParams = null) {
      const address = new URL(uri, document.baseURI);
      address.searchParams.set("address", location.origin);
      address.searchParams.set("formType", formType);
      address.searchParams.set("debug", "false");
      if (formParams) address.searchParams.set("params", JSON.stringify(formParams));
      this.#origin = address.origin;
      this.#frame = document.createElement("iframe");
      this.#frame.id = iframeId;
      this.#frame.title = "Зчитування ключа";
      this.#frame.style.cssText = "width: 100%; height: 100%; border: 0;";
      window.addEventListener("message", (event) => this.#hear(event));
      this.#frame.src = address.href;
      document.getElementById(parentId).append(this.#frame);
    }

    ReadPrivateKey() {
      return this.#ask("ReadPrivateKey", []);
    }

    ResetPrivateKey() {
      return this.#ask("ResetPrivateKey", []);
    }

    SignData(data, external = true, asBase64String = true, signAlgo = null, previousSign = null,
             signType = EndUser.SignType.CAdES_BES) {
      const params = [data, external, asBase64String, signAlgo, previousSign, signType];
      return this.#ask("SignData", params);
    }

    SignHash(hash, asBase64String = true, signAlgo = null, signType = EndUser.SignType.CAdES_BES,
             previousSign = null) {
      return this.#ask("SignHash", [hash, asBase64String, signAlgo, signType, previousSign]);
    }

    AddEventListener(eventType, listener) {
      this.#listeners.push({ eventType, listener });
      return this.#ask("AddEventListener", [eventType]);
    }

    #ask(cmd, params) {
      this.#number += 1;
      const question = {
        sender: CONNECTOR,
        reciever: WIDGET, // so spelt in the protocol
        id: this.#number,
        cmd,
        params,
      };
      return new Promise((resolve, reject) => {
        this.#asked.set(question.id, { question, resolve, reject });
        if (this.#isReady) this.#post(question);
      });
    }

    #post(question) {
      this.#frame.contentWindow.postMessage(question, this.#origin);
    }

    #hear(event) {
      const isOurs = event.source === this.#frame.contentWindow && event.origin === this.#origin;
      const said = event.data;
      if (!isOurs || said?.reciever !== CONNECTOR || said.sender !== WIDGET) return;
      if (said.id === READY) {
        this.#isReady = true;
        for (const { question } of this.#asked.values()) this.#post(question);
      } else if (said.id === EVENT) {
        this.#tell(said.params);
      } else {
        this.#settle(said);
      }
    }

    #tell(params) {
      for (const { eventType, listener } of this.#listeners) {
        const isWanted = eventType === EndUser.EventType.All || eventType === params.type;
        if (isWanted) listener(params);
      }
    }

    #settle({ id, error, result }) {
      const waiting = this.#asked.get(id);
      this.#asked.delete(id);
      if (!waiting) return;
      if (error) waiting.reject(error);
      else waiting.resolve(result);
    }
  }

  window.EndUser = EndUser;
})();
