import { refusals } from '#shared/refusal.ts';

/** What the promotions module refuses. */
export const refuse = refusals({
  /** No promotion with this code. */
  'unknown-promotion': {
    status: 404,
    text: { ru: 'Такой акции нет.', en: 'There is no such promotion.' },
    remedy: { ru: 'Обновите список акций.', en: 'Reload the list of promotions.' },
  },
  /** A promotion is not sound; `details.problems` name every field that is wrong. */
  'promotion-invalid': {
    status: 422,
    text: { ru: 'В акции есть ошибки.', en: 'The promotion has errors.' },
    remedy: {
      ru: 'Исправьте поля, названные в details.problems.',
      en: 'Correct the fields named in details.problems.',
    },
  },
});
