import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { type Draft, draftAfter, EMPTY_DRAFT, grossOf, readQuery, stepOf } from './draft.ts';

const milk = {
  sku: 'milk',
  groupCode: 'dairy',
  title: { ru: 'Молоко', en: 'Milk' },
  priceKopecks: kopecks(94_90),
  isWeighed: false,
};
const cheese = { ...milk, sku: 'cheese', isWeighed: true, priceKopecks: kopecks(899_00) };

const withMilk = (quantityMilli: number): Draft =>
  draftAfter(EMPTY_DRAFT, { do: 'add', goods: milk, quantityMilli });

test('goods rung up twice at the till make one line', () => {
  const draft = draftAfter(withMilk(1000), { do: 'add', goods: milk, quantityMilli: 2000 });
  assert.equal(draft.lines.length, 1);
  assert.equal(draft.lines[0]?.quantityMilli, 3000);
});

test('a line with nothing left disappears from the till', () => {
  const draft = draftAfter(withMilk(1000), { do: 'set-quantity', lineNo: 1, quantityMilli: 0 });
  assert.deepEqual(draft.lines, []);
});

test('a line number is never given twice while the line with it stands', () => {
  const two = draftAfter(withMilk(1000), { do: 'add', goods: cheese, quantityMilli: 500 });
  const one = draftAfter(two, { do: 'remove', lineNo: 1 });
  const again = draftAfter(one, { do: 'add', goods: milk, quantityMilli: 1000 });
  assert.deepEqual(
    again.lines.map((line) => line.lineNo),
    [2, 3],
  );
});

test('weighed goods go up by half a unit and cost their share', () => {
  assert.equal(stepOf(cheese), 500);
  assert.equal(grossOf({ lineNo: 1, goods: cheese, quantityMilli: 455 }), 409_05);
});

test('a new receipt keeps the way of paying', () => {
  const cash = draftAfter(withMilk(1000), { do: 'pay-by', payment: 'cash' });
  assert.deepEqual(draftAfter(cash, { do: 'clear' }), { ...EMPTY_DRAFT, payment: 'cash' });
});

test('what is chosen takes the place of its rivals and of nothing else', () => {
  const choose = (draft: Draft, code: string, insteadOf: readonly string[]) =>
    draftAfter(draft, { do: 'choose', code, insteadOf });
  const tea = choose(EMPTY_DRAFT, 'tea', ['tea', 'milk']);
  const both = choose(tea, 'cheese', ['cheese', 'bread']);
  assert.deepEqual(choose(both, 'milk', ['tea', 'milk']).chosen, ['cheese', 'milk']);
  assert.deepEqual(choose(both, 'tea', ['tea', 'milk']).chosen, ['cheese', 'tea']);
});

test('a quantity may be typed before the goods', () => {
  assert.deepEqual(readQuery('3*молоко'), { text: 'молоко', quantityMilli: 3000 });
  assert.deepEqual(readQuery('0,455 х сыр'), { text: 'сыр', quantityMilli: 455 });
  assert.deepEqual(readQuery('молоко 2,5'), { text: 'молоко 2,5' });
});
