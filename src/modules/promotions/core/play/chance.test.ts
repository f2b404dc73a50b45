import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import { drawOf, drawSeed, LOTS_MAX } from './chance.ts';

/** The hash of docs/engine.md 14.2, in big integers, written from the text. */
function drawByTheBook(seed: string, lots: number): number {
  const word = 2n ** 32n;
  let h = 0x811c9dc5n;
  for (let i = 0; i < seed.length; i += 1) {
    h = ((h ^ BigInt(seed.charCodeAt(i))) * 0x01000193n) % word;
  }
  h ^= h >> 16n;
  h = (h * 0x85ebca6bn) % word;
  h ^= h >> 13n;
  h = (h * 0xc2b2ae35n) % word;
  h ^= h >> 16n;
  return Number((h * BigInt(lots)) / word);
}

test('a draw is what the norm says, for any seed and number of lots', () => {
  for (const seed of ['', 'receipt|promotion', 'кириллица', '🎁', 'r|p|prize|0', 'x'.repeat(500)]) {
    for (const lots of [1, 2, 3, 100, 10_000, LOTS_MAX]) {
      assert.equal(drawOf(seed, lots), drawByTheBook(seed, lots), `${seed} of ${lots}`);
    }
  }
});

test('draws are fixed for ever', () => {
  const seeds = ['', 'receipt|promotion', 'кириллица'];
  assert.deepEqual(
    seeds.map((seed) => drawOf(seed, 10_000)),
    [6689, 2571, 518],
  );
});

test('draws of neighbouring seeds fill the range evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 10_000; i += 1) {
    const draw = drawOf(`receipt-${i}|promotion`, 10);
    tenths[draw] = (tenths[draw] ?? 0) + 1;
  }
  assert.ok(
    tenths.every((count) => count > 880 && count < 1120),
    String(tenths),
  );
});

test('a seed is the receipt, the promotion and the tail; a sub-event appends its path', () => {
  const facts = aReceipt({ receiptId: 'r-1' });
  assert.equal(drawSeed(aBasket(facts), 'a', ''), 'r-1|a');
  assert.equal(drawSeed(aBasket(facts), 'a', '|1'), 'r-1|a|1');
  assert.equal(drawSeed(aBasket(facts, '0.2'), 'a', '|prize|0'), 'r-1|a|prize|0|0.2');
});
