import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  goodsOf,
  type PromotionWish,
  type ReceiptWish,
} from '../../testing/builders.ts';
import { decide, pointsOf } from '../../testing/decide.ts';
import type { Decision } from '../decision.ts';
import { drawOf } from './chance.ts';

const fire = (event: string, data?: Record<string, unknown>) => ({
  effect: 'fire',
  params: { event, ...(data === undefined ? {} : { data }) },
});
const iterate = (over: string, data: Record<string, unknown> = {}) => ({
  effect: 'iterate',
  params: { event: 'custom.event', over, data },
});
const earn = (points: unknown) => ({ effect: 'earn-fixed', params: { points, per: 'receipt' } });
const on = (code: string, wish: PromotionWish): PromotionWish => ({
  code,
  trigger: 'custom.event',
  phase: 8,
  ...wish,
});
const decided = (wishes: readonly PromotionWish[], receipt: ReceiptWish = {}) =>
  decide(
    wishes.map((wish) => aPromotion(wish)),
    aReceipt(receipt),
  );

test('an event is decided with its data, for the same buyer, without lines', () => {
  const { children, payableKopecks } = decided([
    { code: 'a', phase: 9, then: [fire('custom.event', { amount: 7 })] },
    on('b', { then: [earn({ source: 'event:amount' })] }),
  ]);
  const [child] = children;
  assert.ok(child !== undefined);
  assert.equal(payableKopecks, 10_000);
  assert.deepEqual(pointsOf(child), [['b', 7]]);
  assert.partialDeepStrictEqual(child, { trigger: 'custom.event', grossKopecks: 0, lines: [] });
});

test('data of the goods win over data of the effect', () => {
  const { children } = decided(
    [
      {
        code: 'a',
        phase: 9,
        select: goodsOf('tea'),
        then: [iterate('units', { lineNo: 99, factor: 5 })],
      },
      on('b', {
        when: [{ condition: 'event', params: { field: 'sku', test: { op: 'eq', value: 'tea' } } }],
        then: [
          earn({
            sum: [
              { times: [100, { source: 'event:lineNo' }] },
              { times: [10, { source: 'event:index' }] },
              { source: 'event:factor' },
            ],
          }),
        ],
      }),
    ],
    { lines: [{ sku: 'cup' }, { sku: 'tea', quantityMilli: 2000 }] },
  );
  assert.deepEqual(children.map(pointsOf), [[['b', 205]], [['b', 215]]]);
});

test('sets have an index and no goods', () => {
  const three = {
    selector: 'n-plus-m',
    params: { paidUnits: 2, freeUnits: 1, cheapest: 'of-all' },
  };
  const { children } = decided(
    [
      { code: 'a', phase: 9, select: three, then: [iterate('sets')] },
      on('b', {
        then: [earn({ sum: [5, { source: 'event:index' }, { source: 'event:lineNo' }] })],
      }),
    ],
    { lines: [{ quantityMilli: 7000 }] },
  );
  assert.deepEqual(children.map(pointsOf), [[['b', 5]], [['b', 6]]]);
});

test('events of a whole tree wait in one queue: children before grandchildren', () => {
  const limits = [
    { code: 'l', key: 'k', unit: 'times', subject: 'promotion', period: 'day', max: 3 } as const,
  ];
  const { children } = decided([
    { code: 'a', phase: 9, then: [fire('custom.event'), fire('custom.event')] },
    on('b', { then: [earn(10), fire('site.event')], limits }),
    on('c', { trigger: 'site.event', then: [earn(1)], limits }),
  ]);
  // The limit is used by both children first, so only one grandchild has room.
  assert.deepEqual(
    children.map((child) => [pointsOf(child), child.children.map(pointsOf)]),
    [
      [[['b', 10]], [[['c', 1]]]],
      [[['b', 10]], [[]]],
    ],
  );
});

/** How many decisions hang below one another. */
const depthOf = ({ children }: Decision): number =>
  children.length === 0 ? 0 : 1 + Math.max(...children.map(depthOf));

test('a decision of depth 4 fires nothing more, and says so where the effect would stand', () => {
  const decision = decided([
    { code: 'a', phase: 9, then: [fire('custom.event')] },
    on('b', { then: [fire('custom.event'), { effect: 'create-task', params: { taskKind: 'x' } }] }),
  ]);
  assert.equal(depthOf(decision), 4);
  const last = decision.children[0]?.children[0]?.children[0]?.children[0];
  assert.deepEqual(last?.effects, [
    { effect: 'event-dropped', promotionCode: 'b', phase: 8, event: 'custom.event', quantity: 1 },
    { effect: 'create-task', promotionCode: 'b', phase: 8, taskKind: 'x' },
  ]);
});

test('one tree fires 200 events, and what is beyond is counted behind its effect', () => {
  const { children, effects } = decided(
    [{ code: 'a', phase: 9, then: [iterate('units'), fire('site.event')] }],
    { lines: [{ quantityMilli: 203_000 }] },
  );
  assert.equal(children.length, 200);
  const dropped = { effect: 'event-dropped', promotionCode: 'a', phase: 9 };
  assert.deepEqual(effects, [
    {
      effect: 'iterate',
      promotionCode: 'a',
      phase: 9,
      event: 'custom.event',
      data: {},
      over: 'units',
    },
    { ...dropped, event: 'custom.event', quantity: 3 },
    { ...dropped, event: 'site.event', quantity: 1 },
  ]);
});

test('the draws of a sub-event are told apart by its path', () => {
  // Met exactly where the draw is that of this path: chances are one above and one at it.
  const chance = (chanceBasisPoints: number) => [
    { condition: 'probability', params: { chanceBasisPoints } },
  ];
  const { receiptId } = aReceipt();
  for (const [path, event] of [
    ['0', 'custom.event'],
    ['1', 'custom.event'],
    ['0.0', 'site.event'],
    ['1.0', 'site.event'],
  ] as const) {
    const draw = (code: string) => drawOf(`${receiptId}|${code}|${path}`, 10_000);
    const { children } = decided([
      { code: 'a', phase: 9, then: [fire('custom.event'), fire('custom.event')] },
      on('b', { trigger: event, when: chance(draw('b') + 1), then: [earn(1)] }),
      on('c', { trigger: event, when: chance(Math.max(1, draw('c'))), then: [earn(1)] }),
      on('d', { phase: 9, then: [fire('site.event')] }),
    ]);
    const [branch = 0, twig] = path.split('.').map(Number);
    const child = children[branch];
    const found = twig === undefined ? child : child?.children[twig];
    assert.deepEqual(found && pointsOf(found), [['b', 1]], path);
  }
});

test('draws of sub-events differ from each other and are the same again', () => {
  const chance = { condition: 'probability', params: { chanceBasisPoints: 5000 } };
  const wishes = [
    { code: 'a', phase: 9, then: [iterate('units')] },
    on('b', { when: [chance], then: [earn(1)] }),
  ];
  const winners = () =>
    decided(wishes, { lines: [{ quantityMilli: 100_000 }] }).children.map(
      (one) => one.accruals.length,
    );
  const count = winners().reduce((sum, one) => sum + one, 0);
  assert.ok(count > 25 && count < 75, `${count} of 100 at one half`);
  assert.deepEqual(winners(), winners());
});
