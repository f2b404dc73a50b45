import type { Text } from '#shared/text.ts';
import type { Settings } from '../language/settings.ts';
import type { Stacking } from '../language/stacking-shape.ts';
import type { PromotionProblem } from './schema-problems.ts';

/** What the stacking of a promotion is checked against. */
export type StackingOf = {
  readonly code: string;
  readonly phase: number;
  /** The half that its effects make it stand in. */
  readonly half: '1a' | '8b' | null;
  readonly selector: string;
  readonly stacking: Stacking;
  readonly settings: Settings;
};

type Rule = {
  readonly field: string;
  readonly code: string;
  readonly text: Text;
  readonly isBroken: (of: StackingOf) => boolean;
};

const isPricePhase = ({ phase }: StackingOf) => phase >= 1 && phase <= 5;
const hasSets = ({ selector }: StackingOf) => selector === 'sets';
const policyOf = ({ stacking, settings }: StackingOf) => stacking.policy ?? settings.policy;

/** Whether the promotion takes the units it uses away from others. */
const takesUnits = ({ phase, stacking }: StackingOf) =>
  (stacking.takesUnits ?? (phase === 3 ? 'phase' : 'no')) !== 'no';

/** Phases 1b … 5 and 8a have an order in which one may be alone; halves 1a and 8b have none. */
const mayExcludeAll = (of: StackingOf) =>
  (isPricePhase(of) && of.half !== '1a') || (of.phase === 8 && of.half !== '8b');

const mayExcludeLine = (of: StackingOf) => (isPricePhase(of) && of.half !== '1a') || of.phase === 8;

/** Everything that a promotion's own stacking may get wrong, one rule each. */
const RULES: readonly Rule[] = [
  {
    field: 'exclusive',
    code: 'exclusive-out-of-phase',
    text: {
      ru: 'Исключать все акции можно в фазах 1–5 и 8, без границ цены и множителей.',
      en: 'All can be excluded in phases 1 … 5 and 8, not by floors or multipliers.',
    },
    isBroken: (of) => of.stacking.exclusive === 'all' && !mayExcludeAll(of),
  },
  {
    field: 'exclusive',
    code: 'exclusive-out-of-phase',
    text: {
      ru: 'Строку можно занять в фазах 1–5 и 8.',
      en: 'A line can be taken in phases 1 … 5 and 8.',
    },
    isBroken: (of) => of.stacking.exclusive === 'line' && !mayExcludeLine(of),
  },
  {
    field: 'exclusive',
    code: 'exclusive-not-allowed',
    text: {
      ru: 'Этой акции нельзя исключать все остальные.',
      en: 'This promotion may not exclude all others.',
    },
    isBroken: ({ code, stacking, settings }) =>
      stacking.exclusive === 'all' && settings.mayExcludeAll?.includes(code) === false,
  },
  {
    field: 'isAlways',
    code: 'always-not-allowed',
    text: {
      ru: 'Этой акции нельзя действовать всегда.',
      en: 'This promotion may not be always there.',
    },
    isBroken: ({ code, stacking, settings }) =>
      stacking.isAlways === true && settings.mayAlways?.includes(code) === false,
  },
  {
    field: 'isAlways',
    code: 'always-and-exclusive',
    text: {
      ru: 'Нельзя и исключать все, и действовать всегда.',
      en: 'It cannot exclude all and be always there.',
    },
    isBroken: ({ stacking }) => stacking.isAlways === true && stacking.exclusive === 'all',
  },
  {
    field: 'requires',
    code: 'requires-with-exclusive',
    text: {
      ru: 'Исключающая все акция ничего не требует.',
      en: 'One that excludes all requires nothing.',
    },
    isBroken: ({ stacking }) => stacking.exclusive === 'all' && stacking.requires !== undefined,
  },
  {
    field: 'requires',
    code: 'requires-itself',
    text: { ru: 'Акция требует саму себя.', en: 'It requires itself.' },
    isBroken: ({ code, stacking }) => stacking.requires?.includes(code) === true,
  },
  {
    field: 'blocks',
    code: 'blocks-itself',
    text: { ru: 'Акция блокирует саму себя.', en: 'It blocks itself.' },
    isBroken: ({ code, stacking }) => stacking.blocks?.includes(code) === true,
  },
  {
    field: 'blockedBy',
    code: 'blocks-itself',
    text: { ru: 'Акция блокирует саму себя.', en: 'It blocks itself.' },
    isBroken: ({ code, stacking }) => stacking.blockedBy?.includes(code) === true,
  },
  {
    field: 'takesUnits',
    code: 'takes-units-out-of-phase',
    text: { ru: 'Единицы занимают в фазах 1–5.', en: 'Units are taken in phases 1 … 5.' },
    isBroken: (of) => takesUnits(of) && !isPricePhase(of),
  },
  {
    field: 'capBasisPoints',
    code: 'cap-out-of-phase',
    text: { ru: 'Предел скидки бывает в фазах 1–5.', en: 'A cap belongs to phases 1 … 5.' },
    isBroken: (of) => of.stacking.capBasisPoints !== undefined && !isPricePhase(of),
  },
  {
    field: 'policy',
    code: 'best-per-line-takes-sets',
    text: {
      ru: 'Наборы с занятыми единицами не делятся по строкам.',
      en: 'Sets that take units cannot be judged line by line.',
    },
    isBroken: (of) =>
      policyOf(of) === 'best-per-line' &&
      (hasSets(of) || of.selector === 'n-plus-m') &&
      takesUnits(of),
  },
  {
    field: 'policy',
    code: 'best-deal-needs-sets',
    text: { ru: 'Эта политика — только для наборов.', en: 'This policy is for sets only.' },
    isBroken: (of) => policyOf(of) === 'best-deal' && !hasSets(of),
  },
  {
    field: 'policy',
    code: 'best-deal-out-of-phase',
    text: { ru: 'Эта политика — для фаз 3 и 5.', en: 'This policy is for phases 3 and 5.' },
    isBroken: (of) => policyOf(of) === 'best-deal' && of.phase !== 3 && of.phase !== 5,
  },
  {
    field: 'takesUnits',
    code: 'best-deal-takes-units',
    text: { ru: 'Эта политика занимает единицы.', en: 'This policy takes units.' },
    isBroken: (of) => policyOf(of) === 'best-deal' && !takesUnits(of),
  },
  {
    field: 'exclusive',
    code: 'best-deal-exclusive',
    text: {
      ru: 'С этой политикой нельзя исключать строку или группу.',
      en: 'With this policy neither line nor group is excluded.',
    },
    isBroken: (of) =>
      policyOf(of) === 'best-deal' &&
      of.stacking.exclusive !== undefined &&
      of.stacking.exclusive !== 'all',
  },
];

/** Checks how a promotion stands to others, as far as it can be seen from itself and the settings. */
export function stackingProblems(of: StackingOf): readonly PromotionProblem[] {
  return RULES.filter((rule) => rule.isBroken(of)).map(({ field, code, text }) => ({
    path: `/stacking/${field}`,
    code,
    text,
  }));
}
