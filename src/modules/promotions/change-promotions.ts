import { isDeepStrictEqual } from 'node:util';
import type { Database, Session } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import type { Instant } from '#shared/time.ts';
import {
  type Programme,
  type Promotion,
  type PromotionProblem,
  validateProgramme,
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
  return changeRuleSet(db, order, (before) => {
    const sound = checked(promotions, before.programme);
    refuseUnsound(validateTogether(sound, before.programme));
    const oldByCode = new Map(before.promotions.map((promotion) => [promotion.code, promotion]));
    const fresh = sound.filter((one) => !isDeepStrictEqual(one, oldByCode.get(one.code)));
    if (fresh.length === 0) return undefined;
    const codes = new Set(fresh.map((promotion) => promotion.code));
    const kept = before.promotions.filter((promotion) => !codes.has(promotion.code));
    const changes = fresh.map(({ code, isOn }) => ({ code, isOn }));
    return { ...before, promotions: [...kept, ...fresh], changes };
  });
}

/**
 * Replaces what a rule set holds besides its promotions: settings, queries of the history, counters. It
 * makes the next version, like any change; what is there already, word for word, changes nothing.
 * @param programme JSON from outside
 * @returns         the version that tills work by
 * @throws Refusal promotion-invalid with every problem, also of promotions that need what is gone
 */
export async function putProgramme(
  db: Database,
  programme: unknown,
  order: ChangeOrder,
): Promise<number> {
  const verdict = validateProgramme(programme);
  if (!verdict.ok) throw unsound(verdict.problems);
  return changeRuleSet(db, order, (before) => {
    if (isDeepStrictEqual(before.programme, verdict.programme)) return undefined;
    checked(before.promotions, verdict.programme);
    return { ...before, programme: verdict.programme, changes: [PROGRAMME_CHANGED] };
  });
}

/** No promotion has this code. */
const PROGRAMME_CHANGED = { code: '', isOn: true };

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
    const old = before.promotions.find((promotion) => promotion.code === state.code);
    if (old === undefined) throw refuse('unknown-promotion', { path: '/code' });
    if (old.isOn === state.isOn) return undefined;
    const promotions = before.promotions.map((one) =>
      one.code === state.code ? { ...one, isOn: state.isOn } : one,
    );
    return { ...before, promotions, changes: [state] };
  });
}

type Content = { readonly promotions: readonly Promotion[]; readonly programme: Programme };
type Change = Content & {
  readonly changes: readonly Pick<PromotionChange, 'code' | 'isOn'>[];
};

function changeRuleSet(
  db: Database,
  order: ChangeOrder,
  change: (before: Content) => Change | undefined,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [head] = await tx.run(lockHeadVersion());
    const { version } = present(head, 'head of the rule sets');
    const [row] = await tx.run(readRuleSet(version));
    const { rules, programme } = present(row, 'head rule set');
    const changed = change({
      promotions: rules as readonly Promotion[],
      programme: programme as Programme,
    });
    if (changed === undefined) return version;
    refuseUnsound(validateTogether(changed.promotions, changed.programme));
    await writeNext(tx, changed, { ...order, version: version + 1 });
    return version + 1;
  });
}

async function writeNext(
  tx: Session,
  { promotions, programme, changes }: Change,
  order: ChangeOrder & { readonly version: number },
): Promise<void> {
  const { version, by, now: at, reason = null } = order;
  await tx.pipeline([
    insertRuleSet({
      version,
      rules: JSON.stringify(promotions),
      programme: JSON.stringify(programme),
      at,
      by,
    }),
    insertChanges(
      changes.map((change) => ({ ...change, reason })),
      { version, at, by },
    ),
    moveHead(version),
  ]);
}

function checked(promotions: readonly unknown[], programme: Programme): Promotion[] {
  return promotions.map((json, place) => {
    const verdict = validatePromotion(json, programme);
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
