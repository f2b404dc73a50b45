import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintMemberId } from '#shared/ids.ts';
import { hot, mixed } from './operations.ts';

const members = Array.from({ length: 10 }, (_, place) => mintMemberId(Buffer.alloc(5, 9), place));

test('of a hundred requests about fifty earn, forty spend and ten send', () => {
  const draw = mixed(members, 'bonus');
  const counts = { earn: 0, spend: 0, send: 0 };
  for (let count = 0; count < 10_000; count += 1) counts[draw().kind] += 1;
  assert.ok(Math.abs(counts.earn - 5_000) < 200, `earn ${counts.earn}`);
  assert.ok(Math.abs(counts.spend - 4_000) < 200, `spend ${counts.spend}`);
  assert.ok(Math.abs(counts.send - 1_000) < 200, `send ${counts.send}`);
});

test('as many points come to the hot account as go', () => {
  const [member] = members;
  assert.ok(member !== undefined);
  const draw = hot(member, 'bonus');
  const asked = Array.from({ length: 400 }, draw);
  const pointsOf = (kind: string) =>
    asked
      .filter((one) => one.kind === kind)
      .map(({ item }) => Number(JSON.parse(JSON.stringify(item.params)).points))
      .reduce((sum, points) => sum + points, 0);
  assert.equal(pointsOf('earn'), pointsOf('spend'));
});
