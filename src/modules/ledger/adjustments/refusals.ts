import { refusals } from '#shared/refusal.ts';

/** What proposals and decisions are refused for, besides what the ledger itself refuses. */
export const refuse = refusals({
  'no-such-adjustment': {
    status: 404,
    text: { ru: 'Такой корректировки нет.', en: 'There is no such adjustment.' },
    remedy: { ru: 'Обновите список.', en: 'Reload the list.' },
  },
  /** The same adjustment id came with other contents, or from another person. */
  'adjustment-id-reused': {
    status: 422,
    text: {
      ru: 'Этот номер уже занят другой корректировкой.',
      en: 'This id was used for another adjustment.',
    },
    remedy: { ru: 'Возьмите новый номер.', en: 'Take a new id.' },
  },
  /** No such reason, or not one for this direction. */
  'adjustment-reason-unknown': {
    status: 422,
    text: { ru: 'Такой причины нет.', en: 'There is no such reason.' },
    remedy: {
      ru: 'Возьмите причину из GET /adjustments/rules.',
      en: 'Take one of GET /adjustments/rules.',
    },
  },
  /** More than the person may ask for at once; `details.pointsMax` says how much. */
  'adjustment-too-large': {
    status: 403,
    text: {
      ru: 'Столько баллов за один раз вы предложить не можете.',
      en: 'You may not ask for so many points at once.',
    },
    remedy: {
      ru: 'Передайте запрос старшему оператору.',
      en: 'Hand the request to a supervisor.',
    },
  },
  /** More than the person may ask for within 24 hours; `details.pointsLeft` says how much is left. */
  'adjustment-daily-limit': {
    status: 409,
    text: {
      ru: 'Ваш суточный предел корректировок исчерпан.',
      en: 'Your adjustments have reached the limit of 24 hours.',
    },
    remedy: {
      ru: 'Передайте запрос коллеге или подождите.',
      en: 'Hand the request to a colleague, or wait.',
    },
  },
  /** The person decides on the largest sums, and therefore asks for none. */
  'adjustment-by-security': {
    status: 403,
    text: {
      ru: 'Служба безопасности решает, но сама баллы не предлагает.',
      en: 'The security officer decides and never asks.',
    },
    remedy: { ru: 'Передайте запрос оператору.', en: 'Hand the request to an operator.' },
  },
  /** Nobody decides on what they have asked for. */
  'adjustment-own': {
    status: 403,
    text: {
      ru: 'О своей корректировке решает другой человек.',
      en: 'Somebody else decides on your own adjustment.',
    },
    remedy: {
      ru: 'Дождитесь решения или отзовите её.',
      en: 'Wait for a decision, or take it back.',
    },
  },
  /** `details.pointsMax` says on how much the person may decide. */
  'adjustment-beyond-limit': {
    status: 403,
    text: {
      ru: 'О такой сумме решает служба безопасности.',
      en: 'The security officer decides on so many points.',
    },
    remedy: {
      ru: 'Передайте корректировку службе безопасности.',
      en: 'Leave the adjustment to the security officer.',
    },
  },
  /** Proposed more than 14 days ago: it may be rejected or taken back only. */
  'adjustment-too-old': {
    status: 409,
    text: {
      ru: 'Корректировку предложили больше 14 дней назад.',
      en: 'The adjustment was proposed more than 14 days ago.',
    },
    remedy: {
      ru: 'Отклоните её; если она ещё нужна, пусть её предложат заново.',
      en: 'Reject it; if it is still wanted, let it be proposed again.',
    },
  },
  /** Somebody has decided before, or the maker has taken it back; `details.state` says which. */
  'adjustment-decided': {
    status: 409,
    text: { ru: 'По этой корректировке уже решено.', en: 'This adjustment is decided already.' },
    remedy: { ru: 'Обновите её, чтобы увидеть решение.', en: 'Reload it to see the decision.' },
  },
  /** Only its maker takes a proposal back. */
  'adjustment-of-another': {
    status: 403,
    text: {
      ru: 'Отозвать корректировку может только тот, кто её предложил.',
      en: 'Only its maker takes an adjustment back.',
    },
    remedy: { ru: 'Отклоните её, если имеете право.', en: 'Reject it, if you may.' },
  },
});
