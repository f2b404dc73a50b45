import type { Promotion } from '#modules/promotions/core/index.ts';

type Use = Readonly<Record<string, unknown>>;
const when = (condition: string, params: Use = {}) => ({ condition, params: { ...params } });
const give = (effect: string, params: Use) => ({ effect, params: { ...params } });
const on = (selector: string, params: Use) => ({ selector, params: { ...params } });

type Draft = Pick<Promotion, 'code' | 'title' | 'phase' | 'when' | 'then'> &
  Partial<Pick<Promotion, 'select' | 'limits'>> & {
    readonly group?: string;
    readonly policy?: Promotion['stacking']['policy'];
    readonly priority?: number;
  };

const YEAR = { lifetimeDays: 365 };
const perReceipt = (unit: 'points' | 'kopecks', max: number) => ({
  code: 'per-receipt',
  unit,
  subject: 'receipt' as const,
  period: 'receipt' as const,
  max,
});
const EARNING_GOODS = on('goods', { exceptGroupCodes: ['tobacco', 'fuel'] });

const DRAFTS: readonly Draft[] = [
  {
    code: 'base-earning',
    title: { ru: '1 бонус за каждые 20 ₽', en: '1 point for each 20 ₽' },
    phase: 8,
    when: [when('member-tier', { tierCodes: ['base'] })],
    select: EARNING_GOODS,
    then: [give('earn-per-amount', { points: 1, perKopecks: 2000, ...YEAR })],
    group: 'base',
  },
  {
    code: 'silver-earning',
    title: { ru: 'Серебро: 7 % бонусами', en: 'Silver: 7% in points' },
    phase: 8,
    when: [when('member-tier', { tierCodes: ['silver'] })],
    select: EARNING_GOODS,
    then: [give('earn-percent', { rateBasisPoints: 700, ...YEAR })],
    group: 'base',
  },
  {
    code: 'gold-earning',
    title: { ru: 'Золото: 10 % бонусами', en: 'Gold: 10% in points' },
    phase: 8,
    when: [when('member-tier', { tierCodes: ['gold'] })],
    select: EARNING_GOODS,
    then: [give('earn-percent', { rateBasisPoints: 1000, ...YEAR })],
    group: 'base',
  },
  {
    code: 'fuel-earning',
    title: { ru: 'Топливо: 1 бонус за 60 ₽', en: 'Fuel: 1 point for 60 ₽' },
    phase: 8,
    when: [when('place', { partnerCodes: ['azs'] })],
    select: on('goods', { groupCodes: ['fuel'] }),
    then: [give('earn-per-amount', { points: 1, perKopecks: 6000, ...YEAR })],
    group: 'base',
  },
  {
    code: 'night-owls',
    title: {
      ru: 'Ночные часы: бонусы ×2 с 22:00 до 02:00',
      en: 'Night owls: points ×2, 22:00–02:00',
    },
    phase: 8,
    when: [when('local-hours', { fromMinute: 22 * 60, toMinute: 2 * 60 })],
    then: [give('multiply-points', { factorHundredths: 200, lifetimeDays: 90 })],
    group: 'accelerators',
  },
  {
    code: 'cheese-x3',
    title: { ru: 'Сыры: бонусы ×3', en: 'Cheese: points ×3' },
    phase: 8,
    when: [],
    select: on('goods', { groupCodes: ['cheese'] }),
    then: [give('multiply-points', { factorHundredths: 300, lifetimeDays: 90 })],
    group: 'accelerators',
  },
  {
    code: 'birthday-x5',
    title: { ru: 'День рождения: бонусы ×5', en: 'Birthday: points ×5' },
    phase: 8,
    when: [when('birthday-window', { daysBefore: 3, daysAfter: 7 })],
    then: [give('multiply-points', { factorHundredths: 500, lifetimeDays: 30 })],
    limits: [perReceipt('points', 1000)],
    group: 'accelerators',
  },
  {
    code: 'welcome',
    title: { ru: 'Первая покупка: 100 бонусов', en: 'First purchase: 100 points' },
    phase: 8,
    when: [when('nth-purchase', { number: 1, mode: 'once' })],
    then: [give('earn-fixed', { points: 100, per: 'receipt', lifetimeDays: 60 })],
    group: 'gifts',
  },
  {
    code: 'each-tenth',
    title: { ru: 'Каждая 10-я покупка: 50 бонусов', en: 'Each tenth purchase: 50 points' },
    phase: 8,
    when: [when('nth-purchase', { number: 10, mode: 'each' })],
    then: [give('earn-fixed', { points: 50, per: 'receipt', lifetimeDays: 60 })],
    group: 'gifts',
  },
  {
    code: 'lucky-receipt',
    title: { ru: 'Счастливый чек: 77 бонусов', en: 'Lucky receipt: 77 points' },
    phase: 8,
    when: [when('identified'), when('probability', { chanceBasisPoints: 200 })],
    then: [
      give('earn-fixed', { points: 77, per: 'receipt', lifetimeDays: 30 }),
      give('message', {
        channel: 'slip',
        text: { ru: 'Ваш чек — счастливый!', en: 'Yours is a lucky receipt!' },
      }),
    ],
    group: 'gifts',
  },
  {
    code: 'morning-cafe',
    title: { ru: 'Утро буднего дня: кафе −20 %', en: 'Weekday morning: café −20%' },
    phase: 2,
    when: [
      when('weekdays', { weekdays: [1, 2, 3, 4, 5] }),
      when('local-hours', { fromMinute: 6 * 60, toMinute: 10 * 60 }),
    ],
    select: on('goods', { groupCodes: ['cafe'] }),
    then: [give('percent-off', { rateBasisPoints: 2000 })],
    group: 'line',
    policy: 'best-for-buyer',
  },
  {
    code: 'gold-perfume',
    title: { ru: 'Золото: парфюмерия −7 %', en: 'Gold: perfume −7%' },
    phase: 2,
    when: [when('member-tier', { tierCodes: ['gold'] })],
    select: on('goods', { groupCodes: ['perfume'] }),
    then: [give('percent-off', { rateBasisPoints: 700 })],
    group: 'line',
    policy: 'best-for-buyer',
  },
  {
    code: 'coffee-price',
    title: { ru: 'Кофе 250 г по 449,90 ₽ с картой', en: 'Coffee 250 g at 449.90 ₽ with the card' },
    phase: 2,
    when: [when('identified')],
    select: on('goods', { skus: ['coffee-250'] }),
    then: [give('fixed-price', { priceKopecks: 44_990 })],
    group: 'line',
    policy: 'best-for-buyer',
  },
  {
    code: 'third-dairy-half',
    title: { ru: 'Каждый третий молочный за полцены', en: 'Every third dairy item at half price' },
    phase: 3,
    when: [when('place', { partnerCodes: ['gastronom'] })],
    select: on('every-nth-unit', {
      number: 3,
      order: 'dearest-first',
      groupCodes: ['dairy'],
      exceptGroupCodes: ['cheese'],
    }),
    then: [give('percent-off', { rateBasisPoints: 5000 })],
  },
  {
    code: 'big-basket',
    title: { ru: 'Чек от 1500 ₽: −5 %', en: 'Receipt of 1,500 ₽ or more: −5%' },
    phase: 4,
    when: [
      when('place', { partnerCodes: ['gastronom'] }),
      when('identified'),
      when('basket-total', { minKopecks: 150_000, stage: 'after-discounts' }),
    ],
    select: on('goods', { exceptGroupCodes: ['tobacco'] }),
    then: [give('percent-off', { rateBasisPoints: 500 })],
    limits: [perReceipt('kopecks', 50_000)],
    group: 'basket',
    policy: 'first-by-priority',
    priority: 20,
  },
  {
    code: 'app-order',
    title: { ru: 'Заказ в приложении: −3 %', en: 'Order in the app: −3%' },
    phase: 4,
    when: [when('channel', { channels: ['app'] })],
    then: [give('percent-off', { rateBasisPoints: 300 })],
    group: 'basket',
    policy: 'first-by-priority',
    priority: 10,
  },
  {
    code: 'spring-sweets',
    title: { ru: 'Купон SPRING: сладости −10 %', en: 'Coupon SPRING: sweets −10%' },
    phase: 5,
    when: [when('coupon', { couponCodes: ['SPRING'] })],
    select: on('goods', { groupCodes: ['sweets'] }),
    then: [give('percent-off', { rateBasisPoints: 1000 })],
  },
  {
    code: 'whole-roubles',
    title: { ru: 'Копейки — в подарок', en: 'Kopecks are on us' },
    phase: 6,
    when: [when('place', { partnerCodes: ['gastronom'] })],
    then: [give('round-down-total', { stepKopecks: 100 })],
  },
  {
    code: 'pay-half',
    title: { ru: 'Бонусами до 50 % чека', en: 'Up to 50% of the receipt with points' },
    phase: 7,
    when: [],
    select: on('goods', { exceptGroupCodes: ['tobacco'] }),
    then: [give('redemption-cap', { shareBasisPoints: 5000 })],
  },
  {
    code: 'almost-there',
    title: { ru: 'Подсказка: до скидки 5 % немного', en: 'Hint: almost at the 5% discount' },
    phase: 9,
    when: [
      when('place', { partnerCodes: ['gastronom'] }),
      when('basket-total', { minKopecks: 120_000, maxKopecks: 149_999 }),
    ],
    then: [
      give('message', {
        channel: 'customer',
        text: {
          ru: 'Ещё чуть-чуть: с 1500 ₽ по карте скидка 5 %.',
          en: 'Almost there: 5% off from 1,500 ₽ with the card.',
        },
      }),
    ],
  },
];

/** The demo coalition's promotions, all on. */
export const PROMOTIONS: readonly Promotion[] = DRAFTS.map(
  ({ group, policy = 'sum', priority = 0, ...draft }) => ({
    ...draft,
    isOn: true,
    stacking: { group: group ?? draft.code, policy, priority },
  }),
);
