import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CARDS } from '../support/small-coalition.ts';
import { LOGIN, openOffice, signIn, type Visitor } from './office.ts';
import { calculate, confirm, openTill, plain, ringUp } from './till-page.ts';

const office = await openOffice();
const visitors: Visitor[] = [];
const visit: typeof office.visit = async (options) => {
  const visitor = await office.visit(options);
  visitors.push(visitor);
  return visitor;
};

after(() => {
  assert.deepEqual(
    visitors.flatMap((each) => each.errors),
    [],
  );
  assert.deepEqual(
    visitors.flatMap((each) => each.foreign),
    [],
  );
});

const card = (place: number): string => CARDS[place] ?? '';

test('a wrong password is told and what was typed stays; the right one leads to the page asked for', async () => {
  const { page } = await visit({ isSignedIn: false });
  await page.goto('/promotions');
  await page.locator('input[name=login]').fill(LOGIN);
  await page.locator('input[name=password]').fill('not this one');
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  assert.equal(await page.locator('input[name=login]').inputValue(), LOGIN);
  await page.locator('input[name=password]').fill('correct horse battery');
  await page.locator('button[type=submit]').click();
  await page.locator('[data-promotion=base-earning]').waitFor();
  assert.equal(new URL(page.url()).pathname, '/promotions');
});

test('logging out closes the office until the next log-in', async () => {
  const { page } = await visit({ isSignedIn: false });
  await signIn(page);
  await page.getByRole('button', { name: 'профиль и выход' }).click();
  await page.getByRole('menuitem', { name: 'Выйти' }).click();
  await page.locator('input[name=login]').waitFor();
  await page.goto('/receipts');
  await page.locator('input[name=login]').waitFor();
});

test('a purchase rung up in the emulator appears in the live feed and on the member’s page', async () => {
  const watcher = await visit();
  await watcher.page.goto('/receipts');
  await watcher.page.locator('[data-testid=feed-state][data-state=live]').waitFor();

  const { page } = await visit();
  await openTill(page, 'KGD1', card(0));
  await ringUp(page, '2*tea', 'bread');
  assert.equal(await calculate(page), '280,00 ₽');
  const slip = await confirm(page);
  assert.match(slip, /СТАЛО 28 баллов/);

  const row = watcher.page.getByTestId('receipt-rows').locator('tbody tr').first();
  await row.waitFor();
  assert.match(plain(await row.innerText()), /280,00 ₽.*\+28 баллов/);

  await page.goto(`/members/${office.memberIds[0]}`);
  await page.getByTestId('spendable').first().waitFor();
  assert.equal(plain(await page.getByTestId('spendable').first().innerText()), '28 баллов');
  await page.getByRole('tab', { name: 'История' }).click();
  assert.match(plain(await page.getByTestId('entry-rows').innerText()), /Начисление.*\+28 баллов/);
});

test('a receipt tells which promotions fired and why the others did not', async () => {
  const { page } = await visit();
  await openTill(page, 'KGD1', card(1));
  await ringUp(page, 'tea');
  await calculate(page);
  await confirm(page);
  await page.getByRole('link', { name: 'Подробно' }).click();
  const verdicts = page.getByTestId('verdicts');
  await verdicts.waitFor();
  const fired = plain(
    await verdicts.getByRole('region', { name: 'Сработало', exact: true }).innerText(),
  );
  assert.match(fired, /Чай −10 %.*−10,00 ₽/);
  assert.match(fired, /Балл за 10 ₽.*\+9 баллов/);
  const missed = plain(await verdicts.getByRole('region', { name: /Не сработало/ }).innerText());
  assert.match(missed, /Только на Камчатке/);
  assert.match(plain(await page.getByTestId('versions').innerText()), /Продажа/);
});

test('a promotion switched off is left out of the next calculation', async () => {
  const { page } = await visit();
  await page.goto('/promotions');
  const row = page.locator('[data-promotion=tea-discount]');
  await row.getByRole('switch').click({ force: true });
  const dialog = page.getByRole('dialog');
  assert.match(await dialog.innerText(), /со следующего расчёта/);
  await dialog.getByRole('button', { name: 'Выключить' }).click();
  await page.getByText('» выключена', { exact: false }).first().waitFor();
  assert.equal(await row.getByRole('switch').isChecked(), false);

  await openTill(page, 'KGD1', card(1));
  await ringUp(page, 'tea');
  assert.equal(await calculate(page), '100,00 ₽');

  await page.goto('/promotions?state=off');
  await row.getByRole('switch').click({ force: true });
  await dialog.getByRole('button', { name: 'Включить' }).click();
  await page.getByText('» включена', { exact: false }).first().waitFor();
});

test('a line returned in the emulator takes its points back', async () => {
  const { page } = await visit();
  await openTill(page, 'KGD1', card(2));
  await ringUp(page, '2*bread');
  await calculate(page);
  assert.match(await confirm(page), /СТАЛО 20 баллов/);
  await page.getByRole('button', { name: 'Возврат' }).click();
  const form = page.getByTestId('return-form');
  await form.getByRole('checkbox').first().check();
  await form.getByRole('textbox').first().fill('1');
  await form.getByRole('button', { name: 'Вернуть выбранное' }).click();
  const reversal = page.getByTestId('slip-reversal');
  await reversal.waitFor();
  assert.match(plain(await reversal.innerText()), /ВОЗВРАТ −100,00 ₽ Отозвано −10 баллов/);
  assert.match(plain(await page.getByTestId('slip').innerText()), /СТАЛО 10 баллов/);
});

test('points pay for goods by the slider, up to what the server allows', async () => {
  const { page } = await visit();
  await openTill(page, 'KGD1', card(0));
  await ringUp(page, 'bread');
  assert.equal(await calculate(page), '100,00 ₽');
  await page.getByRole('slider').focus();
  await page.keyboard.press('End');
  await page.getByText('−28 баллов').first().waitFor();
  assert.equal(plain(await page.getByTestId('to-pay').innerText()), '72,00 ₽');
});

test('the buyer chooses a discount at the till, and the cashier sees what is nearly there', async () => {
  const { page } = await visit();
  await openTill(page, 'KGD1', card(0));
  await ringUp(page, '2*cheese');
  assert.equal(await calculate(page), '180,00 ₽');
  const choices = page.getByTestId('till-choices');
  assert.equal(await choices.getByRole('radio', { name: /cheese-ten/ }).isChecked(), true);
  await choices.getByRole('radio', { name: /cheese-five/ }).check();
  await page.getByTestId('to-pay').filter({ hasText: '190,00' }).waitFor();
  assert.match(plain(await page.getByTestId('till-hints').innerText()), /cheese-much.*800,00 ₽/);
  assert.match(await confirm(page), /ИТОГО 190,00 ₽.*Сыр cheese-fee −3 балла/);
});

test('the time set at the till is the store’s own: Kamchatka’s offer is for Kamchatka', async () => {
  const { page } = await visit();
  await openTill(page, 'PKC1', card(1));
  await ringUp(page, 'bread');
  await calculate(page);
  const fired = page
    .getByTestId('till-verdicts')
    .getByRole('region', { name: 'Сработало', exact: true });
  assert.match(plain(await fired.innerText()), /Только на Камчатке/);
  await page.getByText('МСК+9', { exact: true }).first().waitFor();
});

test('the search box finds a member by card and a promotion by a word', async () => {
  const { page } = await visit();
  await page.goto('/');
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('textbox', { name: 'Поиск по всему' });
  await box.fill('камчат');
  await page.getByRole('button', { name: /Только на Камчатке/ }).waitFor();
  await box.fill(card(0));
  await page.getByRole('button', { name: new RegExp(office.memberIds[0] ?? '') }).click();
  await page.waitForURL(`**/members/${office.memberIds[0]}`);
  await page.getByText('•••• 0017').waitFor();
});

test('English is one press away and stays after a reload', async () => {
  const { page } = await visit({ isSignedIn: false });
  await page.goto('/login');
  await page.getByText('EN', { exact: true }).click();
  await page.getByRole('button', { name: 'Log in' }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('kopilka-locale')), 'en');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});
