import { type Static, Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { codeShape } from './shapes.ts';

const word = <const Word extends string>(value: Word) => Type.Literal(value);

/** What a limit counts. */
export const LimitUnitShape = Type.Union([
  word('times'),
  word('kopecks'),
  word('points'),
  word('milli'),
  word('units'),
  word('sets'),
  word('skus'),
  word('coupons'),
]);

export const SubjectShape = Type.Union(
  [
    word('receipt'),
    word('line'),
    word('member'),
    word('household'),
    word('card'),
    word('device'),
    word('cashier'),
    word('store'),
    word('partner'),
    word('promotion'),
    word('campaign'),
    word('programme'),
    word('funder'),
  ],
  { description: 'Whose use is counted' },
);

const span = { minimum: 1, maximum: 5_256_000 };

/** The stretch of time in which uses add up; calendar periods are those of the store's zone. */
export const PeriodShape = Type.Union([
  word('receipt'),
  word('hour'),
  word('day'),
  word('week'),
  word('month'),
  word('year'),
  word('offer'),
  Type.Object({ lastMinutes: Type.Integer(span) }, { additionalProperties: false }),
  Type.Object({ lastDays: Type.Integer(span) }, { additionalProperties: false }),
]);

/** A bound on what a promotion gives. */
export const LimitShape = Type.Object(
  {
    code: codeShape('Code of the limit, once per promotion'),
    unit: LimitUnitShape,
    subject: SubjectShape,
    period: PeriodShape,
    max: Type.Integer({ minimum: 0, maximum: AMOUNT_MAX, description: 'In the unit' }),
    reaction: Type.Optional(
      Type.Union([
        Type.Literal('stop', { description: 'All or nothing' }),
        Type.Literal('cap', { description: 'Cut to what is left' }),
        Type.Literal('alarm', { description: 'Give all, say so' }),
      ]),
    ),
    key: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9][a-z0-9._/-]{0,128}$',
        description: 'Promotions that name one key share the limit',
      }),
    ),
    lowWater: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: AMOUNT_MAX,
        description: 'Say so when so little is left',
      }),
    ),
  },
  { additionalProperties: false },
);

export type Limit = Static<typeof LimitShape>;
export type LimitUnit = Limit['unit'];
export type Period = Static<typeof PeriodShape>;
