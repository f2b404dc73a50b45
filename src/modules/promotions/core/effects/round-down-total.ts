import { Type } from 'typebox';
import { sumOf } from '../basket/numbers.ts';
import { reachAt, takeOffTogether } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED, kopecksParam } from '../language/params.ts';

/** Rounds the receipt down to whole roubles and the like, if the selected goods have room for it. */
export const roundDownTotal = defineEffect({
  code: 'round-down-total',
  title: {
    ru: 'округлить чек вниз до {stepKopecks}',
    en: 'round the receipt down to {stepKopecks}',
  },
  params: Type.Object({ stepKopecks: kopecksParam({ ru: 'Шаг', en: 'Step' }, 2) }, CLOSED),
  kind: 'price',
  phases: [6],
  needs: () => ['lines'],
  prepare: ({ stepKopecks }) => stepKopecks,
  apply: (step, trial) => {
    const { slices } = trial.basket;
    const { count } = trial.selection;
    const kopecks = sumOf(slices.price, slices.count) % step;
    let reach = 0;
    for (let place = 0; place < count; place += 1) reach += reachAt(trial, place);
    if (kopecks <= reach) takeOffTogether(trial, { from: 0, to: count, kopecks });
  },
});
