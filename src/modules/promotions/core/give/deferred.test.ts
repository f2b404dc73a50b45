import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { aPromotion } from '../../testing/builders.ts';
import { emissionsOf } from '../../testing/emissions.ts';
import { CLOSED } from '../language/params.ts';
import { valueParam } from '../value/value-param.ts';
import { defineDeferred, recordOf, WORTH_PARAM } from './deferred.ts';

const LABEL = { ru: 'Поле', en: 'Field' };
const lend = defineDeferred({
  code: 'lend',
  title: { ru: 'одолжить', en: 'lend' },
  params: Type.Object(
    {
      second: Type.Optional(Type.String()),
      first: valueParam('count', LABEL),
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  defaults: { second: 'usual' },
});

test('a record has its fields in the order of the file, defaults filled in', () => {
  const [emission] = emissionsOf(lend, { first: 5, worthKopecks: 7 });
  assert.equal(
    JSON.stringify(emission?.record),
    '{"effect":"lend","promotionCode":"ten-off","phase":2,"second":"usual","first":5}',
  );
  assert.equal(emission?.worthKopecks, 7);
});

test('Values are worked out, below 0 counts as 0', () => {
  const record = (first: unknown) => emissionsOf(lend, { first })[0]?.record?.['first'];
  assert.equal(record({ source: 'basket-total:gross' }), 10_000);
  assert.equal(record({ minus: [1, 2] }), 0);
});

test('it says what its Values look at, and whether it stays the same', () => {
  assert.deepEqual(lend.needs({ first: { source: 'counter:a' } }), ['counter:a']);
  assert.equal(lend.isSteady({ first: 5 }), true);
  assert.equal(lend.isSteady({ first: { source: 'basket-total:payable' } }), false);
});

test('a record opens with whose it is', () => {
  assert.deepEqual(recordOf('x', aPromotion({ code: 'a', phase: 9 }), { b: 1 }), {
    effect: 'x',
    promotionCode: 'a',
    phase: 9,
    b: 1,
  });
});
