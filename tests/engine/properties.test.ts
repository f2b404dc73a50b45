import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Facts } from '../oracle/facts.ts';
import { factsOf } from '../oracle/generate/facts.ts';
import { type Case, caseOf, THEMES } from '../oracle/generate/themes.ts';
import { type Json, list, object, own } from '../oracle/json.ts';
import { cameBack, everything } from '../oracle/returns.ts';
import type { Effect, Promotion, RuleSet } from '../oracle/rules.ts';
import { EVALUATORS } from './both.ts';
import { goods, promotion, ruleSet } from './build.ts';
import {
  assertFloorsHold,
  assertLimitsHold,
  assertMoneyAddsUp,
  assertPointsAddUp,
} from './invariants.ts';

// Issue of the engine, point 3. ORACLE_CASES says how many cases in all, ORACLE_SEED repeats a run.

const CASES = Number(process.env['ORACLE_CASES'] ?? 2000);
const seed = Number(process.env['ORACLE_SEED'] ?? Date.now() % 2 ** 31);

/** A property gets its part of the cases, a theme its part of those. */
function runs(parts: number): { numRuns: number; seed: number } {
  return { numRuns: Math.ceil(CASES / 20 / parts), seed };
}

/** Everything in a decision but who got which verdict. */
function withoutVerdicts(decision: Json): Json {
  return { ...object(decision), verdicts: null };
}

/** Whether a promotion entered: neither ruled out nor missed. */
function entered(decision: Json, index: number): boolean {
  const entries = list(own(own(decision, 'verdicts'), 'list')).map((entry) => list(entry));
  const found = entries.find(([number]) => number === index);
  return found !== undefined && found[1] !== 4;
}

const PERCENT: fc.Arbitrary<Effect> = fc
  .constantFrom(1, 333, 1000, 5000, 10_000)
  .map((rateBasisPoints) => ({ effect: 'percent-off', params: { rateBasisPoints } }));
const AMOUNT: fc.Arbitrary<Effect> = fc
  .constantFrom(1, 99, 3000)
  .map((amountKopecks) => ({ effect: 'amount-off', params: { amountKopecks, per: 'unit' } }));
const PRICE: fc.Arbitrary<Effect> = fc
  .constantFrom(1, 500, 9000)
  .map((priceKopecks) => ({ effect: 'fixed-price', params: { priceKopecks } }));

/** A discount on whole lines, in one `sum` group. */
const PLAIN: fc.Arbitrary<Omit<Promotion, 'code'>> = fc
  .record({
    then: fc.oneof(PERCENT, AMOUNT, PRICE),
    skus: fc.subarray(['s1', 's2', 's3', 's4', 's5']),
    priority: fc.constantFrom(0, 1, 2),
  })
  .map(({ then, skus, priority }) => ({
    ...promotion({ code: '-', then: [then], stacking: { priority } }),
    ...(skus.length === 0 ? {} : { select: goods(...skus) }),
  }));

const plainCase = fc.record({
  promotions: fc.array(PLAIN, { maxLength: 4 }),
  more: PLAIN,
  facts: factsOf({ linesMax: 4, members: 'most' }),
});

for (const { name, run } of EVALUATORS) {
  for (const theme of THEMES) {
    test(`${name}, ${theme.name}: no line is below its floor, money and points add up, limits hold`, () => {
      fc.assert(
        fc.property(caseOf(theme), ({ rules, facts }) => {
          const decision = run(rules, facts);
          assertMoneyAddsUp(decision);
          assertPointsAddUp(decision);
          assertFloorsHold(decision, rules, facts);
          if (!theme.hasEvents) assertLimitsHold(decision, rules, facts);
        }),
        runs(THEMES.length / 6),
      );
    });
  }

  test(`${name}: a promotion that does not enter changes nothing but its own verdict`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...THEMES).chain(caseOf), ({ rules, facts }) => {
        const decision = run(rules, facts);
        const live = liveOf(rules, facts);
        const idle = live.filter((_, i) => !entered(decision, i)).map((one) => one.code);
        const promotions = rules.promotions.filter((one) => !idle.includes(one.code));
        const without = run({ ...rules, promotions }, facts);
        assert.deepEqual(withoutVerdicts(without), withoutVerdicts(decision));
      }),
      runs(1),
    );
  });

  test(`${name}: the order of promotions, lines and of what is in no order changes nothing; twice is the same`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...THEMES).chain(caseOf), ({ rules, facts }) => {
        const first = JSON.stringify(run(rules, facts));
        assert.equal(JSON.stringify(run(rules, facts)), first);
        const turned = shuffled({ rules, facts });
        assert.equal(JSON.stringify(run(turned.rules, turned.facts)), first);
      }),
      runs(1),
    );
  });

  test(`${name}: a line discount for everybody never makes a receipt dearer: one sum group, no conditions, limits, caps, blocks, exclusives, taken units`, () => {
    fc.assert(
      fc.property(plainCase, ({ promotions, more, facts }) => {
        const coded = promotions.map((one, i) => ({ ...one, code: `p${i}` }));
        const before = run(ruleSet(coded), facts);
        for (const code of ['a-first', 'p1-between', 'z-last']) {
          const after = run(ruleSet([...coded, { ...more, code }]), facts);
          assert.ok(Number(own(after, 'payableKopecks')) <= Number(own(before, 'payableKopecks')));
        }
      }),
      runs(1),
    );
  });

  test(`${name}: what is bought and returned, all of it in any steps, has not happened`, () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: 1, max: 9000 })), {
      maxLength: 6,
    });
    const words = fc.constantFrom('proportional', 're-evaluate', 'keep');
    fc.assert(
      fc.property(
        fc.constantFrom(...THEMES).chain(caseOf),
        steps,
        words,
        (found, parts, onReturn) => {
          assertComesBack(
            {
              ...found,
              rules: { ...found.rules, settings: { ...found.rules.settings, onReturn } },
            },
            parts,
            run,
          );
        },
      ),
      runs(1),
    );
  });
}

function assertComesBack(
  { rules, facts }: Case,
  parts: readonly (readonly [number, number])[],
  run: (rules: RuleSet, facts: Facts) => Json,
): void {
  const decision = run(rules, facts);
  const bought = { rules, facts, decision };
  const returned = new Map(facts.lines.map((line) => [line.lineNo, 0n]));
  const isProportional = rules.settings?.onReturn === 'proportional';
  let before = cameBack(bought, returned);
  for (const [place, milli] of parts) {
    const line = facts.lines[place % facts.lines.length];
    if (line === undefined) continue;
    const more = (returned.get(line.lineNo) ?? 0n) + BigInt(milli);
    returned.set(
      line.lineNo,
      more < BigInt(line.quantityMilli) ? more : BigInt(line.quantityMilli),
    );
    const after = cameBack(bought, returned);
    for (const [key, amount] of after) {
      if (isProportional) assert.ok(amount >= (before.get(key) ?? 0n), `${key} went back`);
    }
    before = after;
  }
  for (const line of facts.lines) returned.set(line.lineNo, BigInt(line.quantityMilli));
  const all = cameBack(bought, returned);
  for (const [key, amount] of everything(rules, decision)) assert.equal(all.get(key), amount, key);
}

function liveOf(rules: RuleSet, facts: Facts): Promotion[] {
  const live = rules.promotions.filter(
    (one) => one.isOn && (one.trigger ?? 'receipt') === facts.trigger,
  );
  return live.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Everything that has no order, the other way round. */
function shuffled({ rules, facts }: Case): Case {
  const member =
    facts.member === null ? null : { ...facts.member, tags: facts.member.tags.toReversed() };
  return {
    rules: { ...rules, promotions: rules.promotions.toReversed() },
    facts: {
      ...facts,
      member,
      lines: facts.lines
        .toReversed()
        .map((line) => ({ ...line, groupCodes: line.groupCodes.toReversed() })),
      coupons: facts.coupons.toReversed(),
      payments: facts.payments.toReversed(),
      redemption: facts.redemption.toReversed(),
      calendarCodes: facts.calendarCodes.toReversed(),
      chosenCodes: facts.chosenCodes.toReversed(),
    },
  };
}
