import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasRightCheckDigit, virtualCardNumber, withCheckDigit } from './card-number.ts';

test("Luhn's own example passes and its neighbour does not", () => {
  assert.equal(hasRightCheckDigit('79927398713'), true);
  assert.equal(hasRightCheckDigit('79927398710'), false);
});

test('a number with its check digit is right, and no single wrong digit is', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9]{7,18}$/),
      fc.nat(17),
      fc.integer({ min: 1, max: 9 }),
      (digits, at, by) => {
        const number = withCheckDigit(digits);
        const place = at % number.length;
        const wrong = (Number(number[place]) + by) % 10;
        const changed = `${number.slice(0, place)}${wrong}${number.slice(place + 1)}`;
        return hasRightCheckDigit(number) && !hasRightCheckDigit(changed);
      },
    ),
  );
});

test('a virtual card has 16 digits and begins with 2900', () => {
  assert.match(virtualCardNumber(new Uint8Array(11).fill(255)), /^2900[0-9]{12}$/);
});
