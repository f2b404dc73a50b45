import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import type { Facts } from '#modules/promotions/core/index.ts';
import { grossOf } from './gross.ts';
import type { Condition, SimpleRule } from './simple-rules.ts';
import { type Adder, adderOf, addUp, type Peer } from './sums.ts';

/** One decision table that collects, compiled beforehand: a row for each promotion, a column for each fact. */
export function openZen(rules: readonly SimpleRule[], baskets: readonly Facts[]): Peer {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphOf(rules)));
  const adders: Adder[] = rules.map(adderOf);
  const contexts = baskets.map(contextOf);
  return {
    decide: async (place) => {
      const { result } = await decision.evaluate(contexts[place]);
      const basket = baskets[place];
      if (basket === undefined) throw new Error(`no basket ${place}`);
      return addUp(heldOf(result, adders), basket);
    },
  };
}

function heldOf(rows: unknown, adders: readonly Adder[]): readonly Adder[] {
  if (!Array.isArray(rows)) throw new Error('the table has not collected rows');
  return rows.flatMap((row) => adders[row.number] ?? []);
}

/** Columns by the fact that they read. */
const COLUMNS = [
  'isMember',
  'store',
  'minute',
  'weekday',
  'tier',
  'gross',
  'purchase',
  'tags',
  'coupons',
  'groups',
  'skus',
] as const;

type Column = (typeof COLUMNS)[number];
type Row = Partial<Record<Column, string>>;

function graphOf(rules: readonly SimpleRule[]): object {
  const position = { x: 0, y: 0 };
  const table = {
    hitPolicy: 'collect',
    inputs: COLUMNS.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'number', name: 'number', field: 'number' }],
    rules: rules.map((rule, number) => ({
      _id: rule.code,
      ...Object.fromEntries(COLUMNS.map((column) => [column, ''])),
      ...rowOf(rule),
      number: String(number),
    })),
  };
  return {
    nodes: [
      { id: 'receipt', name: 'receipt', type: 'inputNode', position },
      { id: 'table', name: 'table', type: 'decisionTableNode', position, content: table },
      { id: 'held', name: 'held', type: 'outputNode', position },
    ],
    edges: [
      { id: 'in', type: 'edge', sourceId: 'receipt', targetId: 'table' },
      { id: 'out', type: 'edge', sourceId: 'table', targetId: 'held' },
    ],
  };
}

function rowOf({ when, goods, gift }: SimpleRule): Row {
  const row: Row = Object.assign({}, ...when.map(cellOf));
  if (gift.kind === 'points') row.isMember = 'true';
  if (goods === null) return row;
  return 'skus' in goods
    ? { ...row, skus: anyOf(goods.skus) }
    : { ...row, groups: anyOf(goods.groups) };
}

function cellOf(condition: Condition): Row {
  switch (condition.kind) {
    case 'stores':
      return { store: listed(condition.codes) };
    case 'hours':
      return { minute: `[${condition.fromMinute}..${condition.toMinute})` };
    case 'weekdays':
      return { weekday: listed(condition.days) };
    case 'tags':
      return { tags: anyOf(condition.tags) };
    case 'tiers':
      return { tier: listed(condition.codes) };
    case 'basket':
      return { gross: `>= ${condition.minKopecks}` };
    case 'every-nth':
      return { purchase: `$ > 0 and $ % ${condition.number} == 0` };
    case 'coupons':
      return { coupons: anyOf(condition.codes) };
  }
}

function listed(values: readonly (string | number)[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

function anyOf(codes: readonly string[]): string {
  return `some($, # in [${listed(codes)}])`;
}

function contextOf({ place, local, member, coupons, lines }: Facts): Record<Column, unknown> {
  return {
    isMember: member !== null,
    store: place?.storeCode ?? '',
    minute: local.minuteOfDay,
    weekday: local.weekday,
    tier: member?.tierCode ?? '',
    gross: grossOf(lines),
    purchase: member === null ? 0 : member.purchasesBefore + 1,
    tags: member?.tags ?? [],
    coupons,
    groups: lines.flatMap(({ groupCodes }) => groupCodes),
    skus: lines.map(({ sku }) => sku),
  };
}
