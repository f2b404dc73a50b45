import { createHash } from 'node:crypto';
import { rightsOf } from '#modules/access/core/index.ts';
import type { AdjustmentRequest } from '#modules/ledger/admin-contract.ts';
import {
  type AdjustmentDeps,
  approveAdjustment,
  proposeAdjustment,
  rejectAdjustment,
} from '#modules/ledger/index.ts';
import { memberWireId } from '#modules/members/core/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { systemRandom } from '#platform/random.ts';
import type { Secrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { type MemberId, uuidv7 } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { STAFF } from './people.ts';
import { openPointsDesk } from './points-desk.ts';

type Case = Omit<AdjustmentRequest, 'adjustmentId' | 'currencyCode'> & {
  /** Whose points, by place among the members. */
  readonly of: number;
  readonly currencyCode?: string;
  readonly by: 'operator' | 'supervisor';
  readonly hoursAgo: number;
  readonly decided?: readonly ['approve' | 'reject', by: 'supervisor' | 'security', why: string];
};

/** Decided ones first, then the queue as the office finds it in the morning. */
const CASES: readonly Case[] = [
  {
    of: 0,
    by: 'operator',
    hoursAgo: 50,
    direction: 'credit',
    points: 150,
    reasonCode: 'missed-accrual',
    comment: 'Касса MSK1-02 была без связи, чек № 1184 без баллов',
    decided: ['approve', 'supervisor', 'Чек проверен'],
  },
  {
    of: 2,
    by: 'operator',
    hoursAgo: 30,
    direction: 'credit',
    points: 900,
    reasonCode: 'goodwill',
    comment: 'Просит баллы ко дню рождения ребёнка',
    decided: ['reject', 'supervisor', 'Такого подарка в программе нет'],
  },
  {
    of: 3,
    by: 'supervisor',
    hoursAgo: 26,
    direction: 'credit',
    points: 15_000,
    reasonCode: 'apology',
    comment: 'Двойное списание при оплате топлива, жалоба № 77',
  },
  {
    of: 0,
    by: 'operator',
    hoursAgo: 5,
    direction: 'credit',
    points: 300,
    reasonCode: 'apology',
    comment: 'Заказ из приложения привезли на два дня позже',
  },
  {
    of: 1,
    by: 'operator',
    hoursAgo: 3,
    direction: 'debit',
    points: 120,
    reasonCode: 'wrong-accrual',
    comment: 'Счастливый чек начислен дважды',
  },
  {
    of: 5,
    by: 'operator',
    hoursAgo: 1,
    currencyCode: 'fuel-litres',
    direction: 'credit',
    points: 1_250,
    reasonCode: 'missed-accrual',
    comment: 'Колонка 4 не передала чек на 12,5 литра',
  },
];

export type SeedAdjustmentDeps = {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly now: Instant;
};

/** Puts some adjustments into the office's queue and history. Done once, however often it is called. */
export async function seedAdjustments(
  { db, secrets, now }: SeedAdjustmentDeps,
  members: readonly MemberId[],
): Promise<void> {
  const desk = await openPointsDesk(db, { since: now, now });
  const people = await db.run(
    sql<{ id: string; login: string }>`select p.id, p.login from access.person p`,
  );
  const principal = (role: string): Principal => {
    const { login, roles } = present(
      STAFF.find((one) => one.login.startsWith(`${role}@`)),
      role,
    );
    const { id } = present(
      people.find((one) => one.login === login),
      login,
    );
    return { kind: 'person', id, login, rights: new Set(rightsOf(roles)), partnerCode: null };
  };
  try {
    for (const [place, one] of CASES.entries()) {
      const { currencies, ledger } = desk;
      const clock = { now: () => instant(now - one.hoursAgo * 3_600_000) };
      const staff = { audit: () => Promise.resolve() };
      const deps = { db, secrets, clock, currencies, ledger, staff, random: systemRandom };
      await tell(deps, { ...one, place, members, principal });
    }
  } finally {
    await desk.close();
  }
}

type Telling = Case & {
  readonly place: number;
  readonly members: readonly MemberId[];
  readonly principal: (role: string) => Principal;
};

async function tell(deps: AdjustmentDeps, one: Telling): Promise<void> {
  const { of, by, hoursAgo: _, decided, place, members, principal, ...request } = one;
  const memberId = memberWireId(present(members[of], 'member'));
  const seed = createHash('sha256').update(`adjustment-${place}`).digest();
  const adjustmentId = uuidv7(0, seed.subarray(0, 10));
  const asked = { currencyCode: 'bonus', ...request, adjustmentId };
  await proposeAdjustment(deps, { memberId, request: asked, principal: principal(by) });
  if (decided === undefined) return;
  const [verb, checker, comment] = decided;
  const decide = verb === 'approve' ? approveAdjustment : rejectAdjustment;
  await decide(deps, { memberId, adjustmentId, comment, principal: principal(checker) });
}
