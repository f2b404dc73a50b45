import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '#shared/assert.ts';
import { instant, localMoment, parseInstant, parseLocalDate } from '#shared/time.ts';
import { GOODS } from '../../db/seed/goods.ts';
import { seedMembers } from '../../db/seed/people.ts';
import { STORES } from '../../db/seed/stores.ts';
import { type Act, lastFullDay, planDay, type Visit } from './day.ts';

const DATE = present(parseLocalDate('2026-03-02'), 'date');
const options = {
  seed: 'kopilka',
  date: DATE,
  receipts: 2400,
  members: seedMembers(200),
  newcomers: seedMembers(12, '1'),
};
const day = planDay(options);
const visits = day.filter((act): act is Visit => act.kind === 'visit');

test('the same seed plans the same day', () => {
  assert.deepEqual(planDay(options), day);
});

test('another seed plans another day', () => {
  assert.notDeepEqual(planDay({ ...options, seed: 'other' }), day);
});

test('a day has as many visits as were asked for, numbered in order of time', () => {
  assert.equal(visits.length, 2400);
  assert.deepEqual(
    visits.map((visit) => visit.no),
    visits.map((_, place) => place),
  );
});

test('a day reaches every store and all eleven time zones', () => {
  const stores = new Set(visits.map((visit) => visit.terminalCode.split('-')[0]));
  assert.equal(stores.size, STORES.length);
  const offsets = new Set(STORES.map((store) => localMoment(instant(0), store.zone).minuteOfDay));
  assert.ok(STORES.length >= 13);
  assert.equal(new Set(STORES.map((store) => store.zone)).size >= 11, true);
  assert.equal(offsets.size >= 10, true);
});

test('every visit happens on the planned date by its own store’s clock', () => {
  const zoneByCode = new Map(STORES.map((store) => [store.code, store.zone]));
  for (const visit of visits) {
    const zone = zoneByCode.get(visit.terminalCode.split('-')[0] ?? '') ?? '';
    assert.equal(localMoment(visit.at, zone).date, DATE);
  }
});

test('about seven visits of ten show a card', () => {
  const share = visits.filter((visit) => visit.card !== null).length / visits.length;
  assert.ok(share > 0.65 && share < 0.75, String(share));
});

test('a regret follows its visit on the same till and names lines that were bought', () => {
  const seen = new Map<number, Visit>();
  let regrets = 0;
  for (const act of day) {
    if (act.kind === 'visit') seen.set(act.no, act);
    if (act.kind !== 'return' && act.kind !== 'cancel') continue;
    regrets += 1;
    const visit = seen.get(act.visitNo);
    assert.ok(visit !== undefined, 'the visit comes first');
    assert.equal(act.terminalCode, visit.terminalCode);
    for (const line of act.lines) {
      const bought = visit.basket.find((one) => one.lineNo === line.lineNo);
      assert.ok(bought !== undefined && line.quantityMilli <= bought.quantityMilli);
      assert.ok(line.quantityMilli > 0);
    }
  }
  assert.ok(regrets > 80 && regrets < 180, String(regrets));
});

test('nobody shows a card before joining', () => {
  const joined = new Map<string, number>();
  for (const act of day) if (act.kind === 'joining') joined.set(act.member.card, act.at);
  assert.equal(joined.size, 12);
  for (const visit of visits) {
    const at = visit.card === null ? undefined : joined.get(visit.card);
    if (at !== undefined) assert.ok(visit.at > at);
  }
});

test('baskets hold goods of the shelf, each at most once, with whole pieces', () => {
  const bySku = new Map(GOODS.map((goods) => [goods.sku, goods]));
  for (const { basket } of visits) {
    assert.equal(new Set(basket.map((line) => line.sku)).size, basket.length);
    for (const line of basket) {
      const goods = bySku.get(line.sku);
      assert.equal(line.priceKopecks, goods?.priceKopecks);
      assert.ok(goods?.isWeighed === true || line.quantityMilli % 1000 === 0);
    }
  }
});

test('evenings are busier than mornings', () => {
  const hourOf = (act: Act) => {
    const store = STORES.find((one) => act.terminalCode.startsWith(one.code));
    return Math.floor(localMoment(act.at, store?.zone ?? '').minuteOfDay / 60);
  };
  const hours = visits.map(hourOf);
  const between = (from: number, to: number) => hours.filter((h) => h >= from && h < to).length;
  assert.ok(between(17, 21) > 2 * between(6, 10));
});

test('the last full day is over in Kaliningrad, the westernmost zone', () => {
  const now = parseInstant('2026-03-05T00:00:00Z') ?? instant(0);
  const date = lastFullDay(now);
  assert.equal(date, '2026-03-04');
  assert.equal(localMoment(instant(now - 7_200_000), 'Europe/Kaliningrad').date, '2026-03-05');
});
