import { draw, seedOf } from './draws.ts';
import { couponsOf } from './facts.ts';
import {
  big,
  bigOr,
  isObject,
  type Json,
  type JsonObject,
  objects,
  text,
  textOr,
  words,
} from './json.ts';
import { byCode, down, sum } from './numbers.ts';
import type { Emission } from './outcome-shape.ts';
import type { Expr } from './rules.ts';
import { fitsMask } from './tests-of-facts.ts';
import type { Trial } from './trial.ts';
import { fieldOf, valueOf } from './values.ts';

// Chapter 7.4: what is written for others to do. A name with `=` has that default; with `#` it is a Value.

const SHAPES: Readonly<Record<string, readonly string[]>> = {
  'offer-gift': ['skus', '#quantity', '#priceKopecks=0'],
  'offer-choice': ['options', 'pick=1'],
  'issue-coupon': ['emissionCode', '#quantity', 'validDays'],
  'burn-coupon': ['couponCode'],
  'issue-certificate': ['emissionCode', '#quantity', 'validDays', '#amountKopecks'],
  'change-counter': ['counterCode', 'op', '#amount', 'subject=member'],
  'change-tier': ['tierGroup=main', 'op', 'tierCode', 'days'],
  'set-attribute': ['attribute', 'value'],
  'add-to-audience': ['audienceCode'],
  'remove-from-audience': ['audienceCode'],
  'change-mailing': ['mailingCode', 'isOn'],
  'change-list': ['listCode', 'op', 'skus', 'cells'],
  'change-card': ['op', 'categoryCode'],
  'change-lots': ['currencyCode', 'op', 'days'],
  'order-reward': ['rewardCode'],
  'create-task': ['taskKind', 'text'],
  'call-hook': ['hookCode'],
  'send-message': ['templateCode', 'channelCodes'],
  'cancel-effect': ['effectOf', 'of'],
  'compensate-effect': ['effectOf', 'of'],
  fire: ['event', 'data'],
  iterate: ['event', 'data', 'over'],
  message: ['channel', 'text'],
  'set-variable': ['variable', 'op', '#value'],
};

/** The effects as they will be written, or nothing. */
export function emissionsOf(trial: Trial, effect: string): Emission[] {
  const quantity = quantityOf(trial);
  if (quantity === 0n) return [];
  const records = recordsOf(trial, effect, quantity);
  return records.map((params) => ({
    effectNo: trial.effectNo,
    kind: effect === 'message' ? 'message' : 'effect',
    record: { ...(effect === 'message' ? {} : { effect }), ...headOf(trial), ...params },
    fires: firesOf(trial, effect),
    worth: bigOr(trial.params['worthKopecks'], 0n) * quantity,
    isCoupon: effect === 'issue-coupon',
    quantity,
    variable: variableOf(trial, effect),
  }));
}

function recordsOf(trial: Trial, effect: string, quantity: bigint): JsonObject[] {
  if (effect === 'draw-prize') return prizeOf(trial);
  return effect === 'burn-coupon' ? burntCoupons(trial) : [recordOf(trial, effect, quantity)];
}

function headOf({ promotion }: Trial): JsonObject {
  return { promotionCode: promotion.code, phase: promotion.phase };
}

/** `quantity`, times the sets, units or steps of the selection when it is asked `per` them. */
function quantityOf(trial: Trial): bigint {
  const { params, parts, selection } = trial;
  const each = fieldOf(params['quantity'] ?? 1, trial.reader);
  const units = parts.reduce((all, part) => all + part.targets.length, 0);
  switch (textOr(params['per'], 'receipt')) {
    case 'set':
      return each * BigInt(units === 0 ? 0 : selection.sets);
    case 'unit':
      return each * BigInt(units);
    case 'step':
      return each * down(sum(trial.prices), big(params['perKopecks']));
    default:
      return each;
  }
}

function recordOf(trial: Trial, effect: string, quantity: bigint): JsonObject {
  const record: Record<string, Json> = {};
  for (const shape of SHAPES[effect] ?? []) {
    const [, isValue, name = '', usual] = /^(#?)([a-zA-Z]+)(?:=(.*))?$/.exec(shape) ?? [];
    const given = trial.params[name] ?? (usual === undefined ? undefined : usualOf(usual));
    if (name === 'quantity') record[name] = Number(quantity);
    else if (given !== undefined)
      record[name] = isValue === '#' ? Number(worked(trial, name, given)) : given;
  }
  return record;
}

function usualOf(word: string): Json {
  return /^\d+$/.test(word) ? Number(word) : word;
}

/** Amounts are value fields; a variable may go below 0. */
function worked(trial: Trial, name: string, given: Json): bigint {
  return name === 'value' ? valueOf(given, trial.reader) : fieldOf(given, trial.reader);
}

/** 7.4 and 14.2: one of the prizes that are in stock. */
function prizeOf({ world, promotion, params, effectNo }: Trial): JsonObject[] {
  const prizes = objects(params['prizes']).filter((prize) => {
    const stockCode = textOr(prize['stockCode'], null);
    return stockCode === null || (world.facts.stock[stockCode] ?? 0) > 0;
  });
  const weights = sum(prizes.map((prize) => big(prize['weight'])));
  if (weights === 0n) return [];
  const seed = seedOf(
    [world.facts.receiptId, promotion.code, 'prize', String(effectNo)],
    world.path,
  );
  let lot = draw(seed, weights);
  for (const prize of prizes) {
    lot -= big(prize['weight']);
    if (lot < 0n) return [{ prizeCode: text(prize['prizeCode']) }];
  }
  return [];
}

/** The data of every event that is fired (15.2). */
function firesOf(trial: Trial, effect: string): JsonObject[] {
  const data = isObject(trial.params['data']) ? trial.params['data'] : {};
  if (effect === 'fire') return [data];
  if (effect !== 'iterate') return [];
  const parts = trial.parts.filter((part) => part.targets.length > 0);
  if (trial.params['over'] === 'sets') {
    const count = parts.length === 0 ? 0 : trial.selection.sets;
    return Array.from({ length: count }, (_, index) => ({ ...data, index }));
  }
  const lines = parts.map((part) => part.slice.line);
  const targets =
    trial.params['over'] === 'units'
      ? parts.flatMap((part) => part.targets.map(() => part.slice.line))
      : [...new Set(lines)];
  return targets.map(({ lineNo, sku }, index) => ({ ...data, lineNo, sku, index }));
}

/** Usable presented coupons that count for the promotion's own coupon conditions, at any depth. */
function burntCoupons({ world, promotion, params }: Trial): JsonObject[] {
  const named = textOr(params['couponCode'], null);
  if (named !== null) return [{ couponCode: named }];
  const leaves = leavesOf(promotion.when ?? []);
  const presented = couponsOf(world.facts).filter((coupon) => coupon.isUsable);
  const burnt = presented.filter(({ code, emissionCode, kind }) =>
    leaves.some(
      ({ condition, params: asked = {} }) =>
        (condition === 'coupon' && words(asked['couponCodes']).includes(code)) ||
        (condition === 'coupon-emission' &&
          emissionCode !== undefined &&
          words(asked['emissionCodes']).includes(emissionCode) &&
          (asked['kind'] === undefined || asked['kind'] === kind)) ||
        (condition === 'coupon-mask' && words(asked['masks']).some((mask) => fitsMask(code, mask))),
    ),
  );
  return burnt
    .map(({ code }) => ({ couponCode: code }))
    .toSorted((x, y) => byCode(x.couponCode, y.couponCode));
}

type Leaf = { readonly condition: string; readonly params?: JsonObject };

function leavesOf(exprs: readonly Expr[]): Leaf[] {
  return exprs.flatMap((expr) => {
    if ('condition' in expr) return [expr];
    if ('not' in expr) return leavesOf([expr.not]);
    return leavesOf('all' in expr ? expr.all : expr.any);
  });
}

function variableOf(trial: Trial, effect: string): Emission['variable'] {
  if (effect !== 'set-variable') return null;
  const { variable, op, value } = trial.params;
  return { code: text(variable), isAdded: op === 'add', value: valueOf(value, trial.reader) };
}
