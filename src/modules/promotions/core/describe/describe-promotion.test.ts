import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { describeOffer, describePromotion } from './describe-promotion.ts';

test('a promotion is told in one or two plain sentences', () => {
  const promotion = aPromotion({
    when: [
      { condition: 'basket-total', params: { minKopecks: 100_000 } },
      { condition: 'member-tier', params: { tierCodes: ['gold'] } },
    ],
    select: { selector: 'goods', params: { groupCodes: ['cheese'] } },
  });
  assert.deepEqual(describePromotion(promotion), {
    ru: 'Если чек от 1\u00a0000,00\u00a0₽ и уровень участника gold: скидка 10\u00a0%. Участвуют: товары групп cheese.',
    en: 'If receipt of 1,000.00\u00a0₽ or more and member’s tier is gold: 10% off. Takes part: goods of groups cheese.',
  });
});

test('a promotion without conditions runs always', () => {
  assert.equal(describePromotion(aPromotion()).en, 'Always: 10% off.');
});

test('an event is told before its conditions', () => {
  const promotion = aPromotion({
    trigger: 'member.registered',
    when: [{ condition: 'consent', params: { kinds: ['ads'] } }],
  });
  assert.equal(
    describeOffer(promotion).en,
    'When a member has registered, if consent is given: ads: 10% off.',
  );
});

test('stacking, limits, funding and returns are told when they are not as usual', () => {
  const { en } = describePromotion(
    aPromotion({
      stacking: { exclusive: 'group' },
      limits: [{ code: 'a', unit: 'times', subject: 'member', period: 'month', max: 1 }],
      funding: [
        { partyCode: 'operator', shareBasisPoints: 6000 },
        { partyCode: 'supplier', shareBasisPoints: 4000 },
      ],
      onReturn: { default: 'keep', byEffect: { 'percent-off': 're-evaluate' } },
    }),
  );
  assert.equal(
    en,
    'Always: 10% off. Stacking: alone in its group. Limits: at most once per member a month. ' +
      'Paid by: operator 60%, supplier 40%. ' +
      'On return: it stays with the buyer; percent-off: the receipt is decided anew.',
  );
});
