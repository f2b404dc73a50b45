import { type Lot, spendablePoints } from '#modules/ledger/core/index.ts';
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
import { type Decision, evaluate, type MemberFacts } from '#modules/promotions/core/index.ts';
import type { RuleSets } from '#modules/promotions/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { RandomBytes } from '#platform/random.ts';
import type { Secrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, type MemberId, uuidv7 } from '#shared/ids.ts';
import { formatInstant, type Instant, type LocalDate } from '#shared/time.ts';
import { CALCULATION_TTL_MS, calculationDigest } from './calculation.ts';
import { checkedBasket } from './checked-basket.ts';
import type { Balance, CalculateAnswer, CalculateRequest } from './contract.ts';
import { factsOf } from './core/facts.ts';
import { slip } from './core/slip.ts';
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
  const buyer = isAnonymous ? NOBODY : await readBuyer(deps, owner, now);
  if (isAnonymous && (request.spendPoints ?? 0) > 0)
    throw refuse('redemption-needs-member', { path: '/spendPoints' });
  const receiptId = uuidv7(now, deps.random(10), bucketOf(owner));
  const facts = factsOf({
    receiptId,
    occurredAt,
    store: terminal.store,
    lines,
    request,
    member: buyer.member,
    currency: deps.currency,
    rateOf: deps.rateOf,
    availablePoints: buyer.availablePoints,
  });
  const decision = evaluate(deps.ruleSets.current(), facts, { explain: request.explain === true });
  const of = { receiptId, owner, terminalId: terminal.id, occurredAt, request };
  const answer: CalculateAnswer = {
    ...slip(decision, {
      receiptId,
      owner,
      member: buyer.member,
      balances: buyer.balances,
      hasTrace: request.explain === true,
    }),
    redeemablePointsMax: decision.redeemablePointsMax,
    digest: calculationDigest(deps.secrets, of, decision),
    calculatedAt: formatInstant(now),
    expiresAt: formatInstant((now + CALCULATION_TTL_MS) as Instant),
  };
  deps.remember(versionOf(call, answer, { now, occurredAt, decision }));
  return answer;
}

type ReadBuyer = {
  readonly member: MemberFacts | null;
  readonly availablePoints: number;
  readonly balances: readonly Balance[];
};

const NOBODY: ReadBuyer = { member: null, availablePoints: 0, balances: [] };

async function readBuyer(deps: CalculateDeps, owner: MemberId, now: Instant): Promise<ReadBuyer> {
  const [members, accounts, lots, buyers] = await deps.db.pipeline([
    memberFacts([bucketOf(owner)], [owner]),
    readAccounts(owner),
    readLots([bucketOf(owner)], [owner]),
    readBuyers([bucketOf(owner)], [owner]),
  ] as const);
  const row = present(members[0], `member ${owner}`);
  const owned: Lot[] = lots.map(lotFromRow);
  const all = accounts.map(accountFromRow);
  const paying = all.find((account) => account.currencyCode === deps.currency.code);
  return {
    member: {
      tierCode: row.tier_code,
      tags: row.tags,
      birthDate: row.birth_date as LocalDate | null,
      registeredOn: row.registered_on as LocalDate,
      purchasesBefore: buyers[0]?.purchases ?? 0,
    },
    availablePoints:
      paying === undefined ? 0 : Math.max(0, spendablePoints(owned, paying, now) - paying.debt),
    balances: all.map((account) => ({
      currencyCode: account.currencyCode,
      spendablePoints: spendablePoints(owned, account, now),
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
  const { trace: _, digest: __, ...kept } = answer;
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
