import type { Directory, Store } from '#modules/partners/core/index.ts';
import {
  accrualsOf,
  type CompiledRuleSet,
  type Decision,
  evaluate,
  type Facts,
} from '#modules/promotions/core/index.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { present } from '#shared/assert.ts';
import type { Text } from '#shared/text.ts';
import type { ReceiptDetail, ReceiptParams, ReceiptRow, ReceiptVersion } from './admin-contract.ts';
import type { ConfirmAnswer } from './contract.ts';
import { pointsOf, redeemedPoints } from './core/redeemed.ts';
import { traceOf } from './core/trace.ts';
import { type RowDeps, toReceiptRows } from './read-receipt-row.ts';
import { returnedByLine, saleSums, toVersion } from './read-receipt-versions.ts';
import { refuse } from './refusals.ts';
import { readStoredDetail, readVersions, type StoredDetail } from './sql/read-receipt.ts';
import { type ListedReceipt, readReceiptsByKey } from './sql/read-receipts.ts';
import { storedAnswer, storedFacts } from './stored-receipt.ts';

export type ReadReceiptDeps = RowDeps & {
  readonly ruleSets: {
    readonly byVersion: (version: number) => Promise<CompiledRuleSet | undefined>;
  };
};

/** What is kept of the request beside the facts; a void has none of it. */
type StoredRequest = { readonly names?: readonly (readonly [number, string])[] };

/**
 * A receipt with all its versions, and why each promotion did or did not fire: the decision is taken
 * again over the stored facts, with the rule set of that moment.
 * @throws Refusal unknown-receipt, also for a receipt that the asker may not see
 */
export async function readReceipt(
  deps: ReadReceiptDeps,
  { bucket, receiptId }: ReceiptParams,
  principal: Principal,
): Promise<ReceiptDetail> {
  const [listed] = await readReceiptsByKey(deps.db, [{ bucket, id: receiptId }]);
  const isSeen = principal.partnerCode === null || principal.partnerCode === listed?.partner_code;
  if (listed === undefined || !isSeen) throw refuse('unknown-receipt', { path: '/receiptId' });
  const [[stored], versionRows] = await deps.db.pipeline([
    readStoredDetail(bucket, receiptId),
    readVersions(bucket, receiptId),
  ]);
  const [row] = await toReceiptRows(deps, [listed], principal);
  const directory = deps.directory.current();
  const store = present(directory.storeById.get(listed.store_id), `store of ${receiptId}`);
  return detailOf(
    { row: present(row, 'row of a listed receipt'), listed, directory, store },
    present(stored, `body of receipt ${receiptId}`),
    {
      versions: versionRows.map((version) => toVersion(directory, version, store)),
      ruleSet: await ruleSetOf(deps, stored),
    },
  );
}

/** A receipt that was never confirmed was decided by no rule set. */
function ruleSetOf(deps: ReadReceiptDeps, stored: StoredDetail | undefined) {
  const version = stored?.rule_set_version ?? 0;
  return version === 0 ? undefined : deps.ruleSets.byVersion(version);
}

type Known = {
  readonly row: ReceiptRow;
  readonly listed: ListedReceipt;
  readonly directory: Directory;
  readonly store: Store;
};
type Later = {
  readonly versions: readonly ReceiptVersion[];
  readonly ruleSet: CompiledRuleSet | undefined;
};

function detailOf(known: Known, stored: StoredDetail, later: Later): ReceiptDetail {
  const { row, listed, directory } = known;
  const header = {
    ...row,
    receiptNumber: stored.receipt_number,
    terminalCode: directory.terminalById.get(listed.terminal_id)?.code ?? listed.terminal_id,
    partnerTitle: partnerTitle(directory, row.partnerCode),
    ruleSetVersion: stored.rule_set_version,
  };
  if (listed.kind === 'void') return { ...header, ...nothingSold(later.versions) };
  const facts = storedFacts(stored.facts);
  const answer = storedAnswer(stored.answer);
  const request: StoredRequest = JSON.parse(stored.request);
  const replayed = replayOf(later.ruleSet, facts);
  const titles = new Map(later.ruleSet?.promotions.map((one) => [one.code, one.title]));
  const titleOf = (code: string): Text => titles.get(code) ?? { ru: code, en: code };
  const quantities = new Map(facts.lines.map((line) => [line.lineNo, line.quantityMilli]));
  return {
    ...header,
    channel: facts.place?.channel ?? 'store',
    lines: linesOf(facts, answer, { directory, names: new Map(request.names ?? []), later }),
    discounts: discountsOf(answer).map((one) => ({ ...one, title: titleOf(one.promotionCode) })),
    accruals: answer.accruals.map((one) => ({ ...one, title: titleOf(one.promotionCode) })),
    payments: facts.payments.map((payment) => ({ ...payment })),
    coupons: facts.coupons.map((coupon) => (typeof coupon === 'string' ? coupon : coupon.code)),
    messages: answer.messages,
    versions: inOrder([
      ...later.versions,
      { ...confirmVersion(header, listed), ...saleSums(answer, quantities) },
    ]),
    verdicts:
      replayed === undefined ? [] : [...traceOf(replayed.ruleSet, facts, replayed.decision)],
    replay:
      replayed === undefined
        ? 'unavailable'
        : isSame(replayed.decision, answer)
          ? 'same'
          : 'different',
  };
}

type Replay = { readonly ruleSet: CompiledRuleSet; readonly decision: Decision };

/** The decision taken again; undefined where the rule set is not known. */
function replayOf(ruleSet: CompiledRuleSet | undefined, facts: Facts): Replay | undefined {
  if (ruleSet === undefined) return undefined;
  return { ruleSet, decision: evaluate(ruleSet, facts, { explain: true }) };
}

function nothingSold(versions: readonly ReceiptVersion[]) {
  return {
    channel: 'store',
    lines: [],
    discounts: [],
    accruals: [],
    payments: [],
    coupons: [],
    messages: [],
    versions: [...versions],
    verdicts: [],
    replay: 'unavailable' as const,
  };
}

type Titles = {
  readonly directory: Directory;
  readonly names: ReadonlyMap<number, string>;
  readonly later: Later;
};

function linesOf(facts: Facts, answer: ConfirmAnswer, titles: Titles): ReceiptDetail['lines'] {
  const returned = returnedByLine(titles.later.versions);
  const answered = new Map(answer.lines.map((line) => [line.lineNo, line]));
  return facts.lines.map((line) => {
    const goods = titles.directory.goodsBySku.get(line.sku);
    const name = titles.names.get(line.lineNo) ?? line.sku;
    return {
      ...present(answered.get(line.lineNo), `answer for line ${line.lineNo}`),
      sku: line.sku,
      title: goods?.title ?? { ru: name, en: name },
      groupCode: goods?.groupCode ?? null,
      quantityMilli: line.quantityMilli,
      returnedMilli: returned.get(line.lineNo) ?? 0,
      priceKopecks: line.priceKopecks,
    };
  });
}

function discountsOf(answer: ConfirmAnswer): { promotionCode: string; kopecks: number }[] {
  const sums = new Map<string, number>();
  for (const { promotionCode, kopecks } of answer.lines.flatMap((line) => line.discounts)) {
    sums.set(promotionCode, (sums.get(promotionCode) ?? 0) + kopecks);
  }
  return [...sums].map(([promotionCode, kopecks]) => ({ promotionCode, kopecks }));
}

function confirmVersion(
  header: Pick<ReceiptDetail, 'recordedAt' | 'occurredAt' | 'localTime' | 'terminalCode'> & {
    readonly ruleSetVersion: number;
  },
  listed: ListedReceipt,
) {
  const { recordedAt, occurredAt, localTime, terminalCode, ruleSetVersion } = header;
  const when = { recordedAt, occurredAt, localTime, terminalCode, ruleSetVersion };
  return { ...when, versionNo: 1, kind: 'confirm' as const, operationId: listed.id, reason: null };
}

function inOrder(versions: readonly ReceiptVersion[]): ReceiptVersion[] {
  return [...versions].sort((a, b) => {
    if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
    return a.versionNo - b.versionNo;
  });
}

function partnerTitle(directory: Directory, code: string): Text {
  const partner = directory.partners.find((one) => one.code === code);
  return partner?.title ?? { ru: code, en: code };
}

/** Whether the replay came to the totals that the till was answered. */
function isSame(replayed: Decision, answer: ConfirmAnswer): boolean {
  return (
    replayed.discountKopecks === answer.discountKopecks &&
    replayed.payableKopecks === answer.payableKopecks &&
    redeemedPoints(replayed) === answer.redeemedPoints &&
    pointsOf(accrualsOf(replayed)) === pointsOf(answer.accruals)
  );
}
