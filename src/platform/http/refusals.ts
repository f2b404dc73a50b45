import { refusals } from '#shared/refusal.ts';

/** What the HTTP edge itself refuses, before any story is asked. */
export const refuse = refusals({
  /** A field has the wrong type, is missing, unknown or out of bounds; `path` names it. */
  'request-invalid': {
    status: 400,
    text: { ru: 'Запрос составлен неверно.', en: 'The request is not well formed.' },
    remedy: { ru: 'Исправьте поле, названное в path.', en: 'Correct the field named in path.' },
  },
  /** The body is not JSON. */
  'json-malformed': {
    status: 400,
    text: { ru: 'Тело запроса — не JSON.', en: 'The body is not JSON.' },
    remedy: { ru: 'Пришлите JSON в UTF-8.', en: 'Send JSON in UTF-8.' },
  },
  /** A string holds U+0000, a lone surrogate or the nesting is deeper than 32. */
  'text-malformed': {
    status: 400,
    text: {
      ru: 'В тексте есть недопустимый символ или вложенность слишком глубока.',
      en: 'A text holds a character that is not allowed, or the nesting is too deep.',
    },
    remedy: {
      ru: 'Уберите его из поля, названного в path.',
      en: 'Remove it from the field named in path.',
    },
  },
  /** A header that signs or names the request is missing or malformed. */
  'header-invalid': {
    status: 400,
    text: { ru: 'Нет нужного заголовка или он неверен.', en: 'A header is missing or malformed.' },
    remedy: {
      ru: 'Исправьте заголовок, названный в path.',
      en: 'Correct the header named in path.',
    },
  },
  /** The operation id's own time is more than 30 days old or 5 minutes ahead. */
  'operation-id-out-of-window': {
    status: 422,
    text: {
      ru: 'Номер операции создан больше 30 дней назад или в будущем.',
      en: 'The operation id was made more than 30 days ago or in the future.',
    },
    remedy: { ru: 'Проверьте часы кассы.', en: "Check the till's clock." },
  },
  /** The same operation id came with another body. */
  'operation-id-reused': {
    status: 422,
    text: {
      ru: 'Этот номер операции уже использован для другого запроса.',
      en: 'This operation id was used for another request.',
    },
    remedy: {
      ru: 'Для нового запроса возьмите новый номер; для повтора пришлите то же тело.',
      en: 'Take a new id for a new request; to retry, send the same body.',
    },
  },
  /** Too many requests from this terminal; wait as long as Retry-After says. */
  'rate-limited': {
    status: 429,
    text: {
      ru: 'Слишком много запросов с этой кассы.',
      en: 'Too many requests from this terminal.',
    },
    remedy: {
      ru: 'Повторите через столько секунд, сколько сказано в Retry-After.',
      en: 'Try again after the seconds in Retry-After.',
    },
  },
  /** More than 256 KB. */
  'body-too-large': {
    status: 413,
    text: { ru: 'Запрос больше 256 КБ.', en: 'The request is larger than 256 KB.' },
    remedy: { ru: 'Разделите его.', en: 'Split it.' },
  },
  /** The content type is not application/json. */
  'media-type-unsupported': {
    status: 415,
    text: { ru: 'Нужен application/json.', en: 'application/json is needed.' },
    remedy: {
      ru: 'Укажите Content-Type: application/json.',
      en: 'Set Content-Type: application/json.',
    },
  },
  /** No such address, or another method is needed. */
  'route-unknown': {
    status: 404,
    text: { ru: 'Такого адреса нет.', en: 'There is no such address.' },
    remedy: { ru: 'Смотрите /docs.', en: 'See /docs.' },
  },
  /** It is not known whether the operation was done. Safe to repeat with the same id. */
  'outcome-unknown': {
    status: 503,
    text: {
      ru: 'База не ответила вовремя; операция могла и выполниться.',
      en: 'The database did not answer in time; the operation may have been done.',
    },
    remedy: {
      ru: 'Повторите тот же запрос с тем же номером операции.',
      en: 'Repeat the same request with the same operation id.',
    },
  },
  /** The server has more work than it can finish in time. */
  overloaded: {
    status: 503,
    text: { ru: 'Сервер перегружен.', en: 'The server is overloaded.' },
    remedy: { ru: 'Повторите через секунду.', en: 'Try again in a second.' },
  },
  /** A fault of ours; the request id finds it in the log. */
  internal: {
    status: 500,
    text: { ru: 'Внутренняя ошибка.', en: 'An internal error.' },
    remedy: {
      ru: 'Повторите тот же запрос; если не поможет, назовите поддержке requestId.',
      en: 'Repeat the same request; if it does not help, give the support the requestId.',
    },
  },
});
