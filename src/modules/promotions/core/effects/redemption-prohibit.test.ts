import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, goodsOf, linesOf } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import { givenBy } from '../../testing/try-builders.ts';
import { redemptionProhibit } from './redemption-prohibit.ts';

test('it bars the usual currency, or the one that is named', () => {
  assert.deepEqual(givenBy(redemptionProhibit, {}).terms, [{ kind: 'bar', currencyCode: 'bonus' }]);
  assert.deepEqual(givenBy(redemptionProhibit, { currencyCode: 'miles' }).terms, [
    { kind: 'bar', currencyCode: 'miles' },
  ]);
});

test('barred goods are not paid for with points, whoever allows it before or after', () => {
  const pay = aPromotion({
    code: 'pay',
    phase: 7,
    then: [{ effect: 'redemption-cap', params: { shareBasisPoints: 10_000 } }],
  });
  const facts = aReceipt({
    lines: linesOf(['vodka', 500], ['milk', 200]),
    spend: 999,
    available: 999,
  });
  for (const priority of [1, -1]) {
    const bar = aPromotion({
      code: 'bar',
      phase: 7,
      select: goodsOf('vodka'),
      then: [{ effect: 'redemption-prohibit', params: {} }],
      stacking: { priority },
    });
    const { lines } = decide([pay, bar], facts);
    assert.deepEqual(
      lines.map(({ redeemedKopecks }) => redeemedKopecks),
      [0, 200],
    );
  }
});
