import { checkBooks } from '../../../tools/demo/check-books.ts';
import type { Checker } from './finding.ts';

/** I2, I3 and I5: every account is the sum of its entries and of its lots, and never below nothing. */
export const checkBalances: Checker = async ({ snapshot }) => {
  const { checks } = await checkBooks(snapshot);
  return checks
    .filter((check) => check.broken > 0)
    .map((check) => `I2/I3/I5: ${check.broken} × not true: ${check.name}`);
};
