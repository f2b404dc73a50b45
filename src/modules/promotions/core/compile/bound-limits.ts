import type { LimitUnitEntry } from '../language/limit-unit.ts';
import { LIMIT_UNITS } from '../limits/index.ts';
import type { CompiledLimit } from './compile-limits.ts';

/** A limit with what it counts. */
export type BoundLimit = { readonly limit: CompiledLimit; readonly unit: LimitUnitEntry };

/** A promotion's limits by when they bind, each list as written; those that only raise alarms stand in `all`. */
export type BoundLimits = {
  readonly all: readonly BoundLimit[];
  readonly sets: readonly BoundLimit[];
  readonly selection: readonly BoundLimit[];
  readonly outcome: readonly BoundLimit[];
};

/** Sorts limits by when they bind. */
export function boundLimits(limits: readonly CompiledLimit[]): BoundLimits {
  const all = limits.map((limit) => ({ limit, unit: LIMIT_UNITS[limit.unit] }));
  const binding = all.filter(({ limit }) => !limit.isAlarm);
  return {
    all,
    sets: binding.filter(({ limit }) => limit.unit === 'sets'),
    selection: binding.filter(({ unit }) => unit.bounds === 'selection'),
    outcome: binding.filter(({ unit }) => unit.bounds === 'outcome'),
  };
}
