import { type Static, Type } from 'typebox';
import { TextShape } from '#shared/schema.ts';
import { DistanceUnitShape } from './parts.ts';

/** A promotion of which one condition alone is missed, by a little. */
export const HintShape = Type.Object({
  promotionCode: Type.String(),
  title: TextShape,
  text: TextShape,
  unit: DistanceUnitShape,
  distance: Type.Integer({ minimum: 1, description: 'How much is missing, in unit' }),
});

export const HintsShape = Type.Object(
  {
    cashier: Type.Array(HintShape, {
      maxItems: 3,
      description: 'What more goods would bring, for the cashier to offer',
    }),
    member: Type.Array(HintShape, { maxItems: 5, description: 'For a screen of the buyer' }),
  },
  { description: 'The nearest first; only when asked for' },
);

export type Hint = Static<typeof HintShape>;
export type Hints = Static<typeof HintsShape>;
