import { type Account, type Book, spendable } from '#modules/ledger/core/index.ts';
import { memberWireId } from '#modules/members/core/index.ts';
import {
  accrualsOf,
  type CompiledRuleSet,
  type Decision,
  type Facts,
} from '#modules/promotions/core/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant } from '#shared/time.ts';
import type { Balance, CalculateAnswer, Verdict } from '../contract.ts';
import { choicesOf } from './choices.ts';
import { debitsWithin } from './debits.ts';
import { pointsOf, redeemedPoints } from './redeemed.ts';

/** What calculate and confirm say alike. */
export type Slip = Omit<
  CalculateAnswer,
  'redeemablePointsMax' | 'hints' | 'digest' | 'calculatedAt' | 'expiresAt'
>;

/** Whose purchase it is and what the answer shows of it. */
export type SlipOf = {
  readonly receiptId: string;
  /** The one that decided. */
  readonly ruleSet: CompiledRuleSet;
  readonly facts: Facts;
  readonly owner: MemberId;
  /** null: an anonymous purchase; the owner then is the terminal's pseudo-member. */
  readonly member: { readonly tierCode: string } | null;
  readonly balances: readonly Balance[];
  /** Verdicts on all live promotions; null = nobody asked. */
  readonly trace: readonly Verdict[] | null;
};

/** What the till prints: the decision, and the member's accounts after it. */
export function slip(decision: Decision, of: SlipOf): Slip {
  return {
    receiptId: of.receiptId,
    bucket: bucketOf(of.owner),
    ruleSetVersion: decision.ruleSetVersion,
    member:
      of.member === null
        ? null
        : { memberId: memberWireId(of.owner), tierCode: of.member.tierCode },
    grossKopecks: decision.grossKopecks,
    discountKopecks: decision.discountKopecks,
    redeemedPoints: redeemedPoints(decision),
    redeemedKopecks: decision.redeemedKopecks,
    payableKopecks: decision.payableKopecks,
    lines: decision.lines.map((line) => ({
      ...line,
      redeemedPoints: pointsOf(line.redeemedPoints),
      discounts: [...line.discounts],
      accruals: [...line.accruals],
    })),
    accruals: accrualsOf(decision).map((accrual) => ({
      promotionCode: accrual.promotionCode,
      currencyCode: accrual.currencyCode,
      points: accrual.points,
      activeFrom: formatInstant(accrual.activeFrom),
      expiresAt: accrual.expiresAt === null ? null : formatInstant(accrual.expiresAt),
    })),
    debits: debitsWithin(decision, of.facts.balances),
    balances: [...of.balances],
    messages: decision.messages.map(({ promotionCode, channel, text }) => ({
      promotionCode,
      channel,
      text,
    })),
    choices: choicesOf(of.ruleSet, decision),
    ...(of.trace === null ? {} : { trace: [...of.trace] }),
  };
}

/** The accounts of a book as a till sees them. */
export function balancesOf(book: Book): Balance[] {
  return [...book.accounts.values()].map(balanceOf);
}

function balanceOf(account: Account): Balance {
  return {
    currencyCode: account.currencyCode,
    spendablePoints: spendable(account),
    balancePoints: account.balance - account.debt,
    seq: account.seq,
  };
}
