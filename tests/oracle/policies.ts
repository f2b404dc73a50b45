import { setsLeft } from './limits.ts';
import { isBesideTheOthers, onLine, onlyLines, pointsOf, worthOf } from './outcome.ts';
import type { Outcome } from './outcome-shape.ts';
import type { Promotion } from './rules.ts';
import { companionUnits, hasTargets, isSome, targetUnits } from './selection.ts';
import { freeSlices } from './selectors.ts';
import { searchSets } from './sets.ts';
import { lineNos, type Unit } from './state.ts';
import type { Selection, World } from './world.ts';

// Chapter 9.3: who of the standers wins, and who outbids the others.

export type Stander = { readonly promotion: Promotion; readonly outcome: Outcome };

/** Its outcome, or its part of a plan: what that brings is worked out at its turn. */
export type Winner = { readonly promotion: Promotion } & (
  | { readonly outcome: Outcome }
  | { readonly planned: Planned }
);

/** A part of a plan by its units: others of the plan set borders before it plays. */
export type Planned = {
  readonly targets: ReadonlySet<Unit>;
  readonly companions: ReadonlySet<Unit>;
  readonly selection: Selection;
};

export type Contest = {
  readonly winners: readonly Winner[];
  readonly outbidBy: ReadonlyMap<string, string>;
};

export function contest(world: World, policy: string, standers: readonly Stander[]): Contest {
  switch (policy) {
    case 'sum':
    case 'chain':
      return { winners: standers, outbidBy: new Map() };
    case 'first-by-priority':
      return oneWins(standers, standers[0], standers);
    case 'choice': {
      const chosen = standers.find((one) => world.facts.chosenCodes.includes(one.promotion.code));
      return chosen === undefined
        ? dearest(world, standers, 1n)
        : oneWins(standers, chosen, standers);
    }
    case 'best-for-buyer':
      return dearest(world, standers, 1n);
    case 'least-cost':
      return dearest(world, standers, -1n);
    case 'best-per-line':
      return perLine(world, standers);
    case 'best-deal':
      return deal(world, standers);
    default:
      throw new Error(`policy ${policy}`);
  }
}

function oneWins(
  standers: readonly Stander[],
  winner: Stander | undefined,
  contenders: readonly Stander[],
): Contest {
  const losers = contenders.filter((one) => one !== winner);
  const by = winner?.promotion.code ?? '';
  return {
    winners: standers.filter((one) => !losers.includes(one)),
    outbidBy: new Map(losers.map((one) => [one.promotion.code, by])),
  };
}

/** The one of the greatest (sign 1) or least (sign −1) worth; ties by points, then by order. */
function dearest(world: World, standers: readonly Stander[], sign: bigint): Contest {
  const contenders = standers.filter((one) => !isBesideTheOthers(one.outcome));
  let best: Stander | undefined;
  for (const one of contenders) {
    if (best === undefined || isBetter(world, { one, best, sign })) best = one;
  }
  return oneWins(standers, best, contenders);
}

function isBetter(
  world: World,
  { one, best, sign }: { one: Stander; best: Stander; sign: bigint },
): boolean {
  const worth = sign * (worthOf(world, one.outcome) - worthOf(world, best.outcome));
  const points = sign * (pointsOf(one.outcome) - pointsOf(best.outcome));
  return worth > 0n || (worth === 0n && points > 0n);
}

function perLine(world: World, standers: readonly Stander[]): Contest {
  const wonBy = new Map<number, Stander>();
  const lines = lineNos(world.state);
  const here = (one: Stander, lineNo: number) => onLine(world, one.outcome, lineNo);
  for (const lineNo of lines) {
    for (const one of standers) {
      const mine = here(one, lineNo);
      const holder = wonBy.get(lineNo);
      const other = holder === undefined ? null : here(holder, lineNo);
      const isFirst = mine !== null && other === null;
      const isBest =
        mine !== null &&
        other !== null &&
        (mine.worth > other.worth || (mine.worth === other.worth && mine.points > other.points));
      if (isFirst || isBest) wonBy.set(lineNo, one);
    }
  }
  const outbidBy = new Map<string, string>();
  const winners: Stander[] = [];
  for (const one of standers) {
    const mine = lines.filter((lineNo) => here(one, lineNo) !== null);
    const won = new Set(mine.filter((lineNo) => wonBy.get(lineNo) === one));
    const [first] = mine;
    if (first === undefined) winners.push(one);
    else if (won.size > 0) winners.push({ ...one, outcome: onlyLines(one.outcome, won) });
    else outbidBy.set(one.promotion.code, wonBy.get(first)?.promotion.code ?? '');
  }
  return { winners, outbidBy };
}

/** One plan for all; every promotion that has a set in it wins with its part. */
function deal(world: World, standers: readonly Stander[]): Contest {
  const seekers = standers.map(({ promotion }) => ({
    promotion,
    free: freeSlices(world, promotion),
    field: 'B',
    setsMax: setsLeft(world, promotion),
  }));
  const selections = searchSets(world, seekers, false);
  const parts = standers.map(({ promotion }, i) => ({ promotion, selection: selections[i] }));
  const winners = parts.flatMap(({ promotion, selection }) =>
    selection !== undefined && hasTargets(selection)
      ? [{ promotion, planned: byUnits(selection) }]
      : [],
  );
  const first = winners[0]?.promotion.code ?? '';
  const losers = standers.filter((one) => !winners.some((won) => won.promotion === one.promotion));
  return { winners, outbidBy: new Map(losers.map((one) => [one.promotion.code, first])) };
}

function byUnits(selection: Selection): Planned {
  return {
    targets: new Set(selection.picks.flatMap(targetUnits)),
    companions: new Set(selection.picks.flatMap(companionUnits)),
    selection,
  };
}

/** Where the units of a plan lie by now. */
export function replanned(world: World, { targets, companions, selection }: Planned): Selection {
  const picks = world.state.slices.map((slice) => {
    const first = slice.units.findIndex((unit) => targets.has(unit) || companions.has(unit));
    return {
      slice,
      skip: Math.max(first, 0),
      targets: slice.units.filter((unit) => targets.has(unit)).length,
      companions: slice.units.filter((unit) => companions.has(unit)).length,
    };
  });
  return { ...selection, picks: picks.filter(isSome) };
}
