import type { Basket } from '../basket/basket.ts';
import { type CompiledSelector, SETS_UNBOUNDED, type Sight } from '../basket/view.ts';
import { clearSelection, type Selection } from '../select/selection.ts';

/** A promotion's own selector, and what it may see. */
export type OwnSelector = {
  readonly select: CompiledSelector;
  readonly sight: Sight;
  readonly dealNodes: number;
};

/** What a promotion selects as the phase begins. The record is shared: read it at once. */
export function ownSelection(basket: Basket, { select, sight, dealNodes }: OwnSelector): Selection {
  const { slices, ownSelection: selection } = basket;
  clearSelection(selection, slices.count);
  select(
    { basket, prices: slices.price, sight, setsMax: SETS_UNBOUNDED, search: null, dealNodes },
    selection,
  );
  return selection;
}
