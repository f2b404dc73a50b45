import { isDeepStrictEqual } from 'node:util';
import type { Database, Session } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import type { Instant } from '#shared/time.ts';
import {
  type Promotion,
  type PromotionProblem,
  validatePromotion,
  validateTogether,
} from './core/index.ts';
import { refuse } from './refusals.ts';
import {
  insertChanges,
  insertRuleSet,
  lockHeadVersion,
  moveHead,
  type PromotionChange,
  readRuleSet,
} from './sql/rule-sets.ts';

/** Who changes something, when, and why. */
export type ChangeOrder = {
  /** Log-in of the person, or the name of the program. */
  readonly by: string;
  readonly now: Instant;
  readonly reason?: string | undefined;
};

/**
 * Adds promotions, or replaces those with the same code, and makes the next rule set of them. Tills work by
 * it as soon as their server refreshes. Promotions that are there already, word for word, change nothing.
 * @param promotions JSON from outside
 * @returns          the version that tills work by
 * @throws Refusal promotion-invalid with every problem and its path
 */
export async function putPromotions(
  db: Database,
  promotions: readonly unknown[],
  order: ChangeOrder,
): Promise<number> {
  const sound = checked(promotions);
  refuseUnsound(validateTogether(sound));
  return changeRuleSet(db, order, (before) => {
    const oldByCode = new Map(before.map((promotion) => [promotion.code, promotion]));
    const fresh = sound.filter((one) => !isDeepStrictEqual(one, oldByCode.get(one.code)));
    if (fresh.length === 0) return undefined;
    const codes = new Set(fresh.map((promotion) => promotion.code));
    const after = [...before.filter((promotion) => !codes.has(promotion.code)), ...fresh];
    return { after, changes: fresh.map(({ code, isOn }) => ({ code, isOn })) };
  });
}

/**
 * Switches a promotion on or off; nothing happens when it is so already.
 * @returns the version that tills work by
 * @throws Refusal unknown-promotion
 */
export async function setPromotionState(
  db: Database,
  state: { readonly code: string; readonly isOn: boolean },
  order: ChangeOrder,
): Promise<number> {
  return changeRuleSet(db, order, (before) => {
    const old = before.find((promotion) => promotion.code === state.code);
    if (old === undefined) throw refuse('unknown-promotion', { path: '/code' });
    if (old.isOn === state.isOn) return undefined;
    const after = before.map((one) =>
      one.code === state.code ? { ...one, isOn: state.isOn } : one,
    );
    return { after, changes: [state] };
  });
}

type Change = {
  readonly after: readonly Promotion[];
  readonly changes: readonly Pick<PromotionChange, 'code' | 'isOn'>[];
};

function changeRuleSet(
  db: Database,
  order: ChangeOrder,
  change: (before: readonly Promotion[]) => Change | undefined,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [head] = await tx.run(lockHeadVersion());
    const { version } = present(head, 'head of the rule sets');
    const [row] = await tx.run(readRuleSet(version));
    const changed = change(present(row, 'head rule set').rules as readonly Promotion[]);
    if (changed === undefined) return version;
    refuseUnsound(validateTogether(changed.after));
    await writeNext(tx, changed, { ...order, version: version + 1 });
    return version + 1;
  });
}

async function writeNext(
  tx: Session,
  { after, changes }: Change,
  order: ChangeOrder & { readonly version: number },
): Promise<void> {
  const { version, by, now: at, reason = null } = order;
  await tx.pipeline([
    insertRuleSet({ version, rules: JSON.stringify(after), at, by }),
    insertChanges(
      changes.map((change) => ({ ...change, reason })),
      { version, at, by },
    ),
    moveHead(version),
  ]);
}

function checked(promotions: readonly unknown[]): Promotion[] {
  return promotions.map((json, place) => {
    const verdict = validatePromotion(json);
    if (verdict.ok) return verdict.promotion;
    const problems = verdict.problems.map((one) => ({ ...one, path: `/${place}${one.path}` }));
    throw unsound(problems);
  });
}

function refuseUnsound(problems: readonly PromotionProblem[]): void {
  if (problems.length > 0) throw unsound(problems);
}

function unsound(problems: readonly PromotionProblem[]) {
  return refuse('promotion-invalid', { path: problems[0]?.path ?? '', details: { problems } });
}
