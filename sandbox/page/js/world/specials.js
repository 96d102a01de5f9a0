/** What is special about an invented patient, in words. */

const WORDS = {
  age_40: "40 років",
  age_18: "18 років сьогодні",
  age_17_99: "скоро 18",
  age_16_with_legal_capacity_document: "16 років, повна дієздатність",
  age_14_without_document: "14 років, без паспорта",
  age_13: "13 років, за неї діє законний представник",
  newborn: "немовля",
  age_95: "95 років",
  not_verified: "дані не перевірені",
  represented_adult: "дорослий із представником",
  no_tax_id: "без податкового номера",
  no_phone: "без телефону в системі",
  no_auth_method: "спосіб входу не вказаний",
  no_viber: "без Viber",
  apostrophe: "апостроф у прізвищі",
  no_second_name: "без по батькові",
};

/** @param {string} code @returns {string} a new code as it is */
export const specialInWords = (code) => WORDS[code] ?? code;
