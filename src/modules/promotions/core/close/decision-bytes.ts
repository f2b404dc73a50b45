import { hexOf } from '../compile/bits.ts';
import type { Decision, Verdicts } from '../decision.ts';

/** A decision as its canonical bytes: JSON without spaces, fields in the order of docs/engine.md 12.1. */
export function decisionBytes(decision: Decision): string {
  return JSON.stringify(plainDecision(decision));
}

function plainDecision(decision: Decision): unknown {
  const { verdicts, children, ...rest } = decision;
  return { ...rest, verdicts: plainVerdicts(verdicts), children: children.map(plainDecision) };
}

/** Verdicts in their compact form: bitmaps as hex. */
export function plainVerdicts({ count, ruledOut, list }: Verdicts): unknown {
  if (ruledOut === undefined) return { list };
  const { place, time, audience, goods } = ruledOut;
  return {
    ruledOut: {
      place: hexOf(place, count),
      time: hexOf(time, count),
      audience: hexOf(audience, count),
      goods: hexOf(goods, count),
    },
    list,
  };
}
