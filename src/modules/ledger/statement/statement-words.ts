import type { Text } from '#shared/text.ts';
import type { EntryKind, StatementMovement } from '../admin-contract.ts';

/** The languages of a statement. */
export type Language = keyof Text;

/** What moved, for whoever reads a statement. */
const KIND_WORDS: Readonly<Record<EntryKind, Text>> = {
  accrual: { ru: 'Начислено', en: 'Earned' },
  'accrual-reversal': { ru: 'Начисление возвращено', en: 'Earned points taken back' },
  redemption: { ru: 'Потрачено', en: 'Spent' },
  'redemption-reversal': { ru: 'Потраченное возвращено', en: 'Spent points given back' },
  credit: { ru: 'Добавлено сотрудником', en: 'Added by staff' },
  debit: { ru: 'Снято сотрудником', en: 'Taken by staff' },
  purchase: { ru: 'Куплено', en: 'Bought' },
  hold: { ru: 'Зарезервировано', en: 'Reserved' },
  release: { ru: 'Резерв снят', en: 'Reserve lifted' },
  activation: { ru: 'Стали доступны', en: 'Became available' },
  extension: { ru: 'Срок продлён', en: 'Extended' },
  suspension: { ru: 'Сгорание приостановлено', en: 'Expiry suspended' },
  expiry: { ru: 'Сгорело', en: 'Expired' },
  reactivation: { ru: 'Сгоревшее восстановлено', en: 'Expired points restored' },
  repayment: { ru: 'Погашен долг', en: 'Debt repaid' },
  fee: { ru: 'Комиссия', en: 'Fee' },
  'transfer-out': { ru: 'Переведено', en: 'Sent' },
  'transfer-in': { ru: 'Получен перевод', en: 'Received' },
  'transfer-back': { ru: 'Перевод вернулся', en: 'Transfer came back' },
  'exchange-out': { ru: 'Отдано в обмен', en: 'Given in exchange' },
  'exchange-in': { ru: 'Получено в обмен', en: 'Got in exchange' },
  'merge-out': { ru: 'Ушло на объединённый счёт', en: 'Left for the merged account' },
  'merge-in': { ru: 'Пришло с объединённого счёта', en: 'Came from the merged account' },
};

const RESUMED: Text = { ru: 'Сгорание возобновлено', en: 'Expiry resumed' };

/** What a movement is called. */
export function movementWords({ kind, memo }: Pick<StatementMovement, 'kind' | 'memo'>): Text {
  return kind === 'suspension' && memo === 'resumed' ? RESUMED : KIND_WORDS[kind];
}

/** Everything else that is printed. */
export const WORDS = {
  title: { ru: 'Выписка по счёту баллов', en: 'Statement of points' },
  member: { ru: 'Участник', en: 'Member' },
  period: { ru: 'Период', en: 'Period' },
  zone: { ru: 'Время', en: 'Times' },
  made: { ru: 'Составлена', en: 'Made' },
  opening: { ru: 'На начало', en: 'Opening' },
  income: { ru: 'Поступило', en: 'In' },
  outgo: { ru: 'Ушло', en: 'Out' },
  closing: { ru: 'На конец', en: 'Closing' },
  currency: { ru: 'Валюта', en: 'Currency' },
  posted: { ru: 'Проведено', en: 'Posted' },
  occurred: { ru: 'Произошло', en: 'Occurred' },
  what: { ru: 'Движение', en: 'Movement' },
  points: { ru: 'Баллы', en: 'Points' },
  reserved: { ru: 'Резерв', en: 'Reserved' },
  balance: { ru: 'Остаток', en: 'Balance' },
  debt: { ru: 'Долг', en: 'Debt' },
  partner: { ru: 'Партнёр', en: 'Partner' },
  promotions: { ru: 'Акции', en: 'Promotions' },
  receipt: { ru: 'Чек', en: 'Receipt' },
  counterpart: { ru: 'Другой участник', en: 'Other member' },
  reason: { ru: 'Основание', en: 'Reason' },
  operation: { ru: 'Операция', en: 'Operation' },
  number: { ru: '№', en: 'No.' },
  spendable: { ru: 'Можно потратить', en: 'Can be spent' },
  pending: { ru: 'Ещё не доступно', en: 'Not available yet' },
  overdue: { ru: 'Сгорело, ещё не списано', en: 'Expired, not written off yet' },
  wakes: { ru: 'Станут доступны', en: 'Will become available' },
  afterConfirmation: { ru: 'после подтверждения', en: 'once confirmed' },
  expiring: { ru: 'Сгорит', en: 'Will expire' },
  week: { ru: 'Неделя с', en: 'Week of' },
  later: { ru: 'Позже', en: 'Later' },
  never: { ru: 'Без срока', en: 'Never' },
  suspended: { ru: 'Сгорание приостановлено', en: 'Expiry is suspended' },
  nothing: { ru: 'За период движений не было.', en: 'Nothing moved in this period.' },
  noAccounts: { ru: 'По счетам участника движений не было.', en: 'The member has no movements.' },
  page: { ru: 'Страница', en: 'Page' },
  of: { ru: 'из', en: 'of' },
  paid: { ru: 'за', en: 'for' },
  asOf: { ru: 'Сведения на', en: 'As of' },
} as const satisfies Readonly<Record<string, Text>>;
