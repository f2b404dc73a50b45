import type { Place } from './scenario-error.ts';

/** One thing on the counter: `cheese 2×199.90`. */
export type Item = {
  readonly name: string;
  readonly quantityMilli: number;
  readonly priceKopecks: number;
};

/** A wall-clock moment in a shop's zone. */
export type WallTime = { readonly date: string; readonly minuteOfDay: number };

/** Who shows up at the till. */
export type Who =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'card' | 'phone'; readonly number: string };

export type ShopStep = {
  readonly kind: 'shop';
  readonly name: string;
  readonly zone: string;
  readonly partner: string;
  readonly region: string;
  readonly format: string;
};

export type GoodsStep = { readonly kind: 'goods'; readonly name: string; readonly group: string };

export type MemberStep = {
  readonly kind: 'member';
  readonly name: string;
  readonly tier: string;
  readonly tags: readonly string[];
  readonly born: string | null;
  readonly registered: string | null;
  readonly balance: number;
};

/** A rule in the codes of the engine's registries, save for the names of shops and of other rules. */
export type RuleStep = {
  readonly kind: 'rule';
  readonly title: string;
  /** 1 … 9, the number of the engine's phase. */
  readonly phase: number;
  readonly group: string | null;
  readonly policy: Policy;
  readonly priority: number;
  readonly isExclusive: boolean;
  readonly limits: { readonly receiptKopecksMax?: number; readonly receiptPointsMax?: number };
  readonly conditions: readonly ConditionPart[];
  readonly selector: Part | null;
  readonly effects: readonly Part[];
};

/** How the rules of one group get on with each other. */
export type Policy = 'sum' | 'chain' | 'best-for-buyer' | 'first-by-priority' | 'choice';

/** A condition, or its opposite. */
export type ConditionPart = Part & { readonly isNot: boolean };

/** A condition, a selector or an effect by the code of its registry. */
export type Part = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

export type PurchaseStep = {
  readonly kind: 'receipt' | 'calculate';
  readonly who: Who;
  readonly shop: string;
  readonly at: WallTime | null;
  readonly items: readonly Item[];
  readonly spend: number | null;
  readonly coupons: readonly string[];
  readonly payments: readonly { readonly method: string; readonly kopecks: number }[];
  readonly channel: string | null;
  /** Titles of the rules that the buyer chose. */
  readonly chosen: readonly string[];
  readonly label: string | null;
};

export type ReturnStep = {
  readonly kind: 'return';
  /** Empty: everything that is still with the buyer. */
  readonly items: readonly { readonly name: string; readonly quantityMilli: number }[];
  readonly of: string | null;
  /** Another shop than the one that sold the goods. */
  readonly shop: string | null;
};

export type CancelStep = {
  readonly kind: 'cancel';
  readonly of: string | null;
  readonly shop: string | null;
};

/** A number that the last answer must show, in kopecks, points or thousandths as its name says. */
export type Measure =
  | 'earned'
  | 'discount'
  | 'payable'
  | 'gross'
  | 'redeemed'
  | 'redeemable'
  | 'refund'
  | 'taken-back'
  | 'given-back';

/** What became of a rule, in the words of scenarios. */
export type VerdictWord =
  | 'applied'
  | 'limited'
  | 'skipped'
  | 'outbid'
  | 'blocked'
  | 'waiting'
  | 'used-up'
  | 'idle';

export type Expectation =
  | {
      readonly kind: 'measure';
      readonly measure: Measure;
      readonly value: number;
      readonly because: readonly { readonly title: string; readonly value: number }[];
    }
  | {
      readonly kind: 'balance';
      readonly field: 'balance' | 'spendable';
      readonly member: string | null;
      readonly points: number;
      readonly currency: string | null;
    }
  | {
      readonly kind: 'verdict';
      readonly verdict: VerdictWord;
      readonly title: string;
      readonly by: string | null;
      readonly reason: string | null;
      readonly distance: { readonly unit: string; readonly value: number } | null;
    }
  | { readonly kind: 'lots'; readonly member: string | null; readonly remaining: readonly number[] }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'replayed' }
  | { readonly kind: 'as-calculated' };

export type Step =
  | ShopStep
  | GoodsStep
  | MemberStep
  | RuleStep
  | PurchaseStep
  | ReturnStep
  | { readonly kind: 'confirm'; readonly items: readonly Item[] | null }
  | { readonly kind: 'again'; readonly items: readonly Item[] | null }
  | CancelStep
  | { readonly kind: 'switch'; readonly title: string; readonly isOn: boolean }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'block'; readonly shop: string }
  | { readonly kind: 'expect'; readonly expectation: Expectation };

/** One line of a scenario that does something. */
export type Statement = { readonly place: Place; readonly step: Step };

/** One story: a title and what happens in it, line by line. */
export type Scenario = {
  readonly title: string;
  readonly place: Place;
  readonly statements: readonly Statement[];
};
