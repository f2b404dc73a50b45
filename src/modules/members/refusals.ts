import { refusals } from '#shared/refusal.ts';

/** What the members module refuses. */
export const refuse = refusals({
  /** No member carries this card. The till may sell without it. */
  'unknown-card': {
    status: 404,
    text: { ru: 'Карта не найдена.', en: 'The card is not known.' },
    remedy: {
      ru: 'Проверьте номер или продайте без карты.',
      en: 'Check the number, or sell without the card.',
    },
  },
  /** No member has this phone. */
  'unknown-phone': {
    status: 404,
    text: {
      ru: 'По этому телефону никто не зарегистрирован.',
      en: 'Nobody is registered with this phone.',
    },
    remedy: {
      ru: 'Проверьте номер или зарегистрируйте покупателя.',
      en: 'Check the number, or register the buyer.',
    },
  },
  /** The last digit of the card does not fit the others: a typing error. */
  'card-check-digit': {
    status: 422,
    text: { ru: 'Номер карты набран с ошибкой.', en: 'The card number has a typing error.' },
    remedy: { ru: 'Введите номер ещё раз.', en: 'Enter the number again.' },
  },
  /** Not a phone number that exists. */
  'phone-invalid': {
    status: 422,
    text: { ru: 'Такого номера телефона не бывает.', en: 'There can be no such phone number.' },
    remedy: {
      ru: 'Введите номер с кодом, например +7 916 123-45-67.',
      en: 'Enter the number with its code, for example +7 916 123-45-67.',
    },
  },
  /** Both a card and a phone were given, or neither where one is needed. */
  'identification-ambiguous': {
    status: 422,
    text: {
      ru: 'Нужно что-то одно: карта или телефон.',
      en: 'Give one of the two: card or phone.',
    },
    remedy: { ru: 'Пришлите только card или только phone.', en: 'Send only card or only phone.' },
  },
  /** Another member has this phone already. */
  'phone-taken': {
    status: 409,
    text: {
      ru: 'С этим телефоном уже есть участник.',
      en: 'A member with this phone exists already.',
    },
    remedy: { ru: 'Найдите его по телефону.', en: 'Look the member up by the phone.' },
  },
  /** Another member has this card already. */
  'card-taken': {
    status: 409,
    text: { ru: 'Эта карта уже выдана.', en: 'This card is issued already.' },
    remedy: { ru: 'Возьмите другую карту.', en: 'Take another card.' },
  },
  /** A birth date that does not exist or lies ahead. */
  'birth-date-invalid': {
    status: 422,
    text: { ru: 'Такой даты рождения не бывает.', en: 'There can be no such birth date.' },
    remedy: { ru: 'Введите дату как ГГГГ-ММ-ДД.', en: 'Enter the date as YYYY-MM-DD.' },
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
});
