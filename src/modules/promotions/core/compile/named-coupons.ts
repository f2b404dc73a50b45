import type { CouponFacts } from '../facts.ts';
import { matchesMask } from '../language/fact-test.ts';
import type { Expr } from '../language/rule.ts';
import { couponCode } from '../people/coupons.ts';

type Coupon = string | CouponFacts;

/** Whether a coupon is one of those that some conditions ask for. */
export type IsNamed = (coupon: Coupon) => boolean;

/** Makes the test for the coupons that the conditions of a promotion name, at any depth. */
export function compileNamedCoupons(when: readonly Expr[]): IsNamed {
  const tests = when.flatMap(testsOf);
  return (coupon) => tests.some((test) => test(coupon));
}

function testsOf(expr: Expr): readonly IsNamed[] {
  if ('all' in expr) return expr.all.flatMap(testsOf);
  if ('any' in expr) return expr.any.flatMap(testsOf);
  if ('not' in expr) return testsOf(expr.not);
  const test = TESTS[expr.condition]?.(expr.params);
  return test === undefined ? [] : [test];
}

type Params = Readonly<Record<string, unknown>>;

const TESTS: Readonly<Record<string, (params: Params) => IsNamed>> = {
  coupon: (params) => {
    const codes = new Set(stringsOf(params['couponCodes']));
    return (coupon) => codes.has(couponCode(coupon));
  },
  'coupon-emission': (params) => {
    const emissions = new Set<string | undefined>(stringsOf(params['emissionCodes']));
    const { kind } = params;
    return (coupon) =>
      typeof coupon === 'object' &&
      emissions.has(coupon.emissionCode) &&
      (kind === undefined || kind === coupon.kind);
  },
  'coupon-mask': (params) => {
    const masks = stringsOf(params['masks']);
    return (coupon) => masks.some((mask) => matchesMask(couponCode(coupon), mask));
  },
};

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
