import { groupCodesOf } from '#modules/partners/core/index.ts';
import type { OpenDirectory } from '#modules/partners/index.ts';
import { askOf, type GroupCodesOf, wallMs } from '#modules/promotions/core/index.ts';
import type { Asking } from '#modules/promotions/index.ts';
import type { ConfirmItem } from './confirm-item.ts';
import { whereabouts } from './core/facts.ts';

type Asked = Pick<ConfirmItem, 'ruleSet' | 'terminal' | 'occurredAt' | 'isAnonymous' | 'owner'> & {
  readonly request: Pick<ConfirmItem['request'], 'channel'>;
};

const askings = new WeakMap<Asked, Asking>();

/** What the promotions of a receipt's rule set must be told about it, and of whom; worked out once. */
export function askingOf(item: Asked): Asking {
  const known = askings.get(item);
  if (known !== undefined) return known;
  const { ruleSet, terminal, isAnonymous, owner } = item;
  const { store, code: terminalCode } = terminal;
  const at = whereabouts({ ...item, store, terminalCode });
  const asking = {
    ask: askOf(ruleSet, at),
    memberId: isAnonymous ? null : owner,
    lastPurchaseTill: ruleSet.needs.has('last-purchase') ? wallMs(at.local) : undefined,
  };
  askings.set(item, asking);
  return asking;
}

/** The groups that goods are in now. */
export function groupsIn({ directory }: { readonly directory: OpenDirectory }): GroupCodesOf {
  const current = directory.current();
  return (sku) => groupCodesOf(current, sku);
}
