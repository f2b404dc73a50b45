import { refusals } from '#shared/refusal.ts';

/** What the receipts module refuses. */
export const refuse = refusals({
  /** The same operation id came with another body, or with another member. */
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
  /** The business time is not a real moment, or too far from now for a confirm. */
  'occurred-at-invalid': {
    status: 422,
    text: {
      ru: 'Время покупки неверно: его не бывает, оно старше 30 дней или из будущего.',
      en: 'The time of the purchase is wrong: unreal, older than 30 days or in the future.',
    },
    remedy: { ru: 'Проверьте часы кассы.', en: "Check the till's clock." },
  },
  /** Two lines carry the same number. */
  'line-number-repeated': {
    status: 422,
    text: { ru: 'Номер строки повторяется.', en: 'A line number is repeated.' },
    remedy: { ru: 'Пронумеруйте строки по-разному.', en: 'Number the lines differently.' },
  },
  /** The basket is worth more than the system can count. */
  'receipt-too-large': {
    status: 422,
    text: { ru: 'Сумма чека слишком велика.', en: "The receipt's sum is too large." },
    remedy: { ru: 'Проверьте цены и количества.', en: 'Check prices and quantities.' },
  },
  /** The currency's terms forbid a debt, and the points that this receipt earned have been spent. */
  'earned-points-spent': {
    status: 409,
    text: {
      ru: 'Баллы за эту покупку уже потрачены, а уходить в минус правила программы не разрешают.',
      en: "The points of this purchase have been spent, and the programme's terms allow no debt.",
    },
    remedy: {
      ru: 'Покупатель может вернуть товар, когда накопит недостающие баллы, или через контакт-центр.',
      en: 'The buyer can return the goods with enough points on the account, or through the contact centre.',
    },
  },
  /** Points can be spent by a member only. */
  'redemption-needs-member': {
    status: 422,
    text: { ru: 'Чтобы платить баллами, нужна карта.', en: 'Paying with points needs a card.' },
    remedy: { ru: 'Пришлите карту или телефон.', en: 'Send the card or the phone.' },
  },
  /** The member has fewer points than asked for. `details.spendablePoints` says how many. */
  'insufficient-points': {
    status: 409,
    text: { ru: 'На счёте не хватает баллов.', en: 'There are not enough points on the account.' },
    remedy: {
      ru: 'Спишите не больше, чем есть, или оплатите деньгами.',
      en: 'Spend no more than there are, or pay with money.',
    },
  },
  /** The rules let fewer points pay for this basket. `details.redeemablePointsMax` says how many. */
  'redemption-over-limit': {
    status: 409,
    text: {
      ru: 'Столько баллов за этот чек списать нельзя.',
      en: 'The rules let fewer points pay for this receipt.',
    },
    remedy: { ru: 'Спишите меньше.', en: 'Spend fewer.' },
  },
  /** Confirm came more than 15 minutes after its calculation. */
  'calculation-expired': {
    status: 409,
    text: { ru: 'Расчёт устарел.', en: 'The calculation has expired.' },
    remedy: { ru: 'Рассчитайте чек заново.', en: 'Calculate the receipt again.' },
  },
  /** The basket, the member's points or history are not those of the calculation any more. */
  'calculation-mismatch': {
    status: 409,
    text: {
      ru: 'Чек отличается от рассчитанного: изменилась корзина или счёт покупателя.',
      en: 'The receipt differs from the calculation: the basket or the account has changed.',
    },
    remedy: { ru: 'Рассчитайте чек заново.', en: 'Calculate the receipt again.' },
  },
  /** The calculation names a rule set that never was. */
  'unknown-rule-set': {
    status: 422,
    text: { ru: 'Такого набора правил не было.', en: 'There was no such rule set.' },
    remedy: { ru: 'Рассчитайте чек заново.', en: 'Calculate the receipt again.' },
  },
  /** No confirmed receipt with this id. */
  'unknown-receipt': {
    status: 404,
    text: { ru: 'Такого чека нет.', en: 'There is no such receipt.' },
    remedy: {
      ru: 'Проверьте номер, бакет и карту, с которой был чек.',
      en: 'Check the id, the bucket and the card that the receipt was made with.',
    },
  },
  /** A cancel of a purchase that we do not know must say whose it was: else a sale could stand beside it. */
  'buyer-not-named': {
    status: 422,
    text: {
      ru: 'Чека ещё нет, и не сказано, чья это покупка.',
      en: 'There is no such receipt yet, and it is not said whose purchase it was.',
    },
    remedy: {
      ru: 'Пришлите карту, телефон или бакет; для покупки без карты — member: {}.',
      en: 'Send the card, the phone or the bucket; for a purchase without a card, member: {}.',
    },
  },
  /** The receipt was cancelled: it cannot be confirmed, returned or cancelled any more. */
  'receipt-cancelled': {
    status: 409,
    text: { ru: 'Чек отменён.', en: 'The receipt is cancelled.' },
    remedy: { ru: 'Пробейте новый чек.', en: 'Make a new receipt.' },
  },
  /** The receipt belongs to another partner of the coalition. */
  'receipt-of-another-partner': {
    status: 403,
    text: { ru: 'Чек другого партнёра.', en: 'The receipt is of another partner.' },
    remedy: {
      ru: 'Верните товар у того партнёра, где он куплен.',
      en: 'Return the goods with the partner that sold them.',
    },
  },
  /** The return names a line that the receipt does not have. */
  'unknown-line': {
    status: 422,
    text: { ru: 'В чеке нет такой строки.', en: 'The receipt has no such line.' },
    remedy: { ru: 'Проверьте номер строки.', en: 'Check the number of the line.' },
  },
  /** More comes back than was bought and not yet returned. `details.remainingMilli` says how much may. */
  'return-exceeds-purchase': {
    status: 409,
    text: {
      ru: 'Возвращают больше, чем осталось у покупателя.',
      en: 'More comes back than the buyer still has.',
    },
    remedy: { ru: 'Уменьшите количество.', en: 'Lower the quantity.' },
  },
});
