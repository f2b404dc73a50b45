export { decisionBytes } from './close/decision-bytes.ts';
export { accrualsOf, debitsOf, effectsOf } from './close/decision-tree.ts';
export { type NearMiss, type NearMisses, nearMisses } from './close/near-misses.ts';
export { type CompiledRuleSet, compileRuleSet, type Programme } from './compile/rule-set.ts';
export type {
  Accrual,
  Decision,
  DecisionLine,
  EffectRecord,
  LimitUse,
  Message,
  MessageChannel,
  Redemption,
  Verdicts,
} from './decision.ts';
export { describePromotion } from './describe/describe-promotion.ts';
export { type EvaluateOptions, evaluate } from './evaluate.ts';
export { type Explaining, explainVerdicts } from './explain/explain-verdicts.ts';
export type { Audience, Explained, VerdictWord } from './explain/explained.ts';
export { explainNearMisses } from './explain/near-miss-words.ts';
export {
  type BasketLine,
  type Channel,
  type Facts,
  type MemberFacts,
  type Need,
  NO_FACTS,
  PLAIN_LINE,
  PLAIN_MEMBER,
} from './facts.ts';
export type { Aggregate } from './history/aggregate.ts';
export { type GroupCodesOf, measureHistory } from './history/measure-history.ts';
export { type PastLine, type PastPurchase, pastLinesText } from './history/past-purchases.ts';
export type { CounterDefinition } from './language/counter-shape.ts';
export { PHASES } from './language/phases.ts';
export { type Expr, type Promotion } from './language/rule.ts';
export type { Settings } from './language/settings.ts';
export type { Policy } from './language/stacking-shape.ts';
export { type Vocabulary, vocabulary } from './language/vocabulary.ts';
export {
  type Ask,
  askOf,
  type CounterAsk,
  counterChangeOf,
  type LimitAsk,
  limitUsesOf,
} from './people/ask.ts';
export { wallMs } from './people/meter.ts';
export { type ReceiptProblem, receiptProblem } from './receipt-problem.ts';
export { type Bought, cameBack, type RecordedLine } from './returns/came-back.ts';
export { type ReturnOf, type ReturnWords, returnWords } from './returns/return-word.ts';
export { validateProgramme } from './validate/validate-programme.ts';
export {
  type PromotionProblem,
  type Validated,
  validatePromotion,
} from './validate/validate-promotion.ts';
export { validateTogether } from './validate/validate-together.ts';
