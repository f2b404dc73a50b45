/** The wire of the tills' receipts, by subject. */
export * from './contract/answer.ts';
export * from './contract/basket.ts';
export * from './contract/hint.ts';
export * from './contract/parts.ts';
export * from './contract/reversal.ts';
export * from './contract/verdict.ts';
