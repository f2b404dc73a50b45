import { Type } from 'typebox';
import { shareFloor, shareHalfUp } from '#shared/ratio.ts';
import { costOf, isByLine, lineEnd, takeOff, takeOffTogether } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED } from '../language/params.ts';
import { DISCOUNT_PHASES } from '../language/phases.ts';
import type { CompiledValue } from '../language/value.ts';
import type { Trial } from '../play/trial.ts';
import { isFixed, valueAt } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

const RATE_MAX = 10_000;

/** A share of the price off each selected line, rounded once per line. */
export const percentOff = defineEffect({
  code: 'percent-off',
  title: { ru: 'скидка {rateBasisPoints}', en: '{rateBasisPoints} off' },
  params: Type.Object(
    {
      rateBasisPoints: valueParam(
        'basis-points',
        { ru: 'Скидка', en: 'Discount' },
        { minimum: 1, maximum: RATE_MAX, isPerLine: true },
      ),
    },
    CLOSED,
  ),
  kind: 'price',
  phases: DISCOUNT_PHASES,
  needs: ({ rateBasisPoints }) => ['lines', ...valueNeeds(rateBasisPoints)],
  isSteady: ({ rateBasisPoints }) => isFixed(rateBasisPoints),
  prepare: ({ rateBasisPoints }, context) => ({
    rate: compileValue(rateBasisPoints, context),
    shareOf: context.settings.percentRounding === 'near' ? shareHalfUp : shareFloor,
  }),
  apply: ({ rate, shareOf }, trial) => {
    if (rate.fixed !== null && isByLine(trial)) takeShares(trial, rate.fixed, shareOf);
    else takeSharesOfLines(trial, rate, shareOf);
  },
  searchGain: ({ rateBasisPoints }, context) => {
    const rate = compileValue(rateBasisPoints, context);
    return {
      ofUnit: (basket, { slice, priceKopecks }) => {
        const line = rate.isPerLine ? (basket.slices.line[slice] ?? 0) : -1;
        const share = Math.min(Math.max(0, rate.at(basket, null, line)), RATE_MAX);
        return shareHalfUp(priceKopecks, share);
      },
      setPrice: () => 0,
    };
  },
});

type ShareOf = typeof shareHalfUp;

/** The common case: one rate, and every place of the selection is a line of its own. */
function takeShares(trial: Trial, share: number, shareOf: ShareOf): void {
  const { amounts, rooms, off, selection } = trial;
  let total = 0;
  for (let place = 0; place < selection.count; place += 1) {
    const before = off[place] ?? 0;
    const wanted = before + shareOf(amounts[place] ?? 0, share);
    const room = rooms[place] ?? 0;
    const after = wanted < room ? wanted : room;
    off[place] = after;
    total += after - before;
  }
  trial.discount += total;
}

function takeSharesOfLines(trial: Trial, rate: CompiledValue, shareOf: ShareOf): void {
  for (let from = 0; from < trial.selection.count; ) {
    const to = lineEnd(trial, from);
    const share = Math.min(valueAt(rate, trial, from), RATE_MAX);
    const kopecks = shareOf(costOf(trial, from, to), share);
    // A share is never more than what it is a share of.
    if (to - from === 1) takeOff(trial, from, kopecks);
    else takeOffTogether(trial, { from, to, kopecks });
    from = to;
  }
}
