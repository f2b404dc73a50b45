import { isCapped, takenBy } from './cut.ts';
import type { Json } from './json.ts';
import { byCode, sum } from './numbers.ts';
import type { Played, Verdict, World } from './world.ts';

// Chapter 12.2, the compact form.

type Compact = { readonly ruledOut?: Record<string, string>; readonly list: readonly Json[] };

export function compact(world: World, explain: boolean): Compact {
  const list = world.live.flatMap((promotion, i) => {
    const entry = entryOf(world, i, world.verdicts.get(promotion.code));
    return entry === null || (!explain && entry[1] !== 11) ? [] : [entry];
  });
  if (!explain) return { list };
  const ruledOut: Record<string, string> = {};
  for (const by of ['place', 'time', 'audience', 'goods']) {
    ruledOut[by] = bitmap(
      world.live.map(({ code }) => {
        const verdict = world.verdicts.get(code);
        return verdict?.is === 'ruled-out' && verdict.by === by;
      }),
    );
  }
  return { ruledOut, list };
}

/** ⌈count / 8⌉ bytes in hex; promotion i is bit i mod 8 of byte i / 8. */
function bitmap(bits: readonly boolean[]): string {
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
    bits.slice(byte * 8, byte * 8 + 8).reduce((all, bit, k) => all + (bit ? 2 ** k : 0), 0),
  );
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function entryOf(world: World, i: number, verdict: Verdict | undefined): readonly Json[] | null {
  const numberOf = (code: string): number => world.live.findIndex((one) => one.code === code);
  switch (verdict?.is) {
    case 'missed': {
      const { leaf, unit, distance } = verdict.miss;
      return [i, 4, leaf, unit, distance === null ? null : Number(distance)];
    }
    case 'blocked':
      return [i, 5, numberOf(verdict.by)];
    case 'requires':
      return [i, 6, numberOf(verdict.code)];
    case 'limited':
      return [i, 7, verdict.limit];
    case 'no-effect':
      return [i, 8, verdict.why];
    case 'outbid':
      return [i, 9, numberOf(verdict.by)];
    case 'applied':
      return applied(world, i);
    case 'ruled-out':
      return null;
    default:
      throw new Error(`no verdict on ${world.live[i]?.code}`);
  }
}

function applied(world: World, i: number): readonly Json[] {
  const played = world.played.find(({ promotion }) => promotion === world.live[i]);
  if (played === undefined) throw new Error('applied, yet not played');
  if (isCapped(world, played)) return [i, 10];
  const flags = (played.outcome.isLimited ? 1 : 0) + (played.isCut ? 2 : 0);
  return [i, 11, Number(takenBy(world, played)), flags, ...netPoints(played)];
}

/** Points by currency code, debits negative. */
function netPoints({ outcome }: Played): [string, number][] {
  const all = [
    ...outcome.grants.map(({ currencyCode, points }) => ({ currencyCode, points })),
    ...outcome.debits.map(({ currencyCode, points }) => ({ currencyCode, points: -points })),
  ];
  const codes = [...new Set(all.map((one) => one.currencyCode))].sort(byCode);
  return codes
    .map((code): [string, number] => {
      const mine = all.filter((one) => one.currencyCode === code);
      return [code, Number(sum(mine.map((one) => one.points)))];
    })
    .filter(([, points]) => points !== 0);
}
