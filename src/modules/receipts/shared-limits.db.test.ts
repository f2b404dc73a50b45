import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withCheckDigit } from '#modules/members/core/index.ts';
import { registerMember } from '#modules/members/index.ts';
import { putPromotions } from '#modules/promotions/index.ts';
import { rawSql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { aReceipt, smallHouse } from '../../../tests/support/small-house.ts';
import { openHouse } from '../../app/house.ts';
import type { ConfirmAnswer } from './contract.ts';

const RECEIPTS = 200;
const { house, clock, call, newId } = await smallHouse();
// A second server on the same database, with other lanes than the first.
const rival = await openHouse({ ...house, config: { ...house.config, writerLanes: 5 } });
after(() => rival.close());

const cards: string[] = [];
for (let i = 0; i < 24; i += 1) cards.push(await aMember(i));

async function aMember(i: number): Promise<string> {
  const card = withCheckDigit(`2700000001${String(i).padStart(5, '0')}`);
  const phone = `+7916200${String(1000 + i)}`;
  await registerMember(house, {
    opId: newId(),
    terminalId: newId(),
    zone: 'Europe/Moscow',
    requestHash: Buffer.alloc(32),
    request: { phone, card },
  });
  return card;
}

type Limit = Readonly<Record<string, unknown>>;

/** A discount on goods that only this test sells: promotion, goods and group have one code. */
async function put(code: string, limit: Limit): Promise<void> {
  await putPromotions(
    house.db,
    [
      {
        code,
        title: { ru: code, en: code },
        phase: 2,
        isOn: true,
        select: { selector: 'goods', params: { skus: [code] } },
        then: [{ effect: 'amount-off', params: { amountKopecks: 777, per: 'selection' } }],
        stacking: { group: code, policy: 'sum', priority: 0 },
        limits: [{ code: 'all', ...limit }],
      },
    ],
    { by: 'test', now: clock.now() },
  );
  await Promise.all([house.refresh(), rival.refresh()]);
}

/** Many receipts at once, to two servers by turns; what each of them got off by the promotion. */
async function rush(code: string, buyers: readonly string[]): Promise<number[]> {
  const answers = await Promise.all(
    Array.from({ length: RECEIPTS }, async (_, i) => {
      const request = aReceipt(clock, {
        receiptNumber: `${i}`,
        member: { card: present(buyers[i % buyers.length], 'buyer') },
        lines: [{ lineNo: 1, sku: code, quantityMilli: 1000, priceKopecks: 10_000 }],
      });
      const server = i % 2 === 0 ? house : rival;
      const { answer } = await server.desk.confirm(call(request));
      return JSON.parse(answer) as ConfirmAnswer;
    }),
  );
  return answers.map(({ lines }) => offBy(lines, code));
}

function offBy(lines: ConfirmAnswer['lines'], code: string): number {
  const own = lines.flatMap(({ discounts }) =>
    discounts.filter(({ promotionCode }) => promotionCode === code),
  );
  return own.reduce((all, { kopecks }) => all + kopecks, 0);
}

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

/** What of a limit is used by the tables: handed out less what lanes have left. */
async function kept(key: string): Promise<{ allotted: number; used: number }> {
  const [row] = await house.db.run(
    rawSql<{ allotted: number; used: number }>(
      `select sum(b.allotted)::bigint as allotted, sum(b.allotted - (select coalesce(sum(a.allotted - a.used), 0)
        from promotions.allotment a where a.limit_key = b.limit_key))::bigint as used
       from promotions.budget b where b.limit_key like $1`,
      [`${key} %`],
    ),
  );
  return present(row, 'budget');
}

test('the last items of a promotion go to exactly as many receipts as there are', async () => {
  await put('few', { unit: 'times', subject: 'promotion', period: 'offer', max: 37 });
  const off = await rush('few', cards);
  assert.equal(off.filter((kopecks) => kopecks > 0).length, 37);
  assert.deepEqual(await kept('few/all'), { allotted: 37, used: 37 });
});

test('a budget is spent to the last kopeck and not beyond', async () => {
  await put('budget', {
    unit: 'kopecks',
    subject: 'promotion',
    period: 'offer',
    max: 100_003,
  });
  const off = await rush('budget', cards);
  assert.equal(sum(off), 100_003);
  // Nobody is cut but the one who gets the rest.
  assert.ok(off.filter((kopecks) => kopecks > 0 && kopecks < 777).length <= 1);
  assert.deepEqual(await kept('budget/all'), { allotted: 100_003, used: 100_003 });
});

test('a budget that is large enough cuts nobody', async () => {
  await put('ample', {
    unit: 'kopecks',
    subject: 'programme',
    period: 'day',
    max: 10 ** 7,
  });
  const off = await rush('ample', cards);
  assert.equal(sum(off), RECEIPTS * 777);
});

test('all or nothing leaves less than one portion', async () => {
  await put('stop', {
    unit: 'kopecks',
    subject: 'campaign',
    period: 'offer',
    max: 50_000,
    reaction: 'stop',
  });
  const off = await rush('stop', cards);
  assert.equal(off.filter((kopecks) => kopecks === 777).length, 64);
  assert.equal(sum(off), 64 * 777);
});

test('a member gets his own share, however many receipts he has', async () => {
  await put('own', { unit: 'times', subject: 'member', period: 'day', max: 3 });
  const buyers = cards.slice(0, 5);
  const off = await rush('own', buyers);
  for (const place of buyers.keys()) {
    const mine = off.filter((_, i) => i % buyers.length === place);
    assert.equal(mine.filter((kopecks) => kopecks > 0).length, 3);
  }
});

test('a store has its own share of each day', async () => {
  await put('shop', { unit: 'units', subject: 'store', period: 'day', max: 50 });
  assert.equal((await rush('shop', cards)).filter((kopecks) => kopecks > 0).length, 50);
  clock.advance(86_400_000);
  assert.equal((await rush('shop', cards)).filter((kopecks) => kopecks > 0).length, 50);
});

test('servers that lose their connections neither overspend nor forget a limit', async () => {
  await put('torn', {
    unit: 'kopecks',
    subject: 'promotion',
    period: 'offer',
    max: 90_001,
  });
  const tearing = (async () => {
    for (let i = 0; i < 8; i += 1) {
      await sleep(120);
      await house.db.run(
        rawSql(`select pg_terminate_backend(s.pid) from pg_stat_activity s
          where s.datname = current_database() and s.application_name like 'kopilka-writer-%'
            and s.state <> 'idle' order by s.query_start limit 1`),
      );
    }
  })();
  const off = await rush('torn', cards);
  await tearing;
  assert.equal(sum(off), 90_001);
  assert.deepEqual(await kept('torn/all'), { allotted: 90_001, used: 90_001 });
});
