import type { Kopecks } from '#shared/money.ts';
import type { Points } from '#shared/points.ts';
import type { Text } from '#shared/text.ts';
import type { Instant } from '#shared/time.ts';
import type { ByCode, Scalar } from './facts.ts';

/** What a distance is counted in; `times` is for plain numbers. */
export type DistanceUnit =
  | 'kopecks'
  | 'milli'
  | 'units'
  | 'points'
  | 'minutes'
  | 'days'
  | 'receipts'
  | 'times';

/** Where a message is shown. */
export type MessageChannel = 'slip' | 'cashier' | 'customer' | 'screen';

/** Points that one effect of one promotion gives; a debit has negative points and no lines. */
export type Accrual = {
  readonly promotionCode: string;
  readonly currencyCode: string;
  readonly points: Points;
  readonly activeFrom: Instant;
  /** null: never burns. */
  readonly expiresAt: Instant | null;
  /** Lines with points only; sums to `points` exactly. */
  readonly byLine: readonly { readonly lineNo: number; readonly points: Points }[];
};

/** One line after the decision: gross = discount + redeemed + payable. */
export type DecisionLine = {
  readonly lineNo: number;
  readonly grossKopecks: Kopecks;
  readonly discountKopecks: Kopecks;
  /** Paid by points. */
  readonly redeemedKopecks: Kopecks;
  /** Paid by money. */
  readonly payableKopecks: Kopecks;
  readonly discounts: readonly { readonly promotionCode: string; readonly kopecks: Kopecks }[];
  readonly accruals: readonly {
    readonly promotionCode: string;
    readonly currencyCode: string;
    readonly points: Points;
  }[];
  readonly redeemedPoints: readonly { readonly currencyCode: string; readonly points: Points }[];
};

/** What points of one currency pay. */
export type Redemption = {
  readonly currencyCode: string;
  readonly points: Points;
  readonly kopecks: Kopecks;
  /** The most that could have been spent on this receipt, asked for or not. */
  readonly redeemablePointsMax: Points;
};

/** Something for a later module to carry out: what, whose, and the effect's own fields, worked out. */
export type EffectRecord = {
  readonly effect: string;
  readonly promotionCode: string;
  readonly phase: number;
} & ByCode<unknown>;

export type Message = {
  readonly promotionCode: string;
  readonly phase: number;
  readonly channel: MessageChannel;
  readonly text: Text;
};

/** How much of a limit this decision uses. */
export type LimitUse = {
  readonly key: string;
  readonly promotionCode: string;
  readonly limitCode: string;
  readonly unit: string;
  readonly amount: number;
  readonly subject: string;
  readonly period: string | { readonly lastMinutes: number } | { readonly lastDays: number };
};

export type Choice = {
  readonly promotionCode: string;
  readonly group: string;
  readonly worthKopecks: number;
};

/** Who pays how much of what one promotion gave. */
export type Funding = {
  readonly promotionCode: string;
  readonly partyCode: string;
  readonly kopecks: Kopecks;
  readonly points: readonly { readonly currencyCode: string; readonly points: Points }[];
};

/** One search for the best deal: `value` is at most `gapKopecks` below the best there is. */
export type Search = {
  readonly promotionCodes: readonly string[];
  readonly value: number;
  readonly proved: boolean;
  readonly gapKopecks: number;
};

/** One bit per live promotion by number: bit i mod 32 of word ⌊i / 32⌋; words may be signed. */
export type PromotionBits = readonly number[];

/** Codes of verdicts in `list`. */
export const VERDICT = {
  missed: 4,
  blocked: 5,
  requires: 6,
  limited: 7,
  noEffect: 8,
  outbid: 9,
  capped: 10,
  applied: 11,
} as const;

/** Why a promotion has no effect. */
export const WHY_NOTHING = { noGoodsSelected: 0, nothingToGive: 1, nothingLeft: 2 } as const;

/** A verdict in its compact form; see docs/engine.md 12.2 for what follows the number and the code. */
export type VerdictEntry = readonly [
  promotion: number,
  code: number,
  ...detail: (number | string | null | readonly [currencyCode: string, points: number])[],
];

/** The verdicts on all live promotions of a trigger and a programme, numbered from 0 by code. */
export type Verdicts = {
  /** How many live promotions there are. */
  readonly count: number;
  /** Absent when nobody asked for an explanation. */
  readonly ruledOut?: {
    readonly place: PromotionBits;
    readonly time: PromotionBits;
    readonly audience: PromotionBits;
    readonly goods: PromotionBits;
  };
  /** By number; without an explanation only the applied ones. */
  readonly list: readonly VerdictEntry[];
};

/** What the promotions of one rule set say about one receipt. */
export type Decision = {
  readonly ruleSetVersion: number;
  readonly trigger: string;
  readonly lines: readonly DecisionLine[];
  readonly grossKopecks: Kopecks;
  readonly discountKopecks: Kopecks;
  readonly redeemedKopecks: Kopecks;
  readonly payableKopecks: Kopecks;
  readonly redemptions: readonly Redemption[];
  readonly accruals: readonly Accrual[];
  readonly effects: readonly EffectRecord[];
  readonly messages: readonly Message[];
  readonly limitUses: readonly LimitUse[];
  readonly choices: readonly Choice[];
  readonly funding: readonly Funding[];
  readonly searches: readonly Search[];
  readonly verdicts: Verdicts;
  /** Decisions of sub-events, in order of firing. */
  readonly children: readonly Decision[];
};

/** The data that an event carries. */
export type EventData = ByCode<Scalar>;
