import { Type } from 'typebox';
import { STAGE_CHOICE, STAGE_PARAM, type Stage, type StageName } from '../basket/stage.ts';
import type { Need } from '../facts.ts';
import type { ParamProblem } from './param-problem.ts';
import { codesParam } from './params.ts';

/** Fields by which a threshold says which sum it means. */
export const STAGE_PARAMS = {
  stage: Type.Optional(Type.Union(STAGE_PARAM, STAGE_CHOICE)),
  methods: Type.Optional(
    codesParam({ ru: 'Способы оплаты', en: 'Means of payment' }, 'payment-method'),
  ),
};

/** How titles speak of these fields. */
export const STAGE_TITLE = {
  ru: '[ ({stage})][ — {methods}]',
  en: '[ ({stage})][ — {methods}]',
};

type StageParams = {
  readonly stage?: StageName;
  readonly methods?: readonly string[];
};

/** The stage that the fields name, or the usual one. */
export function stageOf({ stage, methods = [] }: StageParams, usual: StageName): Stage {
  return { name: stage ?? usual, methods };
}

/** What a stage looks at. */
export function stageNeeds({ stage }: StageParams): readonly Need[] {
  return stage === 'paid-by' ? ['lines', 'payments'] : ['lines'];
}

/** Refuses `paid-by` without methods, and methods where nothing asks for them. */
export function stageProblems({ stage, methods }: StageParams): readonly ParamProblem[] {
  if ((stage === 'paid-by') === (methods !== undefined)) return [];
  const text =
    methods === undefined
      ? { ru: 'Назовите способы оплаты.', en: 'Name the means of payment.' }
      : {
          ru: 'Способы нужны только для суммы «оплачено».',
          en: 'Only the stage paid-by needs it.',
        };
  const code = methods === undefined ? 'methods-missing' : 'methods-unused';
  return [{ field: 'methods', code, text }];
}
