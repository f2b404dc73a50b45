import type { OpenDirectory } from '#modules/partners/index.ts';
import type { CompiledRuleSet } from '#modules/promotions/core/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Lanes } from '#platform/lanes.ts';
import { bucketOf, isBucket, uuidTime } from '#shared/ids.ts';
import type { WriterDeps } from './accept-receipt.ts';
import { type CalculateDeps, calculateReceipt } from './calculate-receipt.ts';
import { checkedBasket } from './checked-basket.ts';
import type { ConfirmItem } from './confirm-item.ts';
import { confirmReceipts } from './confirm-receipt.ts';
import type {
  CalculateAnswer,
  CalculateRequest,
  CancelRequest,
  ConfirmRequest,
  ReturnRequest,
} from './contract.ts';
import type { Answered } from './outcome.ts';
import { refuse } from './refusals.ts';
import type { ReversalItem } from './reversal-item.ts';
import { reverseReceipts } from './reverse-receipt.ts';
import { isTimely, ownerOf, type TillCall, timelyInstant } from './till-call.ts';

export type DeskDeps = CalculateDeps &
  WriterDeps & {
    readonly db: Database;
    readonly directory: OpenDirectory;
    readonly lanes: Lanes;
  };

/** Where tills are served: checks what needs no lock, then hands the item to its lane. */
export type ReceiptDesk = {
  calculate(call: TillCall<CalculateRequest>): Promise<CalculateAnswer>;
  confirm(call: TillCall<ConfirmRequest>): Promise<Answered>;
  /** A return of lines, or of everything that is left. */
  giveBack(call: TillCall<ReturnRequest>): Promise<Answered>;
  cancel(call: TillCall<CancelRequest>): Promise<Answered>;
};

export function openReceiptDesk(deps: DeskDeps): ReceiptDesk {
  // One function per kind of work, made once: a lane batches neighbours with the same function.
  const confirmWork = (
    session: Parameters<typeof confirmReceipts>[0],
    items: readonly ConfirmItem[],
  ) => confirmReceipts(session, deps, items);
  const reverseWork = (
    session: Parameters<typeof reverseReceipts>[0],
    items: readonly ReversalItem[],
  ) => reverseReceipts(session, deps, items);
  return {
    calculate: (call) => calculateReceipt(deps, call),
    async confirm(call) {
      const item = await confirmItem(deps, call);
      return deps.lanes.submit(confirmWork, bucketOf(item.owner), item);
    },
    async giveBack(call) {
      const item = await reversalItem(deps, call, { kind: 'return', lines: call.request.lines });
      return deps.lanes.submit(reverseWork, item.bucket, item);
    },
    async cancel(call) {
      const item = await reversalItem(deps, call, { kind: 'cancel', lines: null });
      return deps.lanes.submit(reverseWork, item.bucket, item);
    },
  };
}

async function confirmItem(deps: DeskDeps, call: TillCall<ConfirmRequest>): Promise<ConfirmItem> {
  const { request, terminal } = call;
  const occurredAt = timelyInstant(request.occurredAt, deps.clock.now());
  const lines = checkedBasket(request, deps.directory.current());
  const { owner, isAnonymous } = await ownerOf(deps.members, terminal, request.member);
  if (isAnonymous && (request.spendPoints ?? 0) > 0) {
    throw refuse('redemption-needs-member', { path: '/spendPoints' });
  }
  return {
    receiptId: call.opId,
    terminal,
    owner,
    isAnonymous,
    request,
    requestHash: call.requestHash,
    occurredAt,
    lines,
    ruleSet: await ruleSetOf(deps, request),
  };
}

async function ruleSetOf(deps: DeskDeps, request: ConfirmRequest): Promise<CompiledRuleSet> {
  const current = deps.ruleSets.current();
  const wanted = request.calculation?.ruleSetVersion;
  if (wanted === undefined || wanted === current.version) return current;
  const old = await deps.ruleSets.byVersion(wanted);
  if (old === undefined) throw refuse('unknown-rule-set', { path: '/calculation/ruleSetVersion' });
  return old;
}

async function reversalItem(
  deps: DeskDeps,
  call: TillCall<ReturnRequest | CancelRequest>,
  what: Pick<ReversalItem, 'kind' | 'lines'>,
): Promise<ReversalItem> {
  const { request, terminal } = call;
  const now = deps.clock.now();
  const occurredAt = timelyInstant(request.occurredAt, now);
  const { owner, isAnonymous } = await ownerOf(deps.members, terminal, request.member);
  const bucket = isAnonymous ? (request.bucket ?? bucketOf(owner)) : bucketOf(owner);
  if (!isBucket(bucket)) throw refuse('unknown-receipt', { path: '/bucket' });
  if (what.kind === 'cancel' && !isTimely(uuidTime(request.receiptId), now)) {
    throw refuse('unknown-receipt', { path: '/receiptId' });
  }
  const numbers = new Set(what.lines?.map((line) => line.lineNo));
  if (what.lines !== null && numbers.size !== what.lines.length) {
    throw refuse('line-number-repeated', { path: '/lines' });
  }
  // Without a card the bucket names the receipt, whoever's it is: the owner is known only if named.
  const isNamed = !isAnonymous || request.bucket === undefined;
  return {
    ...what,
    operationId: call.opId,
    terminal,
    receiptId: request.receiptId,
    bucket,
    owner: isNamed ? owner : null,
    isBuyerNamed: request.member !== undefined || request.bucket !== undefined,
    occurredAt,
    requestHash: call.requestHash,
    request: JSON.stringify(keptOf(request)),
  };
}

function keptOf(request: ReturnRequest | CancelRequest) {
  return 'lines' in request
    ? { returnNumber: request.returnNumber, lines: request.lines }
    : { reason: request.reason ?? null };
}
