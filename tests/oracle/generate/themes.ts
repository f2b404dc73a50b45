import fc from 'fast-check';
import type { Facts } from '../facts.ts';
import type { RuleSet } from '../rules.ts';
import { factsOf } from './facts.ts';
import { POLICIES, ruleSetOf, type Theme } from './rule-sets.ts';

/** A rule set and a receipt that it is asked about. */
export type Case = { readonly rules: RuleSet; readonly facts: Facts };

const PRICES = ['1a', '1b', '2', '2', '2', '4', '4', '5', '6'];
const POINTS = ['7', '7', '8a', '8a', '8a', '8b', '8b'];

const PLAIN: Omit<Theme, 'name' | 'halves'> = {
  mood: 'open',
  promotionsMax: 6,
  linesMax: 5,
  sets: 0,
  deferred: 1,
  hasEvents: false,
  policies: POLICIES,
  limits: 1,
};

/** What the random cases are about: each is dense in one corner of the norm. */
export const THEMES: readonly Theme[] = [
  { ...PLAIN, name: 'prices', halves: PRICES },
  { ...PLAIN, name: 'one group', halves: ['2'], promotionsMax: 5, linesMax: 4 },
  { ...PLAIN, name: 'limits', halves: ['2', '2', '3', '8a'], sets: 2, limits: 6, deferred: 2 },
  {
    ...PLAIN,
    name: 'sets',
    halves: ['2', '3', '3', '3', '5'],
    promotionsMax: 4,
    linesMax: 4,
    sets: 7,
  },
  {
    ...PLAIN,
    name: 'deals',
    halves: ['3'],
    promotionsMax: 3,
    linesMax: 4,
    sets: 10,
    policies: ['best-deal'],
  },
  { ...PLAIN, name: 'points', halves: POINTS },
  {
    ...PLAIN,
    name: 'running state',
    halves: ['0', ...PRICES, ...POINTS, '9'],
    mood: 'state',
    deferred: 2,
  },
  {
    ...PLAIN,
    name: 'conditions',
    halves: ['1b', '2', '4', '8a', '9', '10'],
    mood: 'picky',
    promotionsMax: 7,
    linesMax: 3,
    deferred: 3,
  },
  {
    ...PLAIN,
    name: 'effects for others',
    halves: ['0', '2', '4', '8a', '9', '10'],
    promotionsMax: 5,
    linesMax: 3,
    sets: 1,
    deferred: 5,
    hasEvents: true,
  },
  {
    ...PLAIN,
    name: 'everything',
    halves: ['0', '3', '3', ...PRICES, ...POINTS, '10'],
    mood: 'state',
    promotionsMax: 7,
    linesMax: 4,
    sets: 2,
    deferred: 2,
    hasEvents: true,
  },
];

export function caseOf(theme: Theme): fc.Arbitrary<Case> {
  const facts = factsOf({
    linesMax: theme.linesMax,
    members: theme.name === 'points' ? 'all' : 'most',
  });
  return fc.record({ rules: ruleSetOf(theme), facts }, { noNullPrototype: true });
}
