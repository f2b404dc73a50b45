import { refusals } from '#shared/refusal.ts';

/** What the partners module refuses. */
export const refuse = refusals({
  /** The terminal is unknown, the key version is wrong or the signature does not fit: not said which. */
  'signature-wrong': {
    status: 401,
    text: { ru: 'Подпись кассы не подходит.', en: "The terminal's signature does not fit." },
    remedy: {
      ru: 'Проверьте код кассы, версию ключа и правило подписи (docs/pos-api.md).',
      en: 'Check the terminal code, the key version and how the request is signed (docs/pos-api.md).',
    },
  },
  /** X-Time is more than 5 minutes off. `details.serverTime` is ours. */
  'clock-skewed': {
    status: 401,
    text: {
      ru: 'Часы кассы расходятся с сервером больше чем на 5 минут.',
      en: "The till's clock is more than 5 minutes off.",
    },
    remedy: {
      ru: 'Поставьте часы по serverTime и подпишите запрос заново.',
      en: 'Set the clock by serverTime and sign the request again.',
    },
  },
  /** The terminal is blocked by its partner or by security. */
  'terminal-blocked': {
    status: 403,
    text: { ru: 'Касса заблокирована.', en: 'The terminal is blocked.' },
    remedy: { ru: 'Обратитесь к администратору партнёра.', en: "Ask the partner's administrator." },
  },
});
