import type { PolicyEntry } from '../language/policy.ts';
import type { Settings } from '../language/settings.ts';
import type { CutOrder } from '../language/stacking-shape.ts';
import { POLICIES } from '../policies/index.ts';
import type { Rule } from './ranked-rule.ts';

/** Promotions of one step that compete or add up: ranks from … to − 1. */
export type Group = {
  readonly code: string;
  readonly policy: PolicyEntry;
  readonly from: number;
  readonly to: number;
  /** Joint discount, of the group's base; 0 = no cap. */
  readonly capBasisPoints: number;
  readonly cutOrder: CutOrder;
  /** No member takes units or lines from the others, so what each may see does not change meanwhile. */
  readonly isQuiet: boolean;
};

/** Cuts rules of one step, in order of play, into their groups. */
export function groupsOf(rules: readonly Rule[], settings: Settings): readonly Group[] {
  const groups: Group[] = [];
  let from = 0;
  while (from < rules.length) {
    const first = rules[from];
    if (first === undefined) break;
    let to = from + 1;
    while (rules[to]?.promotion.stacking.group === first.promotion.stacking.group) to += 1;
    groups.push(groupOf(rules.slice(from, to), settings));
    from = to;
  }
  return groups;
}

function groupOf(members: readonly Rule[], settings: Settings): Group {
  const [first] = members;
  const stacking = first?.promotion.stacking;
  const rank = first?.rank ?? 0;
  return {
    code: stacking?.group ?? '',
    policy: POLICIES[stacking?.policy ?? settings.policy],
    from: rank,
    to: rank + members.length,
    capBasisPoints: stacking?.capBasisPoints ?? 0,
    cutOrder: stacking?.cutOrder ?? settings.cutOrder,
    isQuiet: members.every((rule) => rule.marksUnits === 0 && rule.marksLocked === 0),
  };
}
