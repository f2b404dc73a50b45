import { type Decided, no, type OperationContext } from './operation.ts';
import type { Transit } from './transit.ts';

/** The transit that was asked for, closed; or why it cannot be. */
export function closeTransit(
  { transit, cause }: Pick<OperationContext, 'transit' | 'cause'>,
  state: 'received' | 'returned',
): Transit | (Decided & { readonly isGood: false }) {
  if (transit === undefined) return no('unknown-transit', { path: '/transitId' });
  if (transit.state !== 'sent') {
    return no('transit-closed', { path: '/transitId', details: { state: transit.state } });
  }
  return { ...transit, state, settledAt: cause.postedAt };
}
