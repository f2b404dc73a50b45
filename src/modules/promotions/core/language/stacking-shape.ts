import { type Static, Type } from 'typebox';
import { codeListShape, codeShape, shareShape } from './shapes.ts';

/** How the promotions of one group get on with each other. */
export const PolicyShape = Type.Union(
  [
    Type.Literal('sum', { description: 'All apply, each counted from the same prices' }),
    Type.Literal('chain', { description: 'All apply, each on what the one before left' }),
    Type.Literal('best-per-line', { description: 'Each line goes to the one that gives it most' }),
    Type.Literal('best-for-buyer', { description: 'Only the one that gives most applies' }),
    Type.Literal('best-deal', { description: 'Sets compete: one plan of the greatest value' }),
    Type.Literal('first-by-priority', {
      description: 'Only the first that gives anything applies',
    }),
    Type.Literal('least-cost', { description: 'Only the one that gives least applies' }),
    Type.Literal('choice', { description: 'The one that was chosen applies' }),
  ],
  { description: 'The same for all promotions of the group; absent = the programme’s' },
);

/** Which discounts give way when a cap is exceeded. */
export const CutOrderShape = Type.Union(
  [
    Type.Literal('last-first', { description: 'The last that came loses first' }),
    Type.Literal('in-proportion', { description: 'All lose alike' }),
  ],
  { description: 'Who gives way to a cap; absent = the programme’s' },
);

/** How a promotion stands to others. */
export const StackingShape = Type.Object(
  {
    group: codeShape('Promotions of one phase and one group compete or add up by the policy'),
    policy: Type.Optional(PolicyShape),
    priority: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000,
        description: 'Higher goes first, absent = 0; equal ones go by code',
      }),
    ),
    turn: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1000,
        description: 'Of the group: higher plays earlier in the phase',
      }),
    ),
    exclusive: Type.Optional(
      Type.Union([
        Type.Literal('line', { description: 'Alone on the lines where it gives' }),
        Type.Literal('group', { description: 'Alone in its group' }),
        Type.Literal('all', { description: 'Alone among all prices, or all accruals' }),
      ]),
    ),
    blocks: Type.Optional(codeListShape('These are switched off')),
    blockedBy: Type.Optional(codeListShape('Any of these switches it off')),
    requires: Type.Optional(codeListShape('Only when all of these have applied before')),
    takesUnits: Type.Optional(
      Type.Union([
        Type.Literal('no', { description: 'Others see the units that it used' }),
        Type.Literal('phase', { description: 'Nobody sees them for the rest of the phase' }),
        Type.Literal('receipt', { description: 'Nobody sees them in any price phase' }),
      ]),
    ),
    isAlways: Type.Optional(
      Type.Boolean({ description: 'true: applies whatever the others do, on what they left' }),
    ),
    capBasisPoints: Type.Optional(shareShape('Joint discount of the group, of its base')),
    cutOrder: Type.Optional(CutOrderShape),
  },
  { additionalProperties: false },
);

export type Stacking = Static<typeof StackingShape>;

/** How early a promotion goes among those of its group. */
export function priorityOf({ stacking }: { readonly stacking: Stacking }): number {
  return stacking.priority ?? 0;
}

export type Policy = Static<typeof PolicyShape>;
export type CutOrder = Static<typeof CutOrderShape>;
