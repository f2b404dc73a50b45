import type { Static } from 'typebox';
import type { CurrencyShape } from './admin-contract/parts.ts';

/** The wire of the ledger's staff routes, by subject. */
export * from './admin-contract/accounts.ts';
export * from './admin-contract/adjustments.ts';
export * from './admin-contract/currencies.ts';
export * from './admin-contract/statement.ts';

export type Currency = Static<typeof CurrencyShape>;
