export type {
  Accrual,
  Decision,
  DecisionLine,
  Distance,
  MessageChannel,
  Reason,
  Verdict,
} from './decision.ts';
export { describePromotion } from './describe-promotion.ts';
export { type EvaluateOptions, evaluate } from './evaluate.ts';
export type { BasketLine, Channel, Facts, MemberFacts, Need } from './facts.ts';
export { PHASES } from './phases.ts';
export { type Expr, type Policy, type Promotion } from './rule.ts';
export { type CompiledRuleSet, compileRuleSet } from './rule-set.ts';
export {
  type PromotionProblem,
  type Validated,
  validatePromotion,
} from './validate-promotion.ts';
export { validateTogether } from './validate-together.ts';
