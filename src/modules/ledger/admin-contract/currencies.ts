import { type Static, Type } from 'typebox';
import { LifetimeShape } from '#shared/lifetime.ts';
import { InstantShape, KopecksShape, PointsShape } from '#shared/schema.ts';
import {
  CLOSED,
  CurrencyCodeShape,
  CurrencyShape,
  nullableInstant,
  nullableString,
} from './parts.ts';

const basisPoints = (description: string) =>
  Type.Integer({ description, 'x-unit': 'basis points' });
const DebtPolicyShape = Type.Enum(['refuse', 'to-zero', 'allow']);

/** What a currency promises, nothing left out. */
export const TermsShape = Type.Object({
  spendOrder: Type.Enum(['soonest-to-expire', 'first-in', 'own-partner-first']),
  lifetime: LifetimeShape,
  debt: Type.Object(
    { takeBack: DebtPolicyShape, debit: DebtPolicyShape },
    { description: 'What happens when more is to be taken than is there' },
  ),
  loanPointsMax: PointsShape({ description: 'Debt up to which a purchase may go' }),
  holdMinutesMax: Type.Integer({ description: 'Longest hold', 'x-unit': 'minutes' }),
  transfer: Type.Union([
    Type.Null(),
    Type.Object({
      pointsMin: PointsShape({ description: 'At least so many at once' }),
      dailyPointsMax: PointsShape({ description: 'At most so many a day' }),
      feeBasisPoints: basisPoints('Fee in hundredths of a percent'),
      feePoints: PointsShape({ description: 'Fee besides' }),
    }),
  ]),
  reactivation: Type.Union([
    Type.Null(),
    Type.Object({
      withinDays: Type.Integer({ description: 'After burning', 'x-unit': 'days' }),
      feeBasisPoints: basisPoints('Fee in hundredths of a percent'),
      lifetime: LifetimeShape,
    }),
  ]),
  suspendingTiers: Type.Array(Type.String(), { description: 'Tiers in which nothing burns' }),
});

export const CurrencyDetailShape = Type.Object({
  ...CurrencyShape.properties,
  isMain: Type.Boolean({ description: 'The one that pays at the till' }),
  isVisible: Type.Boolean({ description: 'Members see it' }),
  isArchived: Type.Boolean(),
  worth: Type.Object(
    {
      points: PointsShape({ description: 'So many smallest units' }),
      kopecks: KopecksShape({ description: 'pay for so much' }),
    },
    { description: 'Where no rate says otherwise' },
  ),
  terms: TermsShape,
  exchanges: Type.Array(
    Type.Object({
      toCode: Type.String(),
      fromPoints: PointsShape({ description: 'So many of this currency' }),
      toPoints: PointsShape({ description: 'give so many of the other' }),
      feeBasisPoints: basisPoints('Fee in hundredths of a percent'),
    }),
  ),
});

export const CurrencyListShape = Type.Object({ currencies: Type.Array(CurrencyDetailShape) });

export const CurrencyParamsShape = Type.Object({ code: CurrencyCodeShape }, CLOSED);

export const RateShape = Type.Object({
  rateId: Type.String(),
  direction: Type.Enum(['sell', 'buy'], {
    description: 'sell: points pay for goods; buy: money buys points',
  }),
  partnerCode: nullableString,
  storeCode: nullableString,
  promotionCode: nullableString,
  segmentCode: nullableString,
  validFrom: InstantShape({ description: 'In force from' }),
  validTo: nullableInstant('In force until; null: until further notice'),
  points: PointsShape({ description: 'So many smallest units' }),
  kopecks: KopecksShape({ description: 'for so much' }),
  rounding: Type.String(),
  state: Type.Enum(['in-force', 'ahead', 'over']),
});

export const RateListShape = Type.Object({
  rates: Type.Array(RateShape, { description: 'In force first, then ahead, then over' }),
});

export type Terms = Static<typeof TermsShape>;
export type CurrencyDetail = Static<typeof CurrencyDetailShape>;
export type CurrencyList = Static<typeof CurrencyListShape>;
export type CurrencyRate = Static<typeof RateShape>;
export type RateList = Static<typeof RateListShape>;
