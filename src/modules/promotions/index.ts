export { type ChangeOrder, putPromotions, setPromotionState } from './change-promotions.ts';
export { openRuleSets, type RuleSets } from './rule-sets.ts';
