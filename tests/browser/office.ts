import { after } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hireStaff } from '#modules/access/index.ts';
import { putPromotions } from '#modules/promotions/index.ts';
import { systemClock } from '#platform/clock.ts';
import { loadConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { deriveSecrets } from '#platform/secrets.ts';
import { instant } from '#shared/time.ts';
import { openPointsDesk, type PointsDesk } from '../../db/seed/points-desk.ts';
import { openApp } from '../../src/app.ts';
import { testDatabase } from '../support/database.ts';
import { smallCoalition } from '../support/small-coalition.ts';
import { launchBrowser } from './launch-browser.ts';

/** The whole server over the small coalition, and a browser in front of it. */
export type Office = {
  readonly origin: string;
  /** Golden ids of the members, in the order of CARDS. */
  readonly memberIds: readonly string[];
  /** Moves points behind the screens. */
  readonly points: PointsDesk;
  /** Opens a page for a new visitor; what it asked for and what it complained about is kept. */
  readonly visit: (options?: VisitOptions) => Promise<Visitor>;
};

export type VisitOptions = {
  readonly isSignedIn?: boolean;
  /** Whose log-in; absent: the operator's. */
  readonly login?: string;
};

export type Visitor = {
  readonly page: Page;
  /** Addresses that the page asked for, outside the server's own. */
  readonly foreign: readonly string[];
  /** Errors that scripts did not catch. */
  readonly errors: readonly string[];
};

export const LOGIN = 'office@test.kopilka';
/** Who decides on what the first one asks for. */
export const SUPERVISOR = 'supervisor@test.kopilka';
export const PASSWORD = 'correct horse battery';

/** Without a promotion of this kind no points can be spent. */
const PAY_HALF = {
  code: 'pay-half',
  title: { ru: 'Баллами до 50 % чека', en: 'Up to 50% with points' },
  phase: 7,
  isOn: true,
  when: [],
  select: { selector: 'goods', params: { skus: ['bread'] } },
  then: [{ effect: 'redemption-cap', params: { shareBasisPoints: 5_000 } }],
  stacking: { group: 'redemption', policy: 'sum', priority: 0 },
};

/** For cheese alone: one of two discounts is chosen, a thousand roubles bring a third, points are taken. */
const CHEESE_OFFERS = [
  cheeseOffer('cheese-five', 500, { stacking: { group: 'cheese', policy: 'choice' } }),
  cheeseOffer('cheese-ten', 1000, { stacking: { group: 'cheese', policy: 'choice' } }),
  cheeseOffer('cheese-much', 100, {
    when: [{ condition: 'goods-sum', params: { skus: ['cheese'], minKopecks: 100_000 } }],
  }),
  cheeseOffer('cheese-fee', 0, {
    phase: 8,
    then: [{ effect: 'debit-points', params: { points: 3 } }],
  }),
];

function cheeseOffer(
  code: string,
  rateBasisPoints: number,
  more: Readonly<Record<string, unknown>>,
) {
  return {
    code,
    title: { ru: `Сыр ${code}`, en: `Cheese ${code}` },
    phase: 2,
    isOn: true,
    select: { selector: 'goods', params: { skus: ['cheese'] } },
    then: [{ effect: 'percent-off', params: { rateBasisPoints } }],
    stacking: { group: code },
    ...more,
  };
}

const POINTS_SINCE_MS = 60 * 86_400_000;

/** Opens it on the machine's clock, for the browser lives by that one. Call it at the top of a file. */
export async function openOffice(): Promise<Office> {
  const opened: { close: () => Promise<unknown> }[] = [];
  // Registered before the database's own: hooks run in this order, and the server goes first.
  after(async () => {
    for (const each of opened.reverse()) await each.close();
  });
  const { db, url } = await testDatabase();
  const at = { db, clock: systemClock, secrets: deriveSecrets(new Uint8Array(32).fill(7)) };
  const memberIds = await smallCoalition(at);
  await putPromotions(db, [PAY_HALF, ...CHEESE_OFFERS], { by: 'test', now: systemClock.now() });
  const people = [
    { login: LOGIN, name: 'Ольга Офисная', roles: ['admin', 'operator'] },
    { login: SUPERVISOR, name: 'Светлана Старшая', roles: ['supervisor'] },
  ];
  for (const person of people) await hireStaff(at, { ...person, password: PASSWORD, locale: 'ru' });
  const now = systemClock.now();
  const points = await openPointsDesk(db, { since: instant(now - POINTS_SINCE_MS), now });
  opened.push(points);
  const config = loadConfig({ RATE_LIMITS: 'off', LOG_LEVEL: 'error' });
  const log = createLog(config.logLevel);
  const app = await openApp({ ...at, config, databaseUrl: url, log });
  opened.push(app);
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchBrowser();
  opened.push(browser);
  const contexts = new Map<string, Promise<BrowserContext>>();
  const signedIn = async (login: string) => {
    const context = await browserContext(browser, origin);
    await signIn(await context.newPage(), login);
    return context;
  };
  return {
    origin,
    memberIds,
    points,
    visit: async ({ isSignedIn = true, login = LOGIN } = {}) => {
      if (!isSignedIn) return visitorOf(await browserContext(browser, origin), origin);
      const context = contexts.get(login) ?? signedIn(login);
      contexts.set(login, context);
      return visitorOf(await context, origin);
    },
  };
}

/** Visitors with one log-in share one context: a log-in and a cold cache cost more than a screen. */
async function browserContext(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  return context;
}

async function visitorOf(context: BrowserContext, origin: string): Promise<Visitor> {
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`)) {
      foreign.push(request.url());
    }
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, foreign, errors };
}

/** Logs in through the form and waits for the first page. */
export async function signIn(page: Page, login = LOGIN): Promise<void> {
  await page.goto('/');
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.getByRole('navigation').waitFor();
}
