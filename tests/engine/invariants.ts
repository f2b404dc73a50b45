import assert from 'node:assert/strict';
import type { FactLine, Facts } from '../oracle/facts.ts';
import { type Json, type JsonObject, object, objects, own, text } from '../oracle/json.ts';
import type { RuleSet, Settings } from '../oracle/rules.ts';

// What 10.3 of docs/engine.md promises of every decision.

export function assertMoneyAddsUp(decision: Json): void {
  const lines = objects(own(decision, 'lines'));
  for (const line of lines) {
    const discounts = objects(line['discounts']).map((one) => number(one, 'kopecks'));
    assert.equal(total(discounts), number(line, 'discountKopecks'), 'Σ of a line’s discounts');
    assertSplit(line);
  }
  const whole = object(decision);
  assertSplit(whole);
  for (const field of ['grossKopecks', 'discountKopecks', 'redeemedKopecks', 'payableKopecks']) {
    assert.equal(total(lines.map((line) => number(line, field))), number(whole, field), field);
  }
  const paid = objects(whole['redemptions']).map((one) => number(one, 'kopecks'));
  assert.equal(total(paid), number(whole, 'redeemedKopecks'), 'what points paid');
}

function assertSplit(line: JsonObject): void {
  const [gross, discount, redeemed, payable] = [
    number(line, 'grossKopecks'),
    number(line, 'discountKopecks'),
    number(line, 'redeemedKopecks'),
    number(line, 'payableKopecks'),
  ];
  assert.equal(gross, discount + redeemed + payable, 'gross = discount + redeemed + payable');
  assert.ok(Math.min(gross, discount, redeemed, payable) >= 0, 'nothing is negative');
}

export function assertPointsAddUp(decision: Json): void {
  const accruals = objects(own(decision, 'accruals'));
  for (const accrual of accruals) {
    const byLine = objects(accrual['byLine']).map((one) => number(one, 'points'));
    const hasLines = objects(own(decision, 'lines')).length > 0;
    if (number(accrual, 'points') > 0 && hasLines) {
      assert.equal(total(byLine), number(accrual, 'points'), 'Σ points by line');
    }
  }
  const onLines = objects(own(decision, 'lines')).flatMap((line) => objects(line['accruals']));
  const earned = accruals.filter(
    (one) => number(one, 'points') > 0 && objects(one['byLine']).length > 0,
  );
  assert.equal(
    total(onLines.map((one) => number(one, 'points'))),
    total(earned.map((one) => number(one, 'points'))),
    'points of all lines',
  );
}

/** The floor of 10.1, in whole kopecks. */
export function floorOf(line: FactLine, settings: Settings): number {
  if (line.isNonDiscountable) return line.grossKopecks;
  const perUnit = (kopecks: number): number => Math.ceil((kopecks * line.quantityMilli) / 1000);
  return Math.min(
    line.grossKopecks,
    Math.max(
      perUnit(line.minPriceKopecks ?? 0),
      perUnit(settings.floorUnitKopecks ?? 0),
      Math.ceil((line.grossKopecks * (settings.floorBasisPoints ?? 0)) / 10_000),
    ),
  );
}

export function assertFloorsHold(decision: Json, rules: RuleSet, facts: Facts): void {
  const settings = rules.settings ?? {};
  const byNo = new Map(facts.lines.map((line) => [line.lineNo, line]));
  for (const line of objects(own(decision, 'lines'))) {
    const found = byNo.get(number(line, 'lineNo'));
    assert.ok(found !== undefined);
    const floor = floorOf(found, settings);
    const price = number(line, 'grossKopecks') - number(line, 'discountKopecks');
    assert.ok(price >= floor, `line ${found.lineNo} costs ${price}, its floor is ${floor}`);
    if (settings.pointsPayFloor !== true)
      assert.ok(number(line, 'payableKopecks') >= Math.min(floor, price));
  }
}

/** What is reported of a limit that stops or cuts is never more than was left of it. */
export function assertLimitsHold(decision: Json, rules: RuleSet, facts: Facts): void {
  const used = new Map<string, number>();
  for (const use of objects(own(decision, 'limitUses'))) {
    const key = text(use['key']);
    used.set(key, (used.get(key) ?? 0) + number(use, 'amount'));
    const promotion = rules.promotions.find((one) => one.code === use['promotionCode']);
    const limit = promotion?.limits?.find((one) => one.code === use['limitCode']);
    if (limit === undefined || limit.reaction === 'alarm') continue;
    const room = Math.max(0, limit.max - (facts.limitUsed[key] ?? 0));
    assert.ok((used.get(key) ?? 0) <= room, `limit ${key}: ${used.get(key)} of ${room}`);
  }
}

function number(record: JsonObject, field: string): number {
  const found = record[field];
  assert.equal(typeof found, 'number', field);
  return Number(found);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
