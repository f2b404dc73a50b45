import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, type ReceiptWish } from '../../testing/builders.ts';
import { evaluate } from '../evaluate.ts';
import { hexOf } from './bits.ts';
import { compileRuleSet } from './rule-set.ts';

const use = (condition: string, params: Record<string, unknown>) => ({ condition, params });
type When = NonNullable<Parameters<typeof aPromotion>[0]>['when'];

/** One rule set for many receipts: what is remembered of one must not be wrong for another. */
function indexOf(...whens: NonNullable<When>[]) {
  const ruleSet = compileRuleSet(
    1,
    whens.map((when, i) => aPromotion({ code: `p${i}`, when })),
  );
  return (wish: ReceiptWish) => {
    const { verdicts } = evaluate(ruleSet, aReceipt(wish), { explain: true });
    const { place, time } = verdicts.ruledOut ?? {};
    assert.ok(place !== undefined && time !== undefined);
    return { place: hexOf(place, whens.length), time: hexOf(time, whens.length) };
  };
}

test('the place is asked anew for each store, channel and city', () => {
  const ask = indexOf(
    [use('place', { storeCodes: ['KZN1'] })],
    [use('channel', { channels: ['web'] })],
    [use('place', { cityCodes: ['kazan'], legalEntityCodes: ['llc'] })],
  );
  const place = (wish: NonNullable<ReceiptWish['place']>) => ask({ place: wish }).place;
  assert.equal(place({ storeCode: 'KZN1' }), '06');
  assert.equal(place({ storeCode: 'KZN2' }), '07');
  assert.equal(place({ storeCode: 'KZN1', channel: 'web' }), '04');
  assert.equal(place({ storeCode: 'KZN1', cityCode: 'kazan' }), '02');
  assert.equal(place({ storeCode: 'KZN1', legalEntityCode: 'llc' }), '02');
  assert.equal(place({ storeCode: 'KZN1' }), '06');
  assert.equal(ask({ place: null }).place, '07');
});

test('tills of one store are told apart where somebody asks for a till', () => {
  const ask = indexOf([use('terminal', { terminalCodes: ['t1'] })]);
  const at = (terminalCode: string) => ask({ place: { terminalCode } }).place;
  assert.deepEqual([at('t1'), at('t2'), at('t1')], ['00', '01', '00']);
});

test('hours hold from their first minute to the last before the end', () => {
  const ask = indexOf(
    [use('local-hours', { fromMinute: 600, toMinute: 720 })],
    [use('local-hours', { fromMinute: 1380, toMinute: 60 })],
  );
  const at = (minuteOfDay: number) => ask({ minuteOfDay }).time;
  for (const [minute, wrong] of [
    [599, '03'],
    [600, '02'],
    [719, '02'],
    [720, '03'],
    [1379, '03'],
    [1380, '01'],
    [0, '01'],
    [59, '01'],
    [60, '03'],
  ] as const) {
    assert.equal(at(minute), wrong, `minute ${minute}`);
  }
});

test('one hour of two dates and one date with two calendars are asked apart', () => {
  const ask = indexOf(
    [use('date-range', { fromDate: '2026-03-04', toDate: '2026-03-04' })],
    [use('calendar', { calendarCodes: ['holidays'] })],
  );
  assert.equal(ask({ date: '2026-03-04' }).time, '02');
  assert.equal(ask({ date: '2026-03-05' }).time, '03');
  assert.equal(ask({ date: '2026-03-04', calendarCodes: ['holidays'] }).time, '00');
  assert.equal(ask({ date: '2026-03-04', calendarCodes: ['fasts'] }).time, '02');
});

test('the wrong place is told before the wrong time', () => {
  const ask = indexOf([use('weekdays', { weekdays: [7] }), use('place', { storeCodes: ['MSK1'] })]);
  assert.deepEqual(ask({}), { place: '01', time: '00' });
  assert.deepEqual(ask({ place: { storeCode: 'MSK1' } }), { place: '00', time: '01' });
});

test('a store that the directory describes anew is asked anew', () => {
  const ask = indexOf([
    use('place', {
      regionCodes: ['r'],
      formatCodes: ['f'],
      partnerCodes: ['p'],
      brandCodes: ['b'],
    }),
  ]);
  const place = (wish: NonNullable<ReceiptWish['place']>) => ask({ place: wish }).place;
  const changes = [
    { regionCode: 'r' },
    { formatCode: 'f' },
    { partnerCode: 'p' },
    { brandCode: 'b' },
  ];
  for (const change of changes) {
    assert.deepEqual(
      [place({}), place(change), place({})],
      ['01', '00', '01'],
      Object.keys(change)[0],
    );
  }
});
