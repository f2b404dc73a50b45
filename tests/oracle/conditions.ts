import { type Asking, type Check, type Condition, FAR, lacks, MET, within, yes } from './check.ts';
import { GOODS_CONDITIONS } from './conditions-goods.ts';
import { card, MEMBER_CONDITIONS, tested } from './conditions-member.ts';
import { TIME_CONDITIONS } from './conditions-time.ts';
import { draw, seedOf } from './draws.ts';
import { couponsOf } from './facts.ts';
import { big, bigOr, own, text, textOr, words } from './json.ts';
import type { Expr, Promotion } from './rules.ts';
import { select } from './selectors.ts';
import { fitsMask } from './tests-of-facts.ts';
import { valueOf } from './values.ts';
import type { Miss, World } from './world.ts';

// Chapter 4.1, and the last rows of 4.4.

const REST: Readonly<Record<string, Condition>> = {
  counter: ({ world, params }) => {
    const record = own(world.facts.counters, text(params['counterCode']));
    const fact = bigOr(own(record, textOr(params['measure'], 'value')), 0n);
    return tested(params, Number(fact), 'times');
  },
  coupon: ({ world, params }) => {
    const codes = words(params['couponCodes']);
    return yes(usable(world).some((coupon) => codes.includes(coupon.code)));
  },
  'coupon-emission': ({ world, params }) => {
    const emissions = words(params['emissionCodes']);
    const kind = textOr(params['kind'], null);
    const found = usable(world).filter(
      (coupon) =>
        coupon.emissionCode !== undefined &&
        emissions.includes(coupon.emissionCode) &&
        (kind === null || coupon.kind === kind),
    );
    return within(BigInt(found.length), { min: params['minCount'] ?? 1, max: undefined }, 'times');
  },
  'coupon-mask': ({ world, params }) =>
    yes(
      usable(world).some(({ code }) => words(params['masks']).some((mask) => fitsMask(code, mask))),
    ),
  probability: ({ world, params, promotion, draw: k }) => {
    const { receiptId } = world.facts;
    const parts = [receiptId, promotion.code, ...(k === 0 ? [] : [String(k)])];
    return yes(draw(seedOf(parts, world.path), 10_000n) < big(params['chanceBasisPoints']));
  },
  'stock-left': ({ world, params }) => {
    const left = BigInt(world.facts.stock[text(params['stockCode'])] ?? 0);
    return yes(left >= bigOr(params['minCount'], 1n));
  },
  'budget-left': ({ world, params }) => {
    const left = world.facts.limitLeft[text(params['limitKey'])];
    return yes(left !== undefined && BigInt(left) >= big(params['minAmount']));
  },
  variable: ({ world, params }) =>
    tested(params, Number(world.variablesThen.get(text(params['variable'])) ?? 0n), 'times'),
  applied: ({ world, params }) => {
    const codes = words(params['promotionCodes']);
    const isApplied = (code: string): boolean => hasApplied(world, code);
    return yes(params['isAll'] === true ? codes.every(isApplied) : codes.some(isApplied));
  },
  event: ({ world, params }) =>
    tested(params, own(world.facts.event, text(params['field'])), 'times'),
  expression,
  card,
  ...GOODS_CONDITIONS,
  ...TIME_CONDITIONS,
};

const OF_MEMBERS = new Set([...Object.keys(MEMBER_CONDITIONS), 'birthday-window', 'days-since']);

function usable(world: World) {
  return couponsOf(world.facts).filter((coupon) => coupon.isUsable);
}

export function hasApplied(world: World, code: string): boolean {
  return world.played.some(({ promotion }) => promotion.code === code);
}

function expression({ world, promotion, params }: Asking): Check {
  const selection = select(world, promotion, { field: 'P', setsMax: null });
  const reader = { world, promotion, selection, line: null };
  const left = valueOf(params['left'], reader);
  const right = valueOf(params['right'], reader);
  const results: Record<string, boolean> = {
    eq: left === right,
    ne: left !== right,
    lt: left < right,
    le: left <= right,
    gt: left > right,
    ge: left >= right,
  };
  const op = text(params['op']);
  if (results[op] === true) return MET;
  if (op === 'ge') return lacks('times', right - left);
  return op === 'gt' ? lacks('times', right - left + 1n) : FAR;
}

/** One condition of a promotion; `draw` counts its `probability` leaves. */
export function check(asking: Asking, condition: string): Check {
  if (OF_MEMBERS.has(condition) && asking.world.facts.member === null) return FAR;
  const found = MEMBER_CONDITIONS[condition] ?? REST[condition];
  if (found === undefined) throw new Error(`condition ${condition}`);
  return found(asking);
}

type Part = {
  readonly isMet: boolean;
  readonly leaf: number;
  readonly check: Check;
  readonly leaves: number;
  readonly draws: number;
};

type From = { readonly leaf: number; readonly draw: number };

/** All of `when`: null when it holds, else the first missed part and how many are missed. */
export function missOf(world: World, promotion: Promotion): Miss | null {
  const parts = partsOf(promotion.when ?? [], { leaf: 0, draw: 0 }, (expr, from) =>
    partOf(world, promotion, { expr, from }),
  );
  const missed = parts.filter((part) => !part.isMet);
  const [first] = missed;
  if (first === undefined) return null;
  const { unit, distance } = first.check;
  return { leaf: first.leaf, unit, distance, missedItems: missed.length };
}

function partsOf(
  exprs: readonly Expr[],
  from: From,
  look: (expr: Expr, from: From) => Part,
): Part[] {
  const parts: Part[] = [];
  let { leaf, draw: draws } = from;
  for (const expr of exprs) {
    const part = look(expr, { leaf, draw: draws });
    parts.push(part);
    leaf += part.leaves;
    draws += part.draws;
  }
  return parts;
}

function partOf(
  world: World,
  promotion: Promotion,
  { expr, from }: { expr: Expr; from: From },
): Part {
  const look = (one: Expr, there: From): Part =>
    partOf(world, promotion, { expr: one, from: there });
  if ('condition' in expr) {
    const asking = { world, promotion, params: expr.params ?? {}, draw: from.draw };
    const found = check(asking, expr.condition);
    const draws = expr.condition === 'probability' ? 1 : 0;
    return { isMet: found.isMet, leaf: from.leaf, check: found, leaves: 1, draws };
  }
  if ('not' in expr) {
    const inner = look(expr.not, from);
    return { ...inner, isMet: !inner.isMet, leaf: from.leaf, check: yes(!inner.isMet) };
  }
  const parts = partsOf('all' in expr ? expr.all : expr.any, from, look);
  const missed = parts.filter((part) => !part.isMet);
  const isMet = 'all' in expr ? missed.length === 0 : missed.length < parts.length;
  const near = 'any' in expr ? missed.find((part) => part.check.distance !== null) : undefined;
  const chosen = near ?? missed[0] ?? parts[0];
  if (chosen === undefined) throw new Error('an empty list of conditions');
  return {
    isMet,
    leaf: chosen.leaf,
    check: isMet ? MET : chosen.check,
    leaves: parts.reduce((all, part) => all + part.leaves, 0),
    draws: parts.reduce((all, part) => all + part.draws, 0),
  };
}
