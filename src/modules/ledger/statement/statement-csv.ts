import { stringify } from 'csv-stringify/sync';
import { instant } from '#shared/time.ts';
import type { Statement, StatementAccount, StatementMovement } from '../admin-contract.ts';
import { pointsText } from '../points-text.ts';
import { momentText, wordsOr } from './statement-figures.ts';
import type { StatementLook } from './statement-look.ts';
import { memoText } from './statement-memo.ts';
import { movementWords, WORDS } from './statement-words.ts';

const COLUMNS = [
  'currency',
  'number',
  'posted',
  'occurred',
  'what',
  'points',
  'reserved',
  'balance',
  'debt',
  'partner',
  'promotions',
  'receipt',
  'counterpart',
  'reason',
  'operation',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/**
 * A statement as a table that spreadsheets open by a double click: UTF-8 with its mark; in Russian
 * semicolons and decimal commas, as the Russian Excel has them, else commas and points. Each account begins
 * and ends with a line of its balance.
 */
export function statementCsv(statement: Statement, look: StatementLook): string {
  const { language } = look;
  const rows = statement.accounts.flatMap((account) => accountRows(account, statement, look));
  return stringify(
    [
      COLUMNS.map((column) => WORDS[column][language]),
      ...rows.map((row) => COLUMNS.map((column) => row[column] ?? '')),
    ],
    { bom: true, delimiter: language === 'ru' ? ';' : ',', record_delimiter: 'windows' },
  );
}

function accountRows(
  account: StatementAccount,
  statement: Statement,
  look: StatementLook,
): readonly Row[] {
  const { language } = look;
  const standing = (name: 'opening' | 'closing'): Row => ({
    currency: account.currency.code,
    what: WORDS[name][language],
    balance: number(account[name].balancePoints, account, look),
    debt: number(account[name].debtPoints, account, look),
    reserved: number(account[name].heldPoints, account, look),
  });
  return [
    standing('opening'),
    ...account.movements.map((movement) => movementRow(movement, { account, statement, look })),
    standing('closing'),
  ];
}

type Of = {
  readonly account: StatementAccount;
  readonly statement: Statement;
  readonly look: StatementLook;
};

function movementRow(movement: StatementMovement, { account, statement, look }: Of): Row {
  const { language, titles } = look;
  const moment = (text: string) => momentText(instant(Date.parse(text)), statement.zone, language);
  const { partnerCode } = movement;
  return {
    currency: account.currency.code,
    number: String(movement.seq),
    posted: moment(movement.postedAt),
    occurred: moment(movement.occurredAt),
    what: movementWords(movement)[language],
    points: number(movement.amountPoints, account, look),
    reserved: number(movement.heldPoints, account, look),
    balance: number(movement.balancePoints, account, look),
    debt: number(movement.debtPoints, account, look),
    partner: safe(wordsOr(titles?.partner(partnerCode), partnerCode, language)),
    promotions: safe(
      movement.promotionCodes
        .map((code) => wordsOr(titles?.promotion(code), code, language))
        .join(', '),
    ),
    receipt: movement.receiptId ?? '',
    counterpart: movement.counterpartId ?? '',
    reason: safe(memoText(movement, statement, language)),
    operation: movement.operationId,
  };
}

function number(points: number, { currency }: StatementAccount, { language }: StatementLook) {
  return pointsText(points, currency.divisibility, language === 'ru' ? ',' : '.');
}

/** Text that a spreadsheet would take for a formula is made text by an apostrophe. */
function safe(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
