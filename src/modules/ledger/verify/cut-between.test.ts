import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Instant, instant } from '#shared/time.ts';
import { cutBetween } from './cut-between.ts';

const counter = (moments: readonly number[], from: number) => async (cut: Instant) =>
  moments.filter((moment) => moment >= from && moment < cut).length;

test('cuts follow each other, take every entry once and none is empty or too full', async () => {
  const moments = fc.array(fc.integer({ min: 0, max: 2_000_000_000_000 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(moments, fc.integer({ min: 1, max: 10 }), async (some, entriesMax) => {
      const latest = instant(2_000_000_000_001);
      let from = instant(0);
      let taken = 0;
      for (;;) {
        const entriesUntil = counter(some, from);
        const cut = await cutBetween(entriesUntil, { from, latest, entriesMax });
        if (cut === null) break;
        const n = await entriesUntil(cut);
        assert.ok(cut > from && cut <= latest && n > 0);
        assert.ok(n <= entriesMax || (await entriesUntil(instant(cut - 1))) === 0);
        taken += n;
        from = cut;
      }
      assert.equal(taken, some.length);
    }),
  );
});

test('nothing is cut before the last cut', async () => {
  const how = { from: instant(10), latest: instant(10), entriesMax: 5 };
  assert.equal(await cutBetween(async () => 1, how), null);
});
