import { refusals } from '#shared/refusal.ts';

/** What the ledger refuses. */
export const refuse = refusals({
  /** The same operation id came with another request. */
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
  /** The time inside the operation's id is not about now. */
  'operation-id-untimely': {
    status: 422,
    text: {
      ru: 'Номер операции создан слишком давно или из будущего.',
      en: "The operation's id was made too long ago, or in the future.",
    },
    remedy: {
      ru: 'Возьмите новый номер (UUIDv7) и проверьте часы.',
      en: 'Take a new id (UUIDv7) and check the clock.',
    },
  },
  /** No currency with this code. */
  'unknown-currency': {
    status: 422,
    text: { ru: 'Такой валюты баллов нет.', en: 'There is no such currency of points.' },
    remedy: { ru: 'Проверьте код валюты.', en: 'Check the code of the currency.' },
  },
  /**
   * Fewer points than asked for. `details.availablePoints` says how many there are once debts are paid,
   * `details.loanPoints` how many more may be lent.
   */
  'insufficient-points': {
    status: 409,
    text: { ru: 'На счёте не хватает баллов.', en: 'There are not enough points on the account.' },
    remedy: { ru: 'Возьмите не больше, чем есть.', en: 'Take no more than there are.' },
  },
  /** A date in the lifetime of the points is not a day of the calendar. */
  'unreal-date': {
    status: 422,
    text: { ru: 'Такого дня в календаре нет.', en: 'There is no such day in the calendar.' },
    remedy: { ru: 'Исправьте дату в сроке жизни.', en: 'Correct the date in the lifetime.' },
  },
  /** The member has no hold with this id. */
  'unknown-hold': {
    status: 404,
    text: { ru: 'Такого удержания баллов нет.', en: 'There is no such hold.' },
    remedy: {
      ru: 'Проверьте номер операции, которой баллы удержали.',
      en: 'Check the id of the operation that opened the hold.',
    },
  },
  /** The hold was captured, released, or its time is over; `details.state` says which. */
  'hold-closed': {
    status: 409,
    text: { ru: 'Удержание уже закрыто.', en: 'The hold is closed.' },
    remedy: { ru: 'Удержите баллы заново.', en: 'Open a new hold.' },
  },
  /** More is captured than is held. `details.heldPoints` says how many points are. */
  'capture-exceeds-hold': {
    status: 409,
    text: {
      ru: 'Списывают больше, чем удержано.',
      en: 'More is captured than the hold reserves.',
    },
    remedy: {
      ru: 'Спишите не больше удержанного; остальное спишите отдельно.',
      en: 'Capture no more than is held; spend the rest separately.',
    },
  },
  /** Points may not be held for so long. `details.holdMinutesMax` says for how long. */
  'hold-too-long': {
    status: 422,
    text: { ru: 'Удержание слишком долгое.', en: 'The hold is too long.' },
    remedy: { ru: 'Уменьшите срок.', en: 'Shorten it.' },
  },
  /** Accounts with open holds are not merged. */
  'hold-open': {
    status: 409,
    text: { ru: 'На счёте есть удержанные баллы.', en: 'Points of the account are held.' },
    remedy: {
      ru: 'Спишите или освободите их, затем объединяйте счета.',
      en: 'Capture or release them, then merge.',
    },
  },
  /** The operation did not spend points of this member in this currency, or there was none. */
  'unknown-operation': {
    status: 404,
    text: {
      ru: 'Такой операции по этому счёту не было.',
      en: 'This account has seen no such operation.',
    },
    remedy: {
      ru: 'Проверьте номер операции, участника и валюту.',
      en: 'Check the id of the operation, the member and the currency.',
    },
  },
  /** More is given back than was spent and not given back yet. `details.leftPoints` says how many may be. */
  'give-back-exceeds-spent': {
    status: 409,
    text: {
      ru: 'Возвращают больше баллов, чем было списано.',
      en: 'More points are given back than were spent.',
    },
    remedy: { ru: 'Уменьшите возврат.', en: 'Give back less.' },
  },
  /** The member has no points in a lot with this id. */
  'unknown-lot': {
    status: 404,
    text: { ru: 'В такой партии баллов нет.', en: 'There are no points in such a lot.' },
    remedy: { ru: 'Обновите список партий.', en: 'Reload the list of lots.' },
  },
  /** The lot has burnt: its end cannot be moved any more. */
  'lot-burnt': {
    status: 409,
    text: { ru: 'Партия баллов уже сгорела.', en: 'The lot has burnt.' },
    remedy: {
      ru: 'Сгоревшие баллы возвращает реактивация.',
      en: 'Burnt points are brought back by a reactivation.',
    },
  },
  /** The currency is not given from member to member. */
  'transfer-not-allowed': {
    status: 409,
    text: { ru: 'Эти баллы не передают.', en: 'These points are not transferred.' },
    remedy: {
      ru: 'Разрешите переводы в условиях валюты.',
      en: 'Allow transfers in the terms of the currency.',
    },
  },
  /** Fewer points than may be sent at once. `details.pointsMin` says how many. */
  'transfer-too-small': {
    status: 422,
    text: { ru: 'Перевод слишком мал.', en: 'The transfer is too small.' },
    remedy: { ru: 'Переведите больше.', en: 'Send more.' },
  },
  /** More points than may be sent in a day. `details.leftPoints` says how many are left for today. */
  'transfer-daily-limit': {
    status: 409,
    text: {
      ru: 'Дневной лимит переводов исчерпан.',
      en: 'The daily limit of transfers is reached.',
    },
    remedy: { ru: 'Переведите меньше или завтра.', en: 'Send less, or tomorrow.' },
  },
  /** Sender and receiver are one member. */
  'transfer-to-self': {
    status: 422,
    text: { ru: 'Это тот же участник.', en: 'This is the same member.' },
    remedy: { ru: 'Выберите другого участника.', en: 'Choose another member.' },
  },
  /** The member has not sent such a transit, or it is not on its way to this member. */
  'unknown-transit': {
    status: 404,
    text: { ru: 'Такого перевода нет.', en: 'There is no such transit.' },
    remedy: { ru: 'Проверьте номер и участников.', en: 'Check the id and the members.' },
  },
  /** The points have been received or have come back. `details.state` says which. */
  'transit-closed': {
    status: 409,
    text: { ru: 'Перевод уже завершён.', en: 'The transit is closed.' },
    remedy: { ru: 'Обновите его состояние.', en: 'Reload its state.' },
  },
  /** The receiver's side refused; the points are back. */
  'transfer-rejected': {
    status: 409,
    text: {
      ru: 'Получатель не смог принять баллы; они вернулись отправителю.',
      en: 'The receiver could not take the points; they are back with the sender.',
    },
    remedy: { ru: 'Причина указана в подробностях.', en: 'The details name the reason.' },
  },
  /** Points of a qualifying currency only count. */
  'points-not-spendable': {
    status: 409,
    text: {
      ru: 'Эти баллы только считаются: ими нельзя платить, их нельзя передать или обменять.',
      en: 'These points only count: they cannot pay, be sent or be exchanged.',
    },
    remedy: { ru: 'Выберите другую валюту.', en: 'Choose another currency.' },
  },
  /** One of the two currencies is not given for the other. */
  'exchange-not-allowed': {
    status: 409,
    text: { ru: 'Эти баллы так не обменивают.', en: 'These points are not exchanged like this.' },
    remedy: { ru: 'Выберите другую валюту.', en: 'Choose another currency.' },
  },
  /** After the fee and the rounding nothing would come of it. */
  'exchange-too-small': {
    status: 422,
    text: { ru: 'За столько баллов ничего не дадут.', en: 'So few points give nothing.' },
    remedy: { ru: 'Обменяйте больше.', en: 'Exchange more.' },
  },
  /** Burnt points of this currency are not brought back. */
  'reactivation-not-allowed': {
    status: 409,
    text: {
      ru: 'Сгоревшие баллы этой валюты не возвращают.',
      en: 'Burnt points of this currency are not brought back.',
    },
    remedy: {
      ru: 'Разрешите реактивацию в условиях валюты.',
      en: 'Allow reactivation in the terms of the currency.',
    },
  },
  /** Nothing has burnt lately that was not brought back, or the fee would eat it. */
  'nothing-to-reactivate': {
    status: 409,
    text: { ru: 'Возвращать нечего.', en: 'There is nothing to bring back.' },
    remedy: { ru: 'Проверьте, что и когда сгорело.', en: 'See what has burnt, and when.' },
  },
  /** No points of the member wait for this confirmation. */
  'nothing-to-activate': {
    status: 409,
    text: {
      ru: 'Этого подтверждения баллы не ждут.',
      en: 'No points wait for this confirmation.',
    },
    remedy: { ru: 'Проверьте код и чек.', en: 'Check the code and the receipt.' },
  },
  /** The new end of a lot must be in the future. */
  'date-in-the-past': {
    status: 422,
    text: { ru: 'Эта дата уже прошла.', en: 'This date is in the past.' },
    remedy: { ru: 'Назовите дату в будущем.', en: 'Name a date in the future.' },
  },
  /** The lot never burns, or burns no earlier than the new date. */
  'date-not-later': {
    status: 409,
    text: {
      ru: 'Партия и так сгорит не раньше этой даты.',
      en: 'The lot does not burn before this date anyway.',
    },
    remedy: { ru: 'Назовите более позднюю дату.', en: 'Name a later date.' },
  },
  /** The account would hold or owe more than 10¹⁵ points, or the operation would move more than 10¹². */
  'points-out-of-range': {
    status: 422,
    text: { ru: 'Слишком много баллов.', en: 'Too many points.' },
    remedy: { ru: 'Проверьте количество.', en: 'Check the number.' },
  },
});
