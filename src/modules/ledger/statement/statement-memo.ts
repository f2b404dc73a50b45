import type { Currency, Statement, StatementMovement } from '../admin-contract.ts';
import { pointsText } from '../points-text.ts';
import { figure, namedFigure } from './statement-figures.ts';
import { type Language, WORDS } from './statement-words.ts';

const ROUBLES = { divisibility: 2 };
const EXCHANGE = /^([a-z0-9-]{1,32}):(\d{1,16})>([a-z0-9-]{1,32}):(\d{1,16})$/;

/**
 * What a movement's memo says to a person: the reason of a change by hand, both sides of an exchange, the
 * money of a purchase. Empty when it is something for machines.
 */
export function memoText(
  { kind, memo, reason }: Pick<StatementMovement, 'kind' | 'memo' | 'reason'>,
  statement: Pick<Statement, 'accounts'>,
  language: Language,
): string {
  if (reason !== null) return reason[language];
  if (memo === null) return '';
  if (kind === 'credit' || kind === 'debit') return memo;
  if (kind === 'purchase' && /^\d{1,15}$/.test(memo)) {
    return `${WORDS.paid[language]} ${figure(Number(memo), ROUBLES, language)}\u00a0₽`;
  }
  const [, fromCode = '', from = '', toCode = '', to = ''] = EXCHANGE.exec(memo) ?? [];
  if (kind !== 'exchange-in' && kind !== 'exchange-out') return '';
  const side = (code: string, points: string) => {
    const { currency } = statement.accounts.find((one) => one.currency.code === code) ?? {};
    return named(Number(points), currency, { code, language });
  };
  return from === '' ? '' : `${side(fromCode, from)} = ${side(toCode, to)}`;
}

/** With its name where the statement has the currency, else with its code. */
function named(
  points: number,
  currency: Currency | undefined,
  or: { readonly code: string; readonly language: Language },
): string {
  if (currency === undefined) return `${pointsText(points, 0)} ${or.code}`;
  const text = namedFigure(points, currency, or.language);
  return /\u00a0\D+$/.test(text) ? text : `${text} ${currency.title[or.language]}`;
}
