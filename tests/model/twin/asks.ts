import type { Dates, Rule } from './dates.ts';

type DebtPolicy = 'refuse' | 'to-zero' | 'allow';

/** Terms of a currency (docs/ledger.md, section 6), defaults filled in. */
export type Terms = {
  readonly spendOrder: 'soonest-to-expire' | 'first-in' | 'own-partner-first';
  readonly lifetime: Rule;
  readonly debt: { readonly takeBack: DebtPolicy; readonly debit: DebtPolicy };
  readonly loanPointsMax: number;
  readonly holdMinutesMax: number;
  readonly transfer: {
    readonly pointsMin: number;
    readonly dailyPointsMax: number;
    readonly feeBasisPoints: number;
    readonly feePoints: number;
  } | null;
  readonly reactivation: {
    readonly withinDays: number;
    readonly feeBasisPoints: number;
    readonly lifetime: Rule;
  } | null;
};

export type ExchangePair = {
  readonly fromPoints: number;
  readonly toPoints: number;
  readonly feeBasisPoints: number;
};

/** The rules of one little programme. */
export type Rules = {
  readonly termsOf: (currencyCode: string) => Terms | undefined;
  readonly exchangeOf: (fromCode: string, toCode: string) => ExchangePair | undefined;
};

type Points = { readonly currencyCode: string; readonly points: number };
type Lifetime = { readonly lifetime?: Rule };

/** Parameters by kind of operation (docs/ledger.md, section 3). */
export type Params = {
  earn: Points & Lifetime & { readonly promotionCode: string; readonly funderCode?: string };
  spend: Points;
  hold: Points & { readonly minutes: number };
  capture: { readonly holdId: string; readonly points?: number };
  release: { readonly holdId: string };
  'take-back': Points & { readonly ofReceiptId?: string };
  'give-back': Points & { readonly ofOperationId: string };
  credit: Points & Lifetime & { readonly reasonCode: string };
  debit: Points & { readonly reasonCode: string };
  purchase: Points & Lifetime & { readonly kopecks: number };
  'transfer-out': Points & { readonly toMemberId: number; readonly as: 'transfer' | 'gift' };
  'transfer-in': { readonly transit: { readonly id: string } };
  'transfer-back': { readonly transitId: string };
  settle: { readonly transitId: string };
  reject: { readonly transitId: string; readonly code: string };
  exchange: { readonly fromCode: string; readonly toCode: string; readonly points: number };
  reactivate: { readonly currencyCode: string };
  extend: {
    readonly currencyCode: string;
    readonly lotIds: readonly string[];
    /** Epoch milliseconds here; the drivers write it as the product wants it. */
    readonly expiresAt: number;
  };
  activate: {
    readonly currencyCode: string;
    readonly confirmation: string;
    readonly receiptId?: string;
  };
  'suspend-expiry': { readonly currencyCode: string; readonly isSuspended: boolean };
  'merge-out': { readonly toMemberId: number };
  'merge-in': { readonly transit: { readonly id: string } };
  'unmerge-out': { readonly toMemberId: number; readonly ofOperationId: string };
  'unmerge-in': { readonly transit: { readonly id: string } };
  expire: Readonly<Record<string, never>>;
  lapse: { readonly holdIds: readonly string[] };
  repay: Readonly<Record<string, never>>;
};

export type Kind = keyof Params;

/** Who asks for what, when and where. */
export type Circumstances = {
  readonly operationId: string;
  readonly memberId: number;
  /** The moment of posting. */
  readonly now: number;
  readonly occurredAt: number;
  readonly receiptId: string | null;
  readonly partnerCode: string;
  readonly zone: string;
};

export type Ask = {
  [K in Kind]: Circumstances & { readonly kind: K; readonly params: Params[K] };
}[Kind];

export type Share = { readonly id: string; readonly amount: number };

/** A parcel of points. What remains is not kept: it is summed up from the entries. */
export type TwinLot = Dates & {
  readonly id: string;
  /** The place among the member's lots as they were opened; which is older is said by the ids. */
  readonly place: number;
  readonly currencyCode: string;
  readonly amount: number;
  readonly earnedAt: number;
  readonly receiptId: string | null;
  readonly promotionCode: string;
  readonly partnerCode: string;
  readonly funderCode: string;
};

export type TwinEntry = {
  readonly operationId: string;
  readonly postedAt: number;
  readonly kind: string;
  readonly currencyCode: string;
  /** Change of balance − debt. */
  readonly amount: number;
  readonly debtChange: number;
  readonly heldChange: number;
  /** Into (+) and out of (−) lots. */
  readonly shares: readonly Share[];
  /** What it refers to; null = nothing. */
  readonly of: string | null;
};

export type TwinHold = {
  readonly id: string;
  readonly memberId: number;
  readonly currencyCode: string;
  readonly amount: number;
  readonly state: 'open' | 'captured' | 'released' | 'lapsed';
  readonly lapsesAt: number;
  /** In the order in which they were reserved. */
  readonly shares: readonly Share[];
};

export type CargoLot = Omit<TwinLot, 'id' | 'place' | 'amount' | 'currencyCode'> & {
  readonly fromLotId: string;
  readonly points: number;
};

export type TwinTransit = {
  readonly id: string;
  readonly memberId: number;
  readonly toMemberId: number;
  readonly kind: 'transfer' | 'gift' | 'merge' | 'unmerge';
  readonly state: 'sent' | 'received' | 'returned';
  /** For an unmerge and a merge that it undoes: the merge-out. */
  readonly of: string | null;
  readonly cargo: readonly {
    readonly currencyCode: string;
    readonly debt: number;
    readonly lots: readonly CargoLot[];
  }[];
};

/** One line of an answer's `accounts`. */
export type TwinAccount = {
  readonly currencyCode: string;
  readonly seq: number;
  readonly balancePoints: number;
  readonly spendablePoints: number;
  readonly heldPoints: number;
  readonly debtPoints: number;
};

export type TwinAnswer =
  | {
      readonly isGood: true;
      readonly result: Readonly<Record<string, unknown>>;
      readonly accounts: readonly TwinAccount[];
    }
  | {
      readonly isGood: false;
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
    };
