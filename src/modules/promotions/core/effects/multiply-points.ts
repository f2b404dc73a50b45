import { Type } from 'typebox';
import { head } from '../basket/numbers.ts';
import type { PointsColumn } from '../basket/points-column.ts';
import { CURRENCY_PARAMS, CURRENCY_TITLE, pointsFor } from '../give/earning.ts';
import { grantPoints } from '../give/give-points.ts';
import { defineEffect } from '../language/effect.ts';
import {
  LIFETIME_PARAMS,
  LIFETIME_TITLE,
  lifetimeOf,
  lifetimeProblems,
} from '../language/lifetime.ts';
import { CLOSED, choice, optionParam, optionsOf } from '../language/params.ts';
import { ACCRUAL_PHASE } from '../language/phases.ts';
import type { Trial } from '../play/trial.ts';
import { isFixed, valueOf } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

const MODE_PARAM = optionsOf(
  optionParam('add', { ru: 'к заработанным', en: 'of the points earned' }),
  optionParam('multiply', { ru: 'ко всем баллам чека', en: 'of all points of the receipt' }),
);

/**
 * Adds (factor − 1) × points of this receipt's selected goods, rounded down once: of those that were
 * earned (`add`: ×2 and ×3 give ×4), or of all so far (`multiply`: in a chain ×2 and ×3 give ×6).
 */
export const multiplyPoints = defineEffect({
  code: 'multiply-points',
  title: {
    ru: `баллы ×{factorHundredths}[ {mode}]${CURRENCY_TITLE.ru}${LIFETIME_TITLE.ru}`,
    en: `points ×{factorHundredths}[ {mode}]${CURRENCY_TITLE.en}${LIFETIME_TITLE.en}`,
  },
  params: Type.Object(
    {
      factorHundredths: valueParam(
        'hundredths',
        { ru: 'Множитель, сотые', en: 'Factor, hundredths' },
        { minimum: 101, maximum: 10_000 },
      ),
      mode: Type.Optional(Type.Union(MODE_PARAM, choice({ ru: 'Чего', en: 'Of which' }))),
      ...CURRENCY_PARAMS,
      ...LIFETIME_PARAMS,
    },
    CLOSED,
  ),
  kind: 'points',
  phases: [ACCRUAL_PHASE],
  half: '8b',
  isSteady: ({ factorHundredths }) => isFixed(factorHundredths),
  needs: ({ factorHundredths }) => ['member', ...valueNeeds(factorHundredths)],
  prepare: ({ factorHundredths, mode = 'add', currencyCode, ...times }, context) => ({
    factor: compileValue(factorHundredths, context),
    mode,
    currency: currencyCode,
    lifetime: lifetimeOf(times),
  }),
  apply: ({ factor, mode, currency, lifetime }, trial) => {
    const extra = Math.max(0, valueOf(factor, trial) - 100);
    for (const column of inOrder(trial.basket.points)) {
      const { currencyCode } = column;
      if (currency !== undefined && currency !== currencyCode) continue;
      const points = pointsFor(readPoints(trial, column, mode), extra, 100);
      grantPoints(trial, { currencyCode, points, lifetime }, trial.amounts);
    }
  },
  problems: lifetimeProblems,
});

/** By code: which currency was earned first says nothing. */
function inOrder(columns: readonly PointsColumn[]): readonly PointsColumn[] {
  if (columns.length < 2) return columns;
  return [...columns].sort((a, b) => (a.currencyCode < b.currencyCode ? -1 : 1));
}

/** The points of the targets that are multiplied, in `trial.amounts`; gives their sum. */
function readPoints(trial: Trial, column: PointsColumn, mode: 'add' | 'multiply'): number {
  const { selection, amounts, usesBase, basket } = trial;
  const from = mode === 'add' ? column.earned : usesBase ? column.base : column.all;
  let total = 0;
  for (let place = 0; place < selection.count; place += 1) {
    const slice = selection.slice[place] ?? 0;
    const targets = selection.targets[place] ?? 0;
    const part = head(from[slice] ?? 0, targets, basket.slices.units[slice] ?? 1);
    amounts[place] = part;
    total += part;
  }
  return total;
}
