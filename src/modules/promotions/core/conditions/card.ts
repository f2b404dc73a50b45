import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { matchesMask } from '../language/fact-test.ts';
import { CLOSED, codesParam, stringParam } from '../language/params.ts';

/** A card was shown, and is on every named list: category, emission, state, kind, way, number. */
export const card = defineCondition({
  code: 'card',
  title: {
    ru: 'карта[; категории {categoryCodes}][; выпуски {emissionCodes}][; состояния {states}][; виды {kinds}][; предъявлена: {identifiedBy}][; номер {numberMask}]',
    en: 'card[; categories {categoryCodes}][; emissions {emissionCodes}][; states {states}][; kinds {kinds}][; shown by {identifiedBy}][; number {numberMask}]',
  },
  params: Type.Object(
    {
      categoryCodes: Type.Optional(codesParam({ ru: 'Категории', en: 'Categories' }, 'category')),
      emissionCodes: Type.Optional(codesParam({ ru: 'Выпуски', en: 'Emissions' }, 'emission')),
      states: Type.Optional(codesParam({ ru: 'Состояния', en: 'States' }, 'card-state')),
      kinds: Type.Optional(codesParam({ ru: 'Виды карт', en: 'Kinds' }, 'card-kind')),
      identifiedBy: Type.Optional(
        codesParam({ ru: 'Как предъявлена', en: 'How it was shown' }, 'identification'),
      ),
      numberMask: Type.Optional(stringParam({ ru: 'Маска номера', en: 'Mask of the number' })),
    },
    CLOSED,
  ),
  class: 'audience',
  needs: ['card'],
  prepare: (params) => ({
    categories: listOf(params.categoryCodes),
    emissions: listOf(params.emissionCodes),
    states: listOf(params.states),
    kinds: listOf(params.kinds),
    ways: listOf(params.identifiedBy),
    mask: params.numberMask ?? null,
  }),
  check: (lists, facts) => {
    const shown = facts.card;
    if (shown === null) return FAR;
    const isListed =
      allows(lists.categories, shown.categoryCode) &&
      allows(lists.emissions, shown.emissionCode) &&
      allows(lists.states, shown.state) &&
      allows(lists.kinds, shown.kind) &&
      allows(lists.ways, shown.identifiedBy);
    return isListed && fits(lists.mask, shown.number) ? MET : FAR;
  },
  why: (_params, { facts }) => (facts.card === null ? NO_CARD : OTHER_CARD),
});

type Codes = ReadonlySet<string> | null;

function listOf(codes: readonly string[] | undefined): Codes {
  return codes === undefined ? null : new Set(codes);
}

function allows(codes: Codes, code: string | undefined): boolean {
  return codes === null || (code !== undefined && codes.has(code));
}

function fits(mask: string | null, number: string | undefined): boolean {
  return mask === null || (number !== undefined && matchesMask(number, mask));
}

const NO_CARD = {
  code: 'no-card',
  text: { ru: 'карта не предъявлена', en: 'no card was shown' },
};

const OTHER_CARD = {
  code: 'wrong-card',
  text: { ru: 'карта не подходит', en: 'the card does not fit' },
};
