import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aPromotion, aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { optedIn } from './opted-in.ts';

const opted = (...optedIn: string[]) => aReceipt({ member: aMember({ optedIn }) });

test('the offer is the promotion itself, unless another is named', () => {
  const own = { facts: opted('summer'), promotion: aPromotion({ code: 'summer' }) };
  assert.equal(checkOf(optedIn, {}, own), null);
  assert.equal(checkOf(optedIn, { offerCode: 'winter' }, own)?.code, 'not-opted-in');
  assert.equal(checkOf(optedIn, { offerCode: 'winter' }, opted('winter')), null);
});

test('a stranger has opted in to nothing', () => {
  assert.equal(checkOf(optedIn, {}, aReceipt({ member: null }))?.code, 'not-identified');
});
