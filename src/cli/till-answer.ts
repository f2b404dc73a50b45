import { Check } from 'typebox/value';
import {
  type CalculateAnswer,
  CalculateAnswerShape,
  type ConfirmAnswer,
  ConfirmAnswerShape,
} from '#modules/receipts/contract.ts';
import { ErrorShape } from '#shared/schema.ts';
import { formatRoubles } from './till-line.ts';
import type { TillAnswer } from './till-post.ts';

/** The lines that show a server's answer to a receipt; an answer of unknown shape is shown as it is. */
export function showAnswer(answer: TillAnswer): readonly string[] {
  const body = parsed(answer.text);
  if (Check(ErrorShape, body)) {
    const { code, path, text, remedy } = body.error;
    return [
      `${answer.status} ${code}${path === null ? '' : ` at ${path}`}`,
      ...[text.en, `→ ${remedy.en}`, text.ru, `→ ${remedy.ru}`].map((line) => `  ${line}`),
    ];
  }
  if (Check(ConfirmAnswerShape, body)) {
    const again = answer.isReplayed ? ' (sent before: the stored answer)' : '';
    return [`Receipt ${body.receiptNumber} is confirmed${again}.`, ...rowsOf(body)];
  }
  if (Check(CalculateAnswerShape, body)) {
    return [
      'Calculated; nothing has changed.',
      ...rowsOf(body),
      row('Points could pay', `${body.redeemablePointsMax} points at most`),
    ];
  }
  return [`${answer.status}`, answer.text];
}

function rowsOf(body: ConfirmAnswer | CalculateAnswer): readonly string[] {
  const rows = [
    row('Receipt id', body.receiptId),
    row('Goods', `${formatRoubles(body.grossKopecks)} RUB`),
    row('Discount', `${formatRoubles(body.discountKopecks)} RUB`),
    row('Paid by points', `${formatRoubles(body.redeemedKopecks)} RUB`),
    row('To pay', `${formatRoubles(body.payableKopecks)} RUB`),
  ];
  for (const one of body.accruals) {
    rows.push(row('Earned', `${one.points} ${one.currencyCode} by ${one.promotionCode}`));
  }
  for (const one of body.balances) {
    rows.push(row('Balance', `${one.spendablePoints} ${one.currencyCode} to spend`));
  }
  for (const { text } of body.messages) rows.push(row('Message', `${text.en} / ${text.ru}`));
  for (const one of body.trace ?? []) rows.push(row('Promotion', verdictOf(one)));
  return rows;
}

function verdictOf(one: NonNullable<ConfirmAnswer['trace']>[number]): string {
  const why = one.reason === null ? '' : `: ${one.reason.text.en}`;
  const rival = one.by === null ? '' : ` (${one.by})`;
  return `${one.promotionCode} ${one.verdict}${rival}${why}`;
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(16)} ${value}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
