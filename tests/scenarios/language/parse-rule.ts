import { CONDITION_PARSERS } from './parse-condition.ts';
import { EFFECT_PARSERS } from './parse-effect.ts';
import { parseSelector } from './parse-selector.ts';
import type { ConditionPart, Part, Policy, RuleStep } from './steps.ts';
import { integerOf, moneyOf } from './values.ts';
import type { Reader } from './words.ts';

const PHASES = ['price', 'lines', 'sets', 'basket', 'coupons', 'correction'] as const;
const POLICIES: Readonly<Record<string, Policy>> = {
  sum: 'sum',
  chain: 'chain',
  best: 'best-for-buyer',
  first: 'first-by-priority',
  choice: 'choice',
};
const EARNING = 8;

/** The phase that an effect belongs to when the rule names none; points are phase 8. */
const PHASE_BY_EFFECT: Readonly<Record<string, number>> = {
  'percent-off': 2,
  'amount-off': 2,
  'fixed-price': 2,
  'receipt-amount-off': 4,
  'round-down-total': 6,
  'redemption-cap': 7,
  message: 9,
};
const SET_SELECTORS = ['every-nth-unit', 'cheapest-units'];

type Draft = {
  phase: number | null;
  group: string | null;
  policy: Policy;
  priority: number;
  isExclusive: boolean;
  limits: RuleStep['limits'];
  conditions: ConditionPart[];
  selector: Part | null;
  effects: Part[];
};

/** How each clause is read; effects stand beside them and say what the rule gives. */
const CLAUSES: Readonly<Record<string, (reader: Reader, draft: Draft) => void>> = {
  phase: (reader, draft) => {
    const word = reader.need(...PHASES);
    draft.phase = PHASES.findIndex((phase) => phase === word) + 1;
  },
  group: (reader, draft) => {
    draft.group = reader.name('a stacking group');
  },
  policy: (reader, draft) => {
    draft.policy = POLICIES[reader.need(...Object.keys(POLICIES))] ?? 'sum';
  },
  priority: (reader, draft) => {
    draft.priority = integerOf(reader);
  },
  exclusive: (_reader, draft) => {
    draft.isExclusive = true;
  },
  'at-most': parseLimit,
  when: parseConditions,
  on: (reader, draft) => {
    draft.selector = parseSelector(reader);
  },
};

/** `rule "TITLE" [group G] [policy P] [priority N] [when … and …] [on …] EFFECT … [at-most …]` */
export function parseRule(reader: Reader): RuleStep {
  const title = reader.name('the title of the rule, in quotes');
  const draft: Draft = {
    phase: null,
    group: null,
    policy: 'sum',
    priority: 0,
    isExclusive: false,
    limits: {},
    conditions: [],
    selector: null,
    effects: [],
  };
  while (!reader.isDone()) {
    const word = reader.need(...Object.keys(CLAUSES), ...Object.keys(EFFECT_PARSERS));
    const effect = EFFECT_PARSERS[word]?.(reader);
    if (effect === undefined) CLAUSES[word]?.(reader, draft);
    else draft.effects.push(effect);
  }
  if (draft.effects.length === 0) reader.fail(Object.keys(EFFECT_PARSERS).join(' | '));
  return { ...draft, kind: 'rule', title, phase: draft.phase ?? defaultPhase(draft) };
}

function parseConditions(reader: Reader, draft: Draft): void {
  do {
    // `when category cheese` speaks of the goods that take part: it selects.
    if (reader.accept('category') !== undefined) {
      const groupCodes = reader.list('groups of goods, like cheese,milk');
      draft.selector = { code: 'goods', params: { groupCodes } };
      continue;
    }
    const isNot = reader.accept('not') !== undefined;
    const word = reader.need(...Object.keys(CONDITION_PARSERS));
    const parse = CONDITION_PARSERS[word] ?? reader.fail('a condition');
    draft.conditions.push({ ...parse(reader), isNot });
  } while (reader.accept('and') !== undefined);
}

/** `at-most 500₽` or `at-most 100 points`. */
function parseLimit(reader: Reader, draft: Draft): void {
  const kopecks = moneyOf(reader);
  draft.limits =
    reader.accept('points') === undefined
      ? { receiptKopecksMax: kopecks }
      : { receiptPointsMax: kopecks / 100 };
}

function defaultPhase({ effects, selector }: Draft): number {
  const phase = Math.min(...effects.map((effect) => PHASE_BY_EFFECT[effect.code] ?? EARNING));
  return phase === 2 && SET_SELECTORS.includes(selector?.code ?? '') ? 3 : phase;
}
