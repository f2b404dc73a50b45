import { Type } from 'typebox';
import { isAllFree, isFree } from '../basket/view.ts';
import { CLOSED } from '../language/params.ts';
import { defineSelector } from '../language/selector.ts';
import { addAll, addWhole } from '../select/selection.ts';

/** Everything on the receipt. */
export const all = defineSelector({
  code: 'all',
  title: { ru: 'весь чек', en: 'the whole receipt' },
  params: Type.Object({}, CLOSED),
  prepare: () => null,
  pick: (_prepared, view, into) => {
    if (isAllFree(view)) return addAll(into, view.basket.slices);
    const { count, units } = view.basket.slices;
    for (let slice = 0; slice < count; slice += 1) {
      if (isFree(view, slice)) addWhole(into, slice, units[slice] ?? 0);
    }
  },
});
