import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { parseMemberWireId } from '#modules/members/core/index.ts';
import { present } from '#shared/assert.ts';
import { instant } from '#shared/time.ts';
import { CARDS } from '../support/small-coalition.ts';
import { openOffice, SUPERVISOR } from './office.ts';
import { calculate, confirm, openTill, ringUp } from './till-page.ts';

const office = await openOffice();

/** Serious and critical findings of axe, each in one line: all rules by day, contrast also by night. */
async function barriers(page: Page, screen: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours that are still changing would be measured half-way.
    await page.waitForTimeout(200);
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
    const looked = colorScheme === 'light' ? axe : axe.withRules('color-contrast');
    const { violations, passes } = await looked.analyze();
    assert.ok(passes.length > 0, 'axe has looked at the page');
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      found.push(
        ...nodes.map((node) => `${screen}, ${colorScheme}: ${id} ${node.target.join(' ')}`),
      );
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test('the log-in page has no serious barriers by day or by night', async () => {
  const { page } = await office.visit({ isSignedIn: false });
  await page.goto('/login');
  await page.locator('input[name=login]').waitFor();
  assert.deepEqual(await barriers(page, 'log-in'), []);
});

test('the till, its slip and the receipt have no serious barriers by day or by night', async () => {
  const { page } = await office.visit();
  await openTill(page, 'KGD1', CARDS[0]);
  await ringUp(page, '2*tea', 'bread', 'cheese');
  await calculate(page);
  await page.getByTestId('till-choices').waitFor();
  const till = await barriers(page, 'till');
  await confirm(page);
  const slip = await barriers(page, 'slip');
  await page.getByRole('link', { name: 'Подробно' }).click();
  await page.getByTestId('verdicts').waitFor();
  assert.deepEqual([...till, ...slip, ...(await barriers(page, 'receipt'))], []);
});

test('dialogs about points and the life of a lot have no serious barriers by day or by night', async () => {
  await fillAccount();
  const { page } = await office.visit();
  const found: string[] = [];
  const look = async (screen: string) => {
    found.push(...(await barriers(page, screen)));
  };
  const member = `/members/${office.memberIds[0]}`;
  await page.goto(member);
  await page.locator('[data-lot]').first().getByRole('button').click();
  await page.getByTestId('lot-life').waitFor();
  await look('life of a lot');
  await page.goto(member);
  await page.getByRole('button', { name: 'Корректировка' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Отправить на утверждение' }).click();
  await look('adjusting, wrongly filled in');
  await dialog.getByLabel('Сколько').fill('10');
  await dialog.getByRole('combobox', { name: 'Причина' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Что случилось').fill('Для проверки доступности');
  await dialog.getByRole('button', { name: 'Отправить на утверждение' }).click();
  await page.getByText('Отправлено на утверждение').waitFor();
  await look('adjustment sent');
  await page.getByRole('button', { name: 'Выписка' }).click();
  await page.getByTestId('statement').waitFor();
  await look('statement');
  const { page: checker } = await office.visit({ login: SUPERVISOR });
  await checker.goto('/adjustments');
  await checker.getByRole('button', { name: 'Рассмотреть' }).click();
  await checker.getByTestId('forecast').waitFor();
  found.push(...(await barriers(checker, 'decision')));
  assert.deepEqual(found, []);
});

/** Lots of every state for the first member. */
async function fillAccount(): Promise<void> {
  const memberId = present(parseMemberWireId(office.memberIds[0] ?? ''), 'member');
  const earn = { currencyCode: 'bonus', promotionCode: 'base-earning', points: 100 };
  const sleeping = { activation: { when: 'day-start', afterDays: 5 }, expiry: { when: 'never' } };
  const awaiting = { ...sleeping, activation: { when: 'confirmed', confirmation: 'delivery' } };
  const moves = [
    ['earn', earn],
    ['earn', { ...earn, lifetime: sleeping }],
    ['earn', { ...earn, lifetime: awaiting }],
    ['hold', { currencyCode: 'bonus', points: 25, minutes: 1_440 }],
  ] as const;
  for (const [place, [kind, params]] of moves.entries()) {
    const at = instant(Date.now() - 86_400_000 + place);
    await office.points.ask({ memberId, kind, params, at, key: String(place) });
  }
}

test('no other screen has serious barriers by day or by night', async () => {
  const { page } = await office.visit();
  const found: string[] = [];
  const screens = [
    { path: '/', sign: 'h1' },
    { path: '/receipts', sign: '[data-testid=receipt-rows]' },
    { path: '/members', sign: '[data-testid=member-rows]' },
    { path: `/members/${office.memberIds[0]}`, sign: '[data-testid=account]' },
    { path: `/members/${office.memberIds[0]}?tab=history`, sign: '[data-testid=entry-rows]' },
    { path: '/adjustments', sign: '[data-testid=adjustment-rows]' },
    { path: '/currencies', sign: '[data-testid=terms]' },
    { path: '/promotions', sign: '[data-promotion]' },
    { path: '/nowhere', sign: 'h1' },
  ];
  for (const { path, sign } of screens) {
    await page.goto(path);
    await page.locator(sign).first().waitFor();
    found.push(...(await barriers(page, path)));
  }
  assert.deepEqual(found, []);
});

test('no screen scrolls sideways at 1366 pixels nor at twice the zoom', async () => {
  const { page } = await office.visit();
  const wide: string[] = [];
  const member = `/members/${office.memberIds[0]}`;
  const paths = ['/', '/receipts', '/members', member, '/adjustments', '/currencies'];
  for (const path of [...paths, '/promotions', '/till']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const width of [1366, 683]) {
      await page.setViewportSize({ width, height: 768 });
      await page.waitForTimeout(150);
      const over = await page.evaluate<number>(OVERFLOW);
      if (over > 1) wide.push(`${path} at ${width}: ${over}px`);
    }
  }
  assert.deepEqual(wide, []);
});
