import { Type } from 'typebox';
import { ownFact } from '../../facts.ts';
import { recordOf, WORTH_PARAM } from '../../give/deferred.ts';
import { NO_EMISSION } from '../../give/emission.ts';
import { emit } from '../../give/give-terms.ts';
import { defineEffect } from '../../language/effect.ts';
import { CLOSED, codeParam, countParam, listParam } from '../../language/params.ts';
import { ANY_PHASE } from '../../language/phases.ts';
import { drawOf, drawSeed, LOTS_MAX } from '../../play/chance.ts';
import type { Trial } from '../../play/trial.ts';

const PRIZES_MAX = 1000;

const PrizeShape = Type.Object(
  {
    prizeCode: codeParam({ ru: 'Приз', en: 'Prize' }, 'prize'),
    weight: countParam({ ru: 'Вес', en: 'Weight' }, 1, LOTS_MAX),
    stockCode: Type.Optional(codeParam({ ru: 'Остаток', en: 'Stock' }, 'stock')),
  },
  CLOSED,
);

/** One of several prizes, drawn by its weight; those out of stock do not take part. */
export const drawPrize = defineEffect({
  code: 'draw-prize',
  title: { ru: 'розыгрыш: {prizes}', en: 'draw: {prizes}' },
  params: Type.Object(
    {
      prizes: listParam(PrizeShape, {
        label: { ru: 'Призы', en: 'Prizes' },
        title: { ru: '{prizeCode} ({weight})', en: '{prizeCode} ({weight})' },
        maxItems: PRIZES_MAX,
      }),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  kind: 'deferred',
  isSteady: () => true,
  phases: ANY_PHASE,
  needs: ({ prizes }) => [
    'receipt',
    ...prizes.flatMap(({ stockCode }) =>
      stockCode === undefined ? [] : ([`stock:${stockCode}`] as const),
    ),
  ],
  prepare: ({ prizes, worthKopecks = 0 }) => ({ prizes, worthKopecks }),
  apply: ({ prizes, worthKopecks }, trial) => {
    const prizeCode = drawn(prizes, trial);
    if (prizeCode === undefined) return;
    const record = recordOf('draw-prize', trial.promotion, { prizeCode });
    emit(trial, { ...NO_EMISSION, record, worthKopecks });
  },
  problems: ({ prizes }) => {
    const lots = prizes.reduce((sum, { weight }) => sum + weight, 0);
    if (lots <= LOTS_MAX) return [];
    const text = {
      ru: `Сумма весов не больше ${LOTS_MAX}.`,
      en: `The weights make ${LOTS_MAX} at most.`,
    };
    return [{ field: 'prizes', code: 'too-large', text }];
  },
});

type Prize = {
  readonly prizeCode: string;
  readonly weight: number;
  readonly stockCode?: string;
};

function drawn(prizes: readonly Prize[], trial: Trial): string | undefined {
  const { basket, promotion, effectNo } = trial;
  const left = prizes.filter(
    ({ stockCode }) => stockCode === undefined || (ownFact(basket.facts.stock, stockCode) ?? 0) > 0,
  );
  const lots = left.reduce((sum, { weight }) => sum + weight, 0);
  if (lots === 0) return undefined;
  let lot = drawOf(drawSeed(basket, promotion.code, `|prize|${effectNo}`), lots);
  for (const { prizeCode, weight } of left) {
    if (lot < weight) return prizeCode;
    lot -= weight;
  }
  return undefined;
}
