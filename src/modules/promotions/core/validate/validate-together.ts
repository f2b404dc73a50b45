import { groupStepOf } from '../compile/play-order.ts';
import type { Programme } from '../compile/rule-set.ts';
import type { Promotion } from '../language/rule.ts';
import { DEFAULT_SETTINGS, type Settings } from '../language/settings.ts';
import type { PromotionProblem } from './schema-problems.ts';
import { counterProblems } from './validate-counters.ts';
import { limitKeyProblems } from './validate-limit-keys.ts';
import { requiresProblems } from './validate-requires.ts';

/**
 * Checks promotions of one rule set against each other: every code stands once; all promotions of a
 * group, the ones that are off too, state one policy, turn, cap and cut order; what is required can hold.
 * @param promotions sound one by one
 * @returns          problems whose paths begin with the promotion's place in the list
 */
export function validateTogether(
  promotions: readonly Promotion[],
  programme: Programme = {},
): readonly PromotionProblem[] {
  const settings = { ...DEFAULT_SETTINGS, ...programme.settings };
  return [
    ...codeProblems(promotions),
    ...groupProblems(promotions, settings),
    ...requiresProblems(promotions, settings),
    ...limitKeyProblems(promotions, settings),
    ...counterProblems(promotions),
  ];
}

function codeProblems(promotions: readonly Promotion[]): readonly PromotionProblem[] {
  const codes = new Set<string>();
  return promotions.flatMap(({ code }, i) => {
    const isTaken = codes.has(code);
    codes.add(code);
    return isTaken ? [{ path: `/${i}/code`, ...CODE_TAKEN }] : [];
  });
}

/** What all promotions of one group state alike, with the programme's word where one says nothing. */
const GROUP_FIELDS = {
  policy: ({ stacking }: Promotion, settings: Settings) => stacking.policy ?? settings.policy,
  turn: ({ stacking }: Promotion) => stacking.turn ?? 0,
  capBasisPoints: ({ stacking }: Promotion) => stacking.capBasisPoints ?? 0,
  cutOrder: ({ stacking }: Promotion, settings: Settings) => stacking.cutOrder ?? settings.cutOrder,
} as const;

function groupProblems(
  promotions: readonly Promotion[],
  settings: Settings,
): readonly PromotionProblem[] {
  const firstByGroup = new Map<string, Promotion>();
  return promotions.flatMap((promotion, i) => {
    const group = `${groupStepOf(promotion)} ${promotion.stacking.group}`;
    const first = firstByGroup.get(group);
    if (first === undefined) firstByGroup.set(group, promotion);
    return first === undefined ? [] : mixedFields({ promotion, first, settings }, i);
  });
}

type Pair = {
  readonly promotion: Promotion;
  readonly first: Promotion;
  readonly settings: Settings;
};

function mixedFields({ promotion, first, settings }: Pair, place: number): PromotionProblem[] {
  return Object.entries(GROUP_FIELDS).flatMap(([field, read]) => {
    const expected = read(first, settings);
    return read(promotion, settings) === expected ? [] : [mixed(place, field, String(expected))];
  });
}

function mixed(place: number, field: string, expected: string): PromotionProblem {
  const text = {
    ru: `В этой группе уже стоит ${expected}.`,
    en: `This group already has ${expected}.`,
  };
  const code = field === 'policy' ? 'group-policy-mixed' : 'group-mixed';
  return { path: `/${place}/stacking/${field}`, code, text };
}

const CODE_TAKEN = {
  code: 'code-taken',
  text: { ru: 'Код уже занят другой акцией.', en: 'Another promotion has this code.' },
};
