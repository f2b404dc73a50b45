import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Limit } from '../language/limit-shape.ts';
import type { Promotion } from '../language/rule.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { limitKeyProblems } from './validate-limit-keys.ts';

const withLimit = (limit: Partial<Limit>, code = 'a'): Promotion => ({
  code,
  title: { ru: 'а', en: 'a' },
  phase: 2,
  isOn: true,
  then: [],
  stacking: { group: code, priority: 0 },
  limits: [{ code: 'l', unit: 'times', subject: 'promotion', period: 'offer', max: 5, ...limit }],
});
const codes = (...promotions: Promotion[]) =>
  limitKeyProblems(promotions, DEFAULT_SETTINGS).map(({ path, code }) => `${path} ${code}`);

test('a floating period is for members only', () => {
  const period = { lastDays: 7 };
  assert.deepEqual(codes(withLimit({ period })), ['/0/limits/0/period limit-shared-floats']);
  assert.deepEqual(codes(withLimit({ period, subject: 'member' })), []);
});

test('limits of one key count the same thing', () => {
  const both = (limit: Partial<Limit>) =>
    codes(withLimit({ key: 'k' }), withLimit({ key: 'k', ...limit }, 'b'));
  assert.deepEqual(both({}), []);
  for (const other of [
    { unit: 'units' },
    { period: 'day' },
    { subject: 'store' },
    { max: 6 },
  ] as const) {
    assert.deepEqual(both(other), ['/1/limits/0/key limit-key-mixed']);
  }
});

test('limits of a campaign are one for one campaign, those of a funder for the first who pays', () => {
  const both = (a: Partial<Promotion>, b: Partial<Promotion>, subject: Limit['subject']) =>
    codes(
      { ...withLimit({ key: 'k', subject }), ...a },
      { ...withLimit({ key: 'k', subject }, 'b'), ...b },
    ).length === 0;
  const campaign = (campaignCode: string) => ({ campaignCode });
  assert.equal(both(campaign('x'), campaign('x'), 'campaign'), true);
  assert.equal(both(campaign('x'), campaign('y'), 'campaign'), false);
  assert.equal(both(campaign('x'), campaign('y'), 'promotion'), true);
  const funded = (partyCode: string) => ({ funding: [{ partyCode, shareBasisPoints: 10_000 }] });
  assert.equal(both(funded('x'), funded('x'), 'funder'), true);
  assert.equal(both(funded('x'), funded('y'), 'funder'), false);
  assert.equal(both({}, funded(DEFAULT_SETTINGS.funderCode), 'funder'), true);
  assert.equal(both(funded('x'), funded('y'), 'store'), true);
});

test('limits that do not outlive their receipt may be anything', () => {
  const passing = { key: 'k', period: 'receipt' } as const;
  assert.deepEqual(codes(withLimit(passing), withLimit({ ...passing, max: 9 }, 'b')), []);
});
