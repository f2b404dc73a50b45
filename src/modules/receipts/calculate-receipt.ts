import { type Lot, recounted, spendable } from '#modules/ledger/core/index.ts';
import {
  accountFromRow,
  type Currencies,
  type Currency,
  lotFromRow,
  readAccounts,
  readLots,
} from '#modules/ledger/index.ts';
import { type MemberFinder, memberFacts } from '#modules/members/index.ts';
import type { OpenDirectory } from '#modules/partners/index.ts';
import {
  type Decision,
  evaluate,
  type Facts,
  type MemberFacts,
  PLAIN_MEMBER,
} from '#modules/promotions/core/index.ts';
import {
  type Asking,
  meterQuery,
  meterReader,
  openMeters,
  type RuleSets,
} from '#modules/promotions/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { RandomBytes } from '#platform/random.ts';
import type { Secrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, type MemberId, uuidv7 } from '#shared/ids.ts';
import { formatInstant, type Instant, type LocalDate } from '#shared/time.ts';
import { askingOf, groupsIn } from './asking.ts';
import { CALCULATION_TTL_MS, calculationDigest } from './calculation.ts';
import { checkedBasket } from './checked-basket.ts';
import type { Balance, CalculateAnswer, CalculateRequest } from './contract.ts';
import { balanceFacts } from './core/balance-facts.ts';
import { factsOf } from './core/facts.ts';
import { hintsOf } from './core/hints.ts';
import { redeemableMax } from './core/redeemed.ts';
import { slip } from './core/slip.ts';
import { traceOf } from './core/trace.ts';
import { refuse } from './refusals.ts';
import { readBuyers } from './sql/load-facts.ts';
import type { NewVersion } from './sql/record-version.ts';
import { ownerOf, realInstant, type TillCall } from './till-call.ts';

export type CalculateDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly secrets: Secrets;
  readonly members: MemberFinder;
  readonly directory: OpenDirectory;
  readonly ruleSets: RuleSets;
  readonly currency: Currency;
  readonly rateOf: Currencies['rateOf'];
  /** Takes the calculation for the receipt's history; nobody waits for it. */
  readonly remember: (version: NewVersion) => void;
};

/**
 * What a basket would cost and earn now: the same functions as the confirm, without locks and without
 * writing. Nothing changes; the answer's digest lets the confirm keep what was told.
 * @throws Refusal of the members module, occurred-at-invalid, line-number-repeated, receipt-too-large,
 *         redemption-needs-member
 */
export async function calculateReceipt(
  deps: CalculateDeps,
  call: TillCall<CalculateRequest>,
): Promise<CalculateAnswer> {
  const { request, terminal } = call;
  const occurredAt = realInstant(request.occurredAt);
  const lines = checkedBasket(request, deps.directory.current());
  const { owner, isAnonymous } = await ownerOf(deps.members, terminal, request.member);
  const now = deps.clock.now();
  const ruleSet = deps.ruleSets.current();
  const asking = askingOf({ ruleSet, terminal, occurredAt, isAnonymous, owner, request });
  const [buyer, counted] = await Promise.all([
    isAnonymous ? NOBODY : readBuyer(deps, owner, now),
    readCounted(deps, asking),
  ]);
  if (isAnonymous && (request.spendPoints ?? 0) > 0)
    throw refuse('redemption-needs-member', { path: '/spendPoints' });
  const receiptId = uuidv7(now, deps.random(10), bucketOf(owner));
  const facts = factsOf({
    receiptId,
    occurredAt,
    store: terminal.store,
    terminalCode: terminal.code,
    lines,
    counted,
    request,
    member: buyer.member,
    currency: deps.currency,
    rateOf: deps.rateOf,
    balances: buyer.facts,
  });
  const decision = evaluate(ruleSet, facts, { explain: request.explain === true });
  const of = { receiptId, owner, terminalId: terminal.id, occurredAt, request };
  const answer: CalculateAnswer = {
    ...slip(decision, {
      receiptId,
      ruleSet,
      facts,
      owner,
      member: buyer.member,
      balances: buyer.balances,
      trace: request.explain === true ? traceOf(ruleSet, facts, decision) : null,
    }),
    redeemablePointsMax: redeemableMax(decision),
    ...(request.hints === true ? { hints: hintsOf(ruleSet, facts) } : {}),
    digest: calculationDigest(deps.secrets, of, decision),
    calculatedAt: formatInstant(now),
    expiresAt: formatInstant((now + CALCULATION_TTL_MS) as Instant),
  };
  deps.remember(versionOf(call, answer, { now, occurredAt, decision }));
  return answer;
}

/** What promotions have counted, as committed: a calculation takes nothing and locks nothing. */
async function readCounted(deps: CalculateDeps, asking: Asking) {
  const query = meterQuery([asking]);
  const { statements, rowsOf } = meterReader(query, null);
  if (statements.length === 0) return {};
  const rows = rowsOf(await deps.db.pipeline(statements));
  return openMeters(query, rows, { groupCodesOf: groupsIn(deps) }).factsOf(asking);
}

type ReadBuyer = {
  readonly member: MemberFacts | null;
  /** Points as promotions see them, and as the till does. */
  readonly facts: Facts['balances'];
  readonly balances: readonly Balance[];
};

const NOBODY: ReadBuyer = { member: null, facts: {}, balances: [] };

async function readBuyer(deps: CalculateDeps, owner: MemberId, now: Instant): Promise<ReadBuyer> {
  const [members, accounts, lots, buyers] = await deps.db.pipeline([
    memberFacts([bucketOf(owner)], [owner]),
    readAccounts(owner),
    readLots([bucketOf(owner)], [owner]),
    readBuyers([bucketOf(owner)], [owner]),
  ] as const);
  const row = present(members[0], `member ${owner}`);
  const owned: Lot[] = lots.map(lotFromRow);
  const counted = accounts.map(accountFromRow).map((account) =>
    recounted(
      account,
      owned.filter((lot) => lot.currencyCode === account.currencyCode),
      now,
    ),
  );
  return {
    member: {
      ...PLAIN_MEMBER,
      tierCode: row.tier_code,
      tags: row.tags,
      birthDate: row.birth_date as LocalDate | null,
      registeredOn: row.registered_on as LocalDate,
      purchasesBefore: buyers[0]?.purchases ?? 0,
    },
    facts: balanceFacts(counted, owned, now),
    balances: counted.map((account) => ({
      currencyCode: account.currencyCode,
      spendablePoints: spendable(account),
      balancePoints: account.balance - account.debt,
      seq: account.seq,
    })),
  };
}

function versionOf(
  call: TillCall<CalculateRequest>,
  answer: CalculateAnswer,
  more: { readonly now: Instant; readonly occurredAt: Instant; readonly decision: Decision },
): NewVersion {
  const { trace: _, digest: __, hints: ___, ...kept } = answer;
  return {
    bucket: answer.bucket,
    receiptId: answer.receiptId,
    versionNo: 0,
    operationId: answer.receiptId,
    kind: 'calculation',
    terminalId: call.terminal.id,
    occurredAt: more.occurredAt,
    recordedAt: more.now,
    ruleSetVersion: more.decision.ruleSetVersion,
    requestHash: call.requestHash,
    request: JSON.stringify({ spendPoints: call.request.spendPoints ?? 0 }),
    answer: JSON.stringify(kept),
  };
}
