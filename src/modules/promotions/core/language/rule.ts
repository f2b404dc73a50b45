import { type Static, Type } from 'typebox';
import { CodeShape } from '#shared/schema.ts';
import { LimitShape } from './limit-shape.ts';
import { CLOSED } from './params.ts';
import { codeShape, nameShape, sharesShape, wordsShape } from './shapes.ts';
import { StackingShape } from './stacking-shape.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';

const ParamsShape = Type.Record(Type.String(), Type.Unknown(), {
  description: "Values by field; the entry's own schema says which",
});

/** One use of a condition. */
export const ConditionUseShape = Type.Object(
  { condition: CodeShape({ description: 'Code of a condition' }), params: ParamsShape },
  CLOSED,
);

/** A condition, or a group of them: all, any, or not. */
export const ExprShape = Type.Cyclic(
  {
    Expr: Type.Union([
      ConditionUseShape,
      Type.Object({ all: Type.Array(Type.Ref('Expr'), { minItems: 1 }) }, CLOSED),
      Type.Object({ any: Type.Array(Type.Ref('Expr'), { minItems: 1 }) }, CLOSED),
      Type.Object({ not: Type.Ref('Expr') }, CLOSED),
    ]),
  },
  'Expr',
);

const SelectorUseShape = Type.Object(
  { selector: CodeShape({ description: 'Code of a selector' }), params: ParamsShape },
  CLOSED,
);

const EffectUseShape = Type.Object(
  { effect: CodeShape({ description: 'Code of an effect' }), params: ParamsShape },
  CLOSED,
);

/** What becomes of a promotion's gifts when goods come back. */
export const OnReturnWordShape = Type.Union([
  Type.Literal('proportional', { description: 'The returned share of everything' }),
  Type.Literal('re-evaluate', { description: 'What the rest would not have earned' }),
  Type.Literal('keep', { description: 'Nothing comes back' }),
]);

const OnReturnShape = Type.Union([
  OnReturnWordShape,
  Type.Object(
    { default: OnReturnWordShape, byEffect: Type.Record(Type.String(), OnReturnWordShape) },
    CLOSED,
  ),
]);

const ExplainShape = Type.Object(
  {
    memberText: Type.Optional(wordsShape(500)),
    cashierText: Type.Optional(wordsShape(500)),
    receiptText: Type.Optional(wordsShape(500)),
    nearMissText: Type.Optional(wordsShape(500)),
  },
  { ...CLOSED, description: 'Words for people; read only when a decision is shown' },
);

/** Fields of a promotion apart from its conditions, which nest. */
export const PROMOTION_FIELDS = {
  code: codeShape('Code of the promotion, for ever'),
  title: nameShape('Name for people'),
  phase: Type.Integer({
    minimum: 0,
    maximum: 10,
    description: 'The step of the decision it belongs to',
  }),
  isOn: Type.Boolean({ description: 'false: kept, but not live' }),
  trigger: Type.Optional(
    Type.Unsafe<Trigger>(
      Type.Union(
        TRIGGERS.map((code) => Type.Literal(code)),
        { description: 'What happens; absent = a receipt' },
      ),
    ),
  ),
  programmeCode: Type.Optional(codeShape('The only programme in which it is live')),
  ownerCode: Type.Optional(codeShape('Who may change it')),
  campaignCode: Type.Optional(codeShape('Promotions that share reports and limits')),
  select: Type.Optional(SelectorUseShape),
  then: Type.Array(EffectUseShape, { minItems: 1, maxItems: 8 }),
  stacking: StackingShape,
  limits: Type.Optional(Type.Array(LimitShape, { minItems: 1, maxItems: 16 })),
  funding: Type.Optional(sharesShape('Who pays; shares are 10,000 in all')),
  onReturn: Type.Optional(OnReturnShape),
  explain: Type.Optional(ExplainShape),
};

/**
 * A promotion as marketers save it and as a rule set stores it. Its calendar, audience and scope are
 * conditions too. No `select` = all goods.
 */
export const PromotionShape = Type.Object(
  { ...PROMOTION_FIELDS, when: Type.Optional(Type.Array(ExprShape, { maxItems: 32 })) },
  CLOSED,
);

export type Expr = Static<typeof ExprShape>;
export type OnReturn = Static<typeof OnReturnShape>;
export type Promotion = Static<typeof PromotionShape>;
