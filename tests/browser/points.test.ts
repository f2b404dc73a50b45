import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseMemberWireId } from '#modules/members/core/index.ts';
import { present } from '#shared/assert.ts';
import { instant } from '#shared/time.ts';
import { CARDS } from '../support/small-coalition.ts';
import { openOffice, SUPERVISOR, type VisitOptions, type Visitor } from './office.ts';
import { calculate, confirm, openTill, plain, ringUp } from './till-page.ts';

const DAY = 86_400_000;
const office = await openOffice();
const visitors: Visitor[] = [];
const visit = async (options?: VisitOptions) => {
  const visitor = await office.visit(options);
  visitors.push(visitor);
  return visitor;
};
const [ANNA = '', BORIS = ''] = office.memberIds;

after(() => {
  assert.deepEqual(
    visitors.flatMap((each) => [...each.errors, ...each.foreign]),
    [],
  );
});

type Page = Visitor['page'];

async function propose(page: Page, memberId: string, points: string): Promise<void> {
  await page.goto(`/members/${memberId}`);
  await page.getByRole('button', { name: 'Корректировка' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Сколько').fill(points);
  await dialog.getByRole('combobox', { name: 'Причина' }).click();
  await page.getByRole('option', { name: 'Знак внимания' }).click();
  await dialog.getByLabel('Что случилось').fill('Ждал на кассе час, обращение 12');
  await dialog.getByRole('button', { name: 'Отправить на утверждение' }).click();
  await page.getByText('Отправлено на утверждение').waitFor();
}

const rowsOf = (page: Page) => page.getByTestId('adjustment-rows').locator('tbody tr');

test('one person proposes, another approves, and the points are there', async () => {
  const { page: maker } = await visit();
  await propose(maker, ANNA, '250');
  assert.equal(await maker.getByText('Баллов ещё не было').count(), 1);
  await maker.goto('/adjustments');
  const own = rowsOf(maker).first();
  await own.waitFor();
  assert.match(plain(await own.innerText()), /\+250 баллов.*Знак внимания.*вы/);
  assert.equal(await own.getByRole('button', { name: 'Рассмотреть' }).count(), 0);

  const { page: checker } = await visit({ login: SUPERVISOR });
  await checker.goto('/adjustments');
  await rowsOf(checker).getByRole('button', { name: 'Рассмотреть' }).click();
  const decision = checker.getByTestId('decision');
  const forecast = plain(await checker.getByTestId('forecast').innerText());
  assert.match(forecast, /сейчас 0 баллов.*после 250 баллов/);
  assert.match(plain(await decision.innerText()), /Ольга Офисная предлагает.*обращение 12/);
  await decision.getByRole('button', { name: 'Утвердить' }).click();
  await checker.getByText('Утверждено: +250').waitFor();
  await checker.getByText('Всё решено').waitFor();

  await maker.goto(`/members/${ANNA}`);
  assert.equal(plain(await maker.getByTestId('spendable').first().innerText()), '250 баллов');
  await maker.goto('/adjustments?tab=mine');
  assert.match(plain(await rowsOf(maker).first().innerText()), /утверждена Светлана Старшая/);
});

test('what was sent can be taken back at once, and then nobody finds it in the queue', async () => {
  const { page } = await visit();
  await propose(page, BORIS, '30');
  await page.getByRole('button', { name: 'Отозвать' }).click();
  await page.getByText('Корректировка отозвана').waitFor();
  await page.goto('/adjustments?tab=mine');
  assert.match(plain(await rowsOf(page).first().innerText()), /\+30 баллов.*отозвана/);
  const { page: checker } = await visit({ login: SUPERVISOR });
  await checker.goto('/adjustments');
  await checker.getByText('Всё решено').waitFor();
});

test('a rejection asks for its reason, and the maker reads it', async () => {
  const { page: maker } = await visit();
  await propose(maker, BORIS, '40');
  const { page: checker } = await visit({ login: SUPERVISOR });
  await checker.goto('/adjustments');
  await rowsOf(checker).getByRole('button', { name: 'Рассмотреть' }).click();
  const decision = checker.getByTestId('decision');
  await decision.getByRole('button', { name: 'Отклонить' }).click();
  await decision.getByText('Напишите, почему').waitFor();
  await decision.getByLabel('Комментарий').fill('Такого обращения нет');
  await decision.getByRole('button', { name: 'Отклонить' }).click();
  await checker.getByText('Корректировка отклонена').waitFor();
  await maker.goto('/adjustments?tab=mine');
  const row = plain(await rowsOf(maker).first().innerText());
  assert.match(row, /\+40 баллов.*отклонена.*Такого обращения нет/);
});

test('a proposal beyond the limit says so before it is sent', async () => {
  const { page } = await visit();
  await page.goto(`/members/${BORIS}`);
  await page.getByRole('button', { name: 'Корректировка' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Сколько').fill('1001');
  await dialog.getByRole('button', { name: 'Отправить на утверждение' }).click();
  await dialog.getByText('За раз можно до 1 000 баллов').waitFor();
  await dialog.getByText('Выберите причину').waitFor();
  assert.equal(await dialog.getByLabel('Сколько').inputValue(), '1001');
});

test('the life of a lot leads from the receipt that earned it to the one that spent it', async () => {
  const { page } = await visit();
  await openTill(page, 'KGD1', CARDS[2]);
  await ringUp(page, '2*bread');
  await calculate(page);
  await confirm(page);
  await page.goto(`/members/${office.memberIds[2]}`);
  await page
    .getByTestId('lot-rows')
    .getByRole('button', { name: /20 баллов/ })
    .click();
  const life = page.getByTestId('lot-life');
  const accrual = life.locator('[data-step=accrual]');
  await accrual.getByRole('link', { name: /Магазин KGD1/ }).waitFor();
  assert.match(plain(await accrual.innerText()), /Начисление.*\+20 баллов осталось 20 баллов/);
  assert.match(plain(await life.locator('[data-step=willBurn]').innerText()), /Сгорят.*впереди/);
  assert.match(new URL(page.url()).search, /lot=/);
  await page.keyboard.press('Escape');
  await life.waitFor({ state: 'detached' });

  await openTill(page, 'KGD1', CARDS[2]);
  await ringUp(page, 'bread');
  await calculate(page);
  await page.getByRole('slider').focus();
  await page.keyboard.press('End');
  await page.getByTestId('to-pay').getByText('80,00').waitFor();
  await confirm(page);
  await page.goto(`/members/${office.memberIds[2]}?show=closed`);
  await page.getByTestId('lot-rows').getByRole('button').first().click();
  const spent = page.getByTestId('lot-life').locator('[data-step=redemption]');
  await spent.getByRole('link', { name: /Магазин KGD1/ }).waitFor();
  assert.match(plain(await spent.innerText()), /Списание.*−20 баллов осталось 0 баллов/);
});

test('an account shows what waits, what is held and when the rest burns', async () => {
  const memberId = present(parseMemberWireId(BORIS), 'member');
  const at = instant(Date.now() - DAY);
  const currencyCode = 'bonus';
  const earn = { currencyCode, promotionCode: 'base-earning' };
  const soon = {
    activation: { when: 'at-once' },
    expiry: { when: 'after', count: 9, unit: 'day', from: 'accrual', endOf: 'day' },
  };
  const later = { activation: { when: 'day-start', afterDays: 5 }, expiry: { when: 'never' } };
  const moves = [
    ['earn', { ...earn, points: 100, lifetime: soon }],
    ['earn', { ...earn, points: 60, lifetime: later }],
    ['hold', { currencyCode, points: 25, minutes: 1_440 }],
  ] as const;
  for (const [place, [kind, params]] of moves.entries()) {
    await office.points.ask({
      memberId,
      kind,
      params,
      at: instant(at + place),
      key: String(place),
    });
  }
  const { page } = await visit();
  await page.goto(`/members/${BORIS}`);
  const card = page.getByTestId('account');
  await card.waitFor();
  const text = plain(await card.innerText());
  assert.match(text, /75 баллов можно потратить сейчас/);
  assert.match(text, /Ещё не активны 60 баллов/);
  assert.match(text, /Заблокированы 25 баллов/);
  const bars = plain(await page.getByTestId('burning').innerText());
  assert.match(bars, /100 баллов бессрочно 60 баллов/);
  await page.getByText('Ждут даты', { exact: true }).click();
  await page.locator('[data-lot][data-state=pending]').waitFor();
  assert.equal(await page.locator('[data-lot]').count(), 1);
  assert.equal(new URL(page.url()).searchParams.get('show'), 'pending');
  await page.goto(`/members/${BORIS}?tab=history&kind=hold`);
  const row = page.getByTestId('entry-rows').locator('tbody tr');
  assert.match(plain(await row.innerText()), /Блокировка.*в блок 25 баллов/);
});

test('the statement of a period is saved as a table and as pages', async () => {
  const { page } = await visit();
  await page.goto(`/members/${BORIS}`);
  await page.getByRole('button', { name: 'Выписка' }).click();
  for (const format of ['csv', 'pdf']) {
    const downloading = page.waitForEvent('download');
    await page.getByTestId('statement').getByRole('button', { name: format.toUpperCase() }).click();
    const file = await downloading;
    assert.match(file.suggestedFilename(), new RegExp(`^statement-${BORIS}-.*\\.${format}$`));
  }
});

test('currencies tell their terms in words', async () => {
  const { page } = await visit();
  await page.goto('/currencies');
  const terms = page.locator('[data-currency=bonus]').getByTestId('terms');
  const text = plain(await terms.innerText());
  assert.match(text, /Можно тратить сразу/);
  assert.match(text, /Ручное списание больше остатка отказ/);
});

test('whoever may not adjust points is not offered it', async () => {
  const { page } = await visit({ login: SUPERVISOR });
  await page.goto('/till');
  await page.getByText('Этот раздел для других ролей').waitFor();
});
