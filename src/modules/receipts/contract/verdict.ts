import { type Static, Type } from 'typebox';
import { KopecksShape, PointsShape, TextShape } from '#shared/schema.ts';
import { DistanceUnitShape } from './parts.ts';

const word = <const Word extends string>(value: Word, description: string) =>
  Type.Literal(value, { description });

/** What became of a promotion. */
const VerdictWordShape = Type.Union(
  [
    word('applied', 'It gave something; with a reason: less than it could'),
    word('wrong-place', 'Not in this store, on this till or in this channel'),
    word('wrong-time', 'Not on this day or at this hour of the store'),
    word('wrong-audience', 'Not for this buyer'),
    word('no-goods', 'None of its goods are on the receipt'),
    word('missed', 'A condition is not met'),
    word('blocked', 'Another promotion has switched it off'),
    word('requires', 'It only comes after another promotion, which did not apply'),
    word('limited', 'Nothing is left of one of its limits'),
    word('no-effect', 'It came to nothing'),
    word('outbid', 'Another promotion of its group won'),
    word('capped', 'What it gave was cut to nothing'),
  ],
  { description: 'What became of it' },
);

const DistanceShape = Type.Object({
  unit: DistanceUnitShape,
  value: Type.Integer({ description: 'How much is missing, in unit' }),
});

export const VerdictShape = Type.Object({
  promotionCode: Type.String(),
  title: TextShape,
  verdict: VerdictWordShape,
  discountKopecks: KopecksShape({ description: 'Discount given' }),
  points: PointsShape({ description: 'Points given, all currencies' }),
  reason: Type.Union([
    Type.Null(),
    Type.Object({
      code: Type.String(),
      text: TextShape,
      distance: Type.Union([Type.Null(), DistanceShape]),
    }),
  ]),
  by: Type.Union([Type.String(), Type.Null()], {
    description: 'Code of the promotion that stood in its way, or that it waits for',
  }),
});

export type Verdict = Static<typeof VerdictShape>;
