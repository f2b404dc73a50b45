import type { Terminal } from '#modules/partners/core/index.ts';
import type { BasketLine, CompiledRuleSet } from '#modules/promotions/core/index.ts';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { ConfirmRequest } from './contract.ts';

/** A confirm that has passed every check that needs no lock. */
export type ConfirmItem = {
  /** The operation id: it becomes the receipt's id. */
  readonly receiptId: string;
  readonly terminal: Terminal;
  /** Whose account it goes to: the member, or the terminal's pseudo-member. */
  readonly owner: MemberId;
  readonly isAnonymous: boolean;
  readonly request: ConfirmRequest;
  readonly requestHash: Buffer;
  readonly occurredAt: Instant;
  readonly lines: readonly BasketLine[];
  /** The rule set of its calculation, or the current one. */
  readonly ruleSet: CompiledRuleSet;
};
