import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { localHours } from './local-hours.ts';

const NIGHT = { fromMinute: 22 * 60, toMinute: 2 * 60 };
const DAY = { fromMinute: 9 * 60, toMinute: 18 * 60 };
const at = (minuteOfDay: number) => aReceipt({ minuteOfDay });

test('a window holds its first minute and not its last', () => {
  for (const [window, minute, isMet] of [
    [DAY, 539, false],
    [DAY, 540, true],
    [DAY, 1079, true],
    [DAY, 1080, false],
    [NIGHT, 1319, false],
    [NIGHT, 1320, true],
    [NIGHT, 0, true],
    [NIGHT, 119, true],
    [NIGHT, 120, false],
    [{ fromMinute: 1200, toMinute: 1440 }, 1439, true],
    [{ fromMinute: 1200, toMinute: 0 }, 1439, true],
    [{ fromMinute: 1200, toMinute: 0 }, 0, false],
  ] as const) {
    assert.equal(checkOf(localHours, window, at(minute)) === null, isMet, String(minute));
  }
});

test('a wrong hour is told by the store’s clock, with the minutes to wait', () => {
  const missed = checkOf(localHours, NIGHT, at(19 * 60 + 30));
  assert.equal(missed?.code, 'wrong-local-hour');
  assert.deepEqual(missed?.distance, { unit: 'minutes', value: 150 });
  assert.equal(missed?.text.en, 'it is 19:30 in the store, runs 22:00–02:00');
  assert.equal(missed?.text.ru, 'в магазине 19:30, действует с 22:00 до 02:00');
  assert.equal(checkOf(localHours, DAY, at(1080))?.distance?.value, 900);
});

test('the same instant is another hour in Kaliningrad than in Kamchatka', () => {
  const kaliningrad = aReceipt({ minuteOfDay: 23 * 60 + 30, zone: 'Europe/Kaliningrad' });
  const kamchatka = aReceipt({
    date: '2026-03-05',
    minuteOfDay: 9 * 60 + 30,
    zone: 'Asia/Kamchatka',
  });
  assert.equal(kaliningrad.occurredAt, kamchatka.occurredAt);
  assert.equal(checkOf(localHours, NIGHT, kaliningrad), null);
  assert.equal(checkOf(localHours, NIGHT, kamchatka)?.code, 'wrong-local-hour');
});

test('a window that begins where it ends is a mistake', () => {
  assert.equal(localHours.problems({ fromMinute: 60, toMinute: 60 })[0]?.code, 'window-empty');
  assert.deepEqual(localHours.problems(NIGHT), []);
  assert.deepEqual(localHours.edges(NIGHT), [1320, 120]);
});
