import type { Text } from '#shared/text.ts';
import type { DistanceUnit } from '../decision.ts';
import type { Why } from '../language/condition.ts';

/** Who reads: the buyer in the app, the cashier, the slip, the marketer. */
export type Audience = 'member' | 'cashier' | 'slip' | 'marketer';

/** What became of a promotion; see docs/engine.md 12.2. */
export type VerdictWord =
  | 'wrong-place'
  | 'wrong-time'
  | 'wrong-audience'
  | 'no-goods'
  | 'missed'
  | 'blocked'
  | 'requires'
  | 'limited'
  | 'no-effect'
  | 'outbid'
  | 'capped'
  | 'applied';

/** A verdict for people. */
export type Explained = {
  readonly promotionCode: string;
  readonly title: Text;
  readonly verdict: VerdictWord;
  /** Why, when it did not apply, or gave less than it could. */
  readonly reason: Why | null;
  readonly distance: { readonly unit: DistanceUnit; readonly value: number } | null;
  /** The promotion that stood in its way, or that it waits for. */
  readonly by: string | null;
  readonly discountKopecks: number;
  readonly points: readonly (readonly [currencyCode: string, points: number])[];
  /** The sentence for the audience that was asked for. */
  readonly text: Text;
};

/** A verdict before it is told to somebody. */
export type Finding = Omit<Explained, 'promotionCode' | 'title' | 'text'>;

/** A finding of which only the word and the reason are known. */
export function findingOf(verdict: VerdictWord, reason: Why | null): Finding {
  return { verdict, reason, distance: null, by: null, discountKopecks: 0, points: [] };
}
