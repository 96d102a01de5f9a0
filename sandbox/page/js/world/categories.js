/** ЕСОЗ's categories of services in plain words. */

const WORDS = {
  counselling: "консультація",
  consultation: "консультація фахівця",
  laboratory_procedure: "лабораторія",
  diagnostic_procedure: "діагностика",
  diagnostic: "діагностичне обстеження",
  imaging: "медичні зображення",
  education: "навчання пацієнта",
  surgical_procedure: "операція",
  procedure: "процедура",
  evaluation: "оцінювання стану",
  hospitalization: "госпіталізація",
  hospital_referral: "направлення до лікарні",
  transfer: "переведення до іншої лікарні",
  treatment: "лікування",
};

/** @param {string} code @returns {string} for a code that nobody explains, «інша послуга» */
export const categoryInWords = (code) => WORDS[code] ?? "інша послуга";
