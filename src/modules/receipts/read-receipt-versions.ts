import type { Directory, Store } from '#modules/partners/core/index.ts';
import { formatInstant } from '#shared/time.ts';
import type { ReceiptVersion } from './admin-contract.ts';
import type { CalculateAnswer } from './contract.ts';
import { wallClock } from './read-receipt-row.ts';
import type { VersionRow } from './sql/read-receipt.ts';
import { storedReversal } from './stored-receipt.ts';

type Sums = Pick<
  ReceiptVersion,
  'moneyKopecks' | 'redeemedPoints' | 'accruedPoints' | 'lines' | 'reason'
>;

/** A stored version for screens; sums are signed from the buyer's purchase: positive as it was sold. */
export function toVersion(directory: Directory, row: VersionRow, store: Store): ReceiptVersion {
  const terminal = directory.terminalById.get(row.terminal_id);
  return {
    versionNo: row.version_no,
    kind: row.kind,
    operationId: row.operation_id,
    recordedAt: formatInstant(row.recorded_at),
    occurredAt: formatInstant(row.occurred_at),
    localTime: wallClock(row.occurred_at, terminal?.store ?? store),
    terminalCode: terminal?.code ?? row.terminal_id,
    ruleSetVersion: row.rule_set_version,
    ...sumsOf(row),
  };
}

function sumsOf(row: VersionRow): Sums {
  if (row.kind === 'calculation') {
    const answer: CalculateAnswer = JSON.parse(row.answer);
    return { ...saleSums(answer, new Map()), reason: null };
  }
  const answer = storedReversal(row.answer);
  const request: { readonly reason?: unknown } = JSON.parse(row.request);
  return {
    moneyKopecks: -answer.refundKopecks,
    redeemedPoints: -answer.returnedPoints,
    accruedPoints: -answer.takenBack.reduce((sum, one) => sum + one.points, 0),
    reason: typeof request.reason === 'string' ? request.reason : null,
    lines: answer.lines.map((line) => ({
      lineNo: line.lineNo,
      quantityMilli: line.quantityMilli,
      moneyKopecks: -line.refundKopecks,
    })),
  };
}

/** What calculate and confirm answer alike. */
type Sale = Pick<CalculateAnswer, 'payableKopecks' | 'redeemedPoints' | 'accruals' | 'lines'>;

/** Sums of a purchase; quantities come from the facts, since the answer does not repeat them. */
export function saleSums(
  sale: Sale,
  quantityByLine: ReadonlyMap<number, number>,
): Omit<Sums, 'reason'> {
  return {
    moneyKopecks: sale.payableKopecks,
    redeemedPoints: sale.redeemedPoints,
    accruedPoints: sale.accruals.reduce((sum, accrual) => sum + accrual.points, 0),
    lines: sale.lines.map((line) => ({
      lineNo: line.lineNo,
      quantityMilli: quantityByLine.get(line.lineNo) ?? 0,
      moneyKopecks: line.payableKopecks,
    })),
  };
}

/** How much of each line has come back so far, thousandths. */
export function returnedByLine(versions: readonly ReceiptVersion[]): ReadonlyMap<number, number> {
  const returned = new Map<number, number>();
  for (const version of versions) {
    if (version.kind !== 'return' && version.kind !== 'cancel') continue;
    for (const { lineNo, quantityMilli } of version.lines) {
      returned.set(lineNo, (returned.get(lineNo) ?? 0) + quantityMilli);
    }
  }
  return returned;
}
