import type { Facts } from '../oracle/facts.ts';
import type { Promotion, RuleSet, Stacking } from '../oracle/rules.ts';
import { facts, goods, line, percentOff, promotion, ruleSet } from './build.ts';

// Chapter 9.6 of docs/engine.md: every pair of the fifteen codes on one receipt.
//
// The receipt: coffee 100 ₽, tea 50 ₽.
// Promotion X: 20 % off coffee (20 ₽), priority 2. Promotion Y: 10 % off everything (10 + 5 ₽), priority 1.

/** What a code means for a promotion in words, and how it is written. */
export type Code = {
  readonly code: string;
  readonly kind: 'policy' | 'modifier';
  readonly words: string;
  readonly on: (other: string) => Partial<Stacking>;
};

const policy = (code: string, words: string, name: string): Code => ({
  code,
  kind: 'policy',
  words,
  on: () => ({ policy: name }),
});

const modifier = (code: string, words: string, on: Code['on']): Code => ({
  code,
  kind: 'modifier',
  words,
  on,
});

export const CODES: readonly Code[] = [
  policy('SUM', 'discounts add up, each from the full price', 'sum'),
  policy('CHAIN', 'each discount from what the one before left', 'chain'),
  policy('B-LINE', 'the better discount of each line', 'best-per-line'),
  policy('B-RECEIPT', 'the better discount of the receipt', 'best-for-buyer'),
  policy('FIRST', 'the first by priority', 'first-by-priority'),
  policy('MIN', 'the cheaper one for the shop', 'least-cost'),
  policy('CHOICE', 'the buyer chooses, and has not', 'choice'),
  modifier('X-LINE', 'alone on its lines', () => ({ exclusive: 'line' })),
  modifier('X-GROUP', 'alone in its group', () => ({ exclusive: 'group' })),
  modifier('X-ALL', 'alone on the receipt', () => ({ exclusive: 'all' })),
  modifier('BLOCK', 'switches the other off', (other) => ({ blocks: [other] })),
  modifier('REQ', 'only when the other has fired', (other) => ({ requires: [other] })),
  modifier('TAKE', 'goods it used are gone for the others', () => ({ takesUnits: 'phase' })),
  modifier('ALWAYS', 'always plays, after the others', () => ({ isAlways: true })),
  modifier('CAP', 'the group gives at most 10 % of the receipt', () => ({ capBasisPoints: 1000 })),
];

/** The discount in roubles; one row per code, from its own column on. */
export const TABLE: Readonly<Record<string, readonly number[]>> = {
  SUM: [35, 33, 33, 33, 33, 33, 33, 25, 15, 15, 15, 35, 35, 33, 15],
  CHAIN: [33, 33, 33, 33, 33, 33, 25, 15, 15, 15, 33, 33, 33, 15],
  'B-LINE': [25, 33, 33, 33, 33, 25, 15, 15, 15, 20, 25, 33, 15],
  'B-RECEIPT': [20, 33, 33, 33, 20, 15, 15, 15, 20, 20, 33, 15],
  FIRST: [20, 33, 33, 20, 15, 15, 15, 20, 20, 33, 15],
  MIN: [15, 33, 15, 15, 15, 15, 20, 15, 33, 15],
  CHOICE: [20, 20, 15, 15, 15, 20, 20, 33, 15],
  'X-LINE': [25, 15, 15, 15, 25, 25, 33, 15],
  'X-GROUP': [20, 15, 15, 20, 20, 33, 15],
  'X-ALL': [20, 20, 20, 20, 33, 15],
  BLOCK: [20, 20, 20, 33, 15],
  REQ: [0, 15, 15, 15],
  TAKE: [25, 25, 15],
  ALWAYS: [33, 15],
  CAP: [15],
};

export type Pair = {
  readonly row: Code;
  readonly column: Code;
  readonly roubles: number;
  readonly rules: RuleSet;
};

export const RECEIPT: Facts = facts({
  lines: [line([1, 'coffee', 10_000]), line([2, 'tea', 5_000])],
});

function coffee(stacking: Partial<Stacking>): Promotion {
  const then = [percentOff(20)];
  return promotion({
    code: 'x',
    select: goods('coffee'),
    then,
    stacking: { priority: 2, ...stacking },
  });
}

function everything(stacking: Partial<Stacking>): Promotion {
  return promotion({ code: 'y', then: [percentOff(10)], stacking: { priority: 1, ...stacking } });
}

/** A cap and a policy are said by every member of a group. */
function rulesOf(row: Code, column: Code): RuleSet {
  if (row.kind === 'policy' && column.kind === 'policy') {
    if (row === column) return ruleSet([coffee(row.on('y')), everything(row.on('x'))]);
    const groups = [
      coffee({ group: 'a', ...row.on('y') }),
      everything({ group: 'b', ...column.on('x') }),
    ];
    return ruleSet(groups);
  }
  const common = {
    ...(row.kind === 'policy' ? row.on('y') : { policy: 'sum' }),
    ...([row.code, column.code].includes('CAP') ? { capBasisPoints: 1000 } : {}),
  };
  const own = row.kind === 'policy' ? {} : row.on('y');
  return ruleSet([coffee({ ...common, ...own }), everything({ ...common, ...column.on('x') })]);
}

export const PAIRS: readonly Pair[] = CODES.flatMap((row, i) =>
  CODES.slice(i).map((column, k) => ({
    row,
    column,
    roubles: TABLE[row.code]?.[k] ?? -1,
    rules: rulesOf(row, column),
  })),
);
