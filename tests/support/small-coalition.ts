import { putCurrencies } from '#modules/ledger/index.ts';
import type { RegisterAnswer } from '#modules/members/contract.ts';
import { withCheckDigit } from '#modules/members/core/index.ts';
import { registerMember } from '#modules/members/index.ts';
import type { Store, Terminal } from '#modules/partners/core/index.ts';
import { putDirectory } from '#modules/partners/index.ts';
import { putPromotions } from '#modules/promotions/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import { systemRandom } from '#platform/random.ts';
import type { Secrets } from '#platform/secrets.ts';
import { mintMemberId, uuidv7 } from '#shared/ids.ts';

type Surroundings = { readonly db: Database; readonly clock: Clock; readonly secrets: Secrets };

/** Terminals of the small coalition: a grocery in Kaliningrad, a fuel station in Kamchatka. */
export const KGD = 'KGD1-01';
export const PKC = 'PKC1-01';
/** Cards of its members, the first one with a name. */
export const CARDS = ['270000000000001', '270000000000002', '270000000000003'].map(withCheckDigit);

/**
 * Two partners with a store and a terminal each, three goods, one currency and three promotions: points
 * for everybody with a card, a discount on tea, and one that is never met.
 * @returns golden ids of the members, in the order of CARDS
 */
export async function smallCoalition(at: Surroundings): Promise<readonly string[]> {
  const id = () => uuidv7(at.clock.now(), systemRandom(10));
  const grocery = aStore({
    id: id(),
    code: 'KGD1',
    partnerCode: 'gastronom',
    zone: 'Europe/Kaliningrad',
  });
  const fuel = aStore({ id: id(), code: 'PKC1', partnerCode: 'azs', zone: 'Asia/Kamchatka' });
  await putDirectory(at.db, {
    partners: [
      { code: 'gastronom', title: { ru: 'Гастроном', en: 'Grocery' } },
      { code: 'azs', title: { ru: 'АЗС', en: 'Fuel' } },
    ],
    stores: [grocery, fuel],
    terminals: [aTerminal(id(), KGD, grocery), aTerminal(id(), PKC, fuel)],
    groups: [{ code: 'food', parentCode: null, title: { ru: 'Еда', en: 'Food' } }],
    goods: ['tea', 'bread', 'cheese'].map((sku) => ({
      sku,
      groupCode: 'food',
      title: { ru: sku, en: sku },
      priceKopecks: 10_000,
      isWeighed: sku === 'cheese',
    })),
  });
  await putCurrencies(at.db, [
    {
      code: 'bonus',
      title: { ru: 'Бонусы', en: 'Bonuses' },
      divisibility: 0,
      partnerCode: null,
      kopecksPerPoint: { num: 100, den: 1 },
      isMain: true,
    },
  ]);
  await putPromotions(at.db, PROMOTIONS, { by: 'test', now: at.clock.now() });
  const ids: string[] = [];
  for (const place of CARDS.keys()) ids.push(await register(at, place));
  return ids;
}

const PROMOTIONS = [
  {
    code: 'base-earning',
    title: { ru: 'Балл за 10 ₽', en: 'A point for 10 ₽' },
    phase: 8,
    isOn: true,
    when: [],
    then: [
      { effect: 'earn-per-amount', params: { points: 1, perKopecks: 1_000, lifetimeDays: 365 } },
    ],
    stacking: { group: 'base', policy: 'sum', priority: 0 },
  },
  {
    code: 'tea-discount',
    title: { ru: 'Чай −10 %', en: 'Tea −10%' },
    phase: 2,
    isOn: true,
    when: [],
    select: { selector: 'goods', params: { skus: ['tea'] } },
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 1_000 } }],
    stacking: { group: 'lines', policy: 'sum', priority: 0 },
  },
  {
    code: 'kamchatka-only',
    title: { ru: 'Только на Камчатке', en: 'Kamchatka only' },
    phase: 8,
    isOn: true,
    when: [{ condition: 'place', params: { storeCodes: ['PKC1'] } }],
    then: [{ effect: 'earn-fixed', params: { points: 5, per: 'receipt', lifetimeDays: 30 } }],
    stacking: { group: 'extra', policy: 'sum', priority: 0 },
  },
];

function aStore(some: Pick<Store, 'id' | 'code' | 'partnerCode' | 'zone'>): Store {
  const title = { ru: `Магазин ${some.code}`, en: `Store ${some.code}` };
  const city = { ru: some.code, en: some.code };
  return { ...some, title, city, regionCode: some.code, formatCode: 'shop' };
}

function aTerminal(id: string, code: string, store: Store): Terminal {
  const pseudoMemberId = mintMemberId(systemRandom(5), code === KGD ? 11 : 12);
  return { id, code, store, keyEpoch: 1, keyVersion: 1, isBlocked: false, pseudoMemberId };
}

async function register(at: Surroundings, place: number): Promise<string> {
  const names = { firstName: 'Ирина', lastName: 'Петрова', birthDate: '1990-05-17' };
  const registered = await registerMember(
    { ...at, random: systemRandom },
    {
      opId: uuidv7(at.clock.now(), systemRandom(10)),
      terminalId: uuidv7(at.clock.now(), systemRandom(10)),
      zone: 'Europe/Moscow',
      requestHash: Buffer.alloc(32),
      request: {
        phone: `+7916123123${place}`,
        card: CARDS[place] ?? '',
        ...(place === 0 ? names : {}),
      },
    },
  );
  const answer: RegisterAnswer = JSON.parse(registered.answer);
  return answer.memberId;
}
