import type { FastifyInstance } from 'fastify';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import {
  mountStaffRoutes,
  type Principal,
  type StaffDoor,
  staffRoute,
} from '#platform/http/staff-routes.ts';
import {
  PromotionListQueryShape,
  PromotionListShape,
  PromotionParamsShape,
  type PromotionStateAnswer,
  PromotionStateAnswerShape,
  type PromotionStateRequest,
  PromotionStateRequestShape,
  VocabularyShape,
} from './admin-contract.ts';
import { setPromotionState } from './change-promotions.ts';
import { vocabulary } from './core/index.ts';
import { listPromotions, readPromotion } from './read-promotions.ts';
import type { RuleSets } from './rule-sets.ts';

export type PromotionsAdminDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly staff: StaffDoor;
  readonly ruleSets: RuleSets;
};

/** Mounts the staff routes of promotions. */
export function registerPromotionsAdmin(app: FastifyInstance, deps: PromotionsAdminDeps): void {
  mountStaffRoutes(app, deps.staff, [
    staffRoute({
      method: 'GET',
      path: '/promotions',
      right: 'promotions.read',
      summary: 'Promotions in words, with their state',
      query: PromotionListQueryShape,
      answer: PromotionListShape,
      story: ({ query }) => listPromotions(deps, query),
    }),
    staffRoute({
      method: 'GET',
      path: '/promotions/vocabulary',
      right: 'promotions.read',
      summary: 'Everything that a promotion may be made of, with parameters and units, for forms',
      answer: VocabularyShape,
      story: () => Promise.resolve(vocabulary()),
    }),
    staffRoute({
      method: 'PUT',
      path: '/promotions/:code/state',
      right: 'promotions.switch',
      summary: 'Switch a promotion on or off: makes the next rule set',
      params: PromotionParamsShape,
      body: PromotionStateRequestShape,
      answer: PromotionStateAnswerShape,
      story: ({ params, body, principal }) =>
        switchPromotion(deps, { code: params.code, ...body }, principal),
    }),
  ]);
}

async function switchPromotion(
  deps: PromotionsAdminDeps,
  { code, isOn, reason }: PromotionStateRequest & { readonly code: string },
  principal: Principal,
): Promise<PromotionStateAnswer> {
  const { db, clock, ruleSets } = deps;
  await ruleSets.refresh();
  await readPromotion(deps, code);
  // Written down first: a switch that could not be recorded is not made.
  const action = isOn ? 'promotion.switch-on' : 'promotion.switch-off';
  await deps.staff.audit({ principal, action, object: code, reason: reason ?? null });
  const order = { by: principal.login, now: clock.now(), reason };
  const ruleSetVersion = await setPromotionState(db, { code, isOn }, order);
  await ruleSets.refresh();
  return { ruleSetVersion, promotion: await readPromotion(deps, code) };
}
