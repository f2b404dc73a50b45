import { type Static, Type } from 'typebox';
import { InstantShape, TextShape } from '#shared/schema.ts';

const closed = { additionalProperties: false } as const;

export const PromotionRowShape = Type.Object({
  code: Type.String(),
  title: TextShape,
  sentence: TextShape,
  phase: Type.String({ description: 'Phase of the calculation that it takes part in' }),
  stacking: Type.String({ description: 'How it gets on with its neighbours' }),
  isOn: Type.Boolean(),
  changedAt: Type.Union([InstantShape({ description: 'Last change of the state' }), Type.Null()]),
  changedBy: Type.Union([Type.String({ description: 'Log-in' }), Type.Null()]),
});

export const PromotionListQueryShape = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  closed,
);

export const PromotionListShape = Type.Object({
  ruleSetVersion: Type.Integer({ minimum: 0, description: 'Version that tills work by now' }),
  promotions: Type.Array(PromotionRowShape),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});

const WordShape = { code: Type.String(), title: TextShape };
const EntryShape = {
  ...WordShape,
  params: Type.Unknown({ description: 'JSON Schema; x-unit and x-label say how a form shows it' }),
};
const WordsShape = (description: string) => Type.Array(Type.Object(WordShape), { description });

export const VocabularyShape = Type.Object({
  phases: Type.Array(
    Type.Object({ number: Type.Integer({ description: 'Place in the order' }), ...WordShape }),
  ),
  triggers: WordsShape('What may happen'),
  conditions: Type.Array(
    Type.Object({ ...EntryShape, class: Type.String({ description: 'What it depends on' }) }),
  ),
  selectors: Type.Array(Type.Object(EntryShape)),
  effects: Type.Array(
    Type.Object({
      ...EntryShape,
      kind: Type.String({ description: 'What it gives' }),
      phases: Type.Array(Type.Integer(), { description: 'Numbers of the phases that it fits' }),
      selectors: Type.Union([Type.Array(Type.String()), Type.Null()], {
        description: 'The only selectors that it works with; null = any',
      }),
    }),
  ),
  policies: WordsShape('How promotions of a group get on'),
  limitUnits: WordsShape('What a limit counts'),
  limitSubjects: WordsShape('Whose use a limit counts'),
  limitPeriods: WordsShape('In which stretch of time'),
  sources: Type.Array(
    Type.Object({
      source: Type.String(),
      argument: Type.String({ description: 'What follows the colon' }),
      gives: Type.String({ description: 'number, or code: a key of tables only' }),
      unit: Type.String(),
      isPerLine: Type.Boolean(),
      title: TextShape,
    }),
    { description: 'What a Value may read' },
  ),
});

export const PromotionParamsShape = Type.Object(
  { code: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' }) },
  closed,
);

export const PromotionStateRequestShape = Type.Object(
  {
    isOn: Type.Boolean(),
    reason: Type.Optional(
      Type.String({ minLength: 1, maxLength: 300, description: 'For the audit' }),
    ),
  },
  closed,
);

export const PromotionStateAnswerShape = Type.Object({
  ruleSetVersion: Type.Integer({ minimum: 1 }),
  promotion: PromotionRowShape,
});

export type PromotionRow = Static<typeof PromotionRowShape>;
export type PromotionList = Static<typeof PromotionListShape>;
export type PromotionListQuery = Static<typeof PromotionListQueryShape>;
export type PromotionStateRequest = Static<typeof PromotionStateRequestShape>;
export type PromotionStateAnswer = Static<typeof PromotionStateAnswerShape>;
export type Vocabulary = Static<typeof VocabularyShape>;
