import type { Rounding } from '#shared/ratio.ts';
import type { Instant } from '#shared/time.ts';

/** What points cost: `kopecks` for `points`, for everything that the named columns match. */
export type Rate = {
  readonly id: string;
  readonly currencyCode: string;
  /** `sell`: points pay for goods; `buy`: money buys points. */
  readonly direction: 'sell' | 'buy';
  /** null in any of the four: every one of them. */
  readonly partnerCode: string | null;
  readonly storeCode: string | null;
  readonly promotionCode: string | null;
  readonly segmentCode: string | null;
  readonly validFrom: Instant;
  /** Exclusive; null = until further notice. */
  readonly validTo: Instant | null;
  /** > 0. */
  readonly points: number;
  /** ≥ 0. */
  readonly kopecks: number;
  readonly rounding: Rounding;
};

/** What a rate is looked up for. */
export type RateQuery = {
  readonly currencyCode: string;
  readonly direction: Rate['direction'];
  readonly partnerCode: string;
  readonly storeCode: string;
  readonly promotionCode: string | null;
  /** Segments and tags of the member; empty for nobody. */
  readonly segmentCodes: readonly string[];
  readonly at: Instant;
};

/**
 * The rate in force: of those that match, the one that says most. A promotion outweighs a segment, a segment
 * a store, a store a partner; equals go to the one that came into force later, then to the greater id.
 */
export function pickRate(rates: readonly Rate[], query: RateQuery): Rate | undefined {
  let best: Rate | undefined;
  for (const rate of rates) {
    if (matches(rate, query) && (best === undefined || saysMore(rate, best))) best = rate;
  }
  return best;
}

function matches(rate: Rate, query: RateQuery): boolean {
  return (
    rate.currencyCode === query.currencyCode &&
    rate.direction === query.direction &&
    rate.validFrom <= query.at &&
    (rate.validTo === null || query.at < rate.validTo) &&
    (rate.partnerCode === null || rate.partnerCode === query.partnerCode) &&
    (rate.storeCode === null || rate.storeCode === query.storeCode) &&
    (rate.promotionCode === null || rate.promotionCode === query.promotionCode) &&
    (rate.segmentCode === null || query.segmentCodes.includes(rate.segmentCode))
  );
}

function saysMore(a: Rate, b: Rate): boolean {
  if (weight(a) !== weight(b)) return weight(a) > weight(b);
  if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom;
  return a.id > b.id;
}

function weight(rate: Rate): number {
  const { promotionCode, segmentCode, storeCode, partnerCode } = rate;
  const said = [promotionCode, segmentCode, storeCode, partnerCode].map((code) => code !== null);
  return said.reduce((sum, isSaid) => sum * 2 + Number(isSaid), 0);
}
