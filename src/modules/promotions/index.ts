export {
  type ChangeOrder,
  putProgramme,
  putPromotions,
  setPromotionState,
} from './change-promotions.ts';
export { openPruning, PRUNE_EVERY_MS } from './pruning/prune-facts.ts';
export { openRuleSets, type RuleSets } from './rule-sets.ts';
export { insertPurchases, type NewPurchase } from './sql/purchases.ts';
export { type Aftermath, aftermathText, storedAftermath } from './uses/aftermath.ts';
export { type GivenBack, givenBack, type ReturnedLine } from './uses/give-back.ts';
export { type CountedFacts, type Meters, openMeters } from './uses/meters.ts';
export {
  type Asking,
  type MeterQuery,
  type MeterReader,
  type MeterRows,
  meterQuery,
  meterReader,
} from './uses/read-meters.ts';
export { type RefillDeps, type Refilling, refillMeters } from './uses/refill-meters.ts';
export { readAftermathCounters, undoStatements } from './uses/undo-aftermath.ts';
