import type { Page } from 'playwright-core';

/** Opens the till at a store, for a card or for nobody. */
export async function openTill(page: Page, store: string, card?: string): Promise<void> {
  await page.goto(`/till?store=${store}`);
  const buyer = page.getByTestId('buyer');
  await buyer.waitFor();
  if (card === undefined) return;
  const box = buyer.getByRole('textbox').first();
  await box.fill(card);
  await box.press('Enter');
  await page.getByTestId('buyer-points').first().waitFor();
}

/** Rings up goods by the keyboard alone: F2, the name, Enter. */
export async function ringUp(page: Page, ...queries: readonly string[]): Promise<void> {
  await page.keyboard.press('F2');
  for (const query of queries) {
    await page.keyboard.type(query);
    await page.keyboard.press('Enter');
  }
}

/** Presses F8 and waits for the verdicts. @returns what is to be paid, as shown */
export async function calculate(page: Page): Promise<string> {
  await page.keyboard.press('F8');
  await page.getByTestId('till-verdicts').locator('li').first().waitFor();
  await page.getByRole('button', { name: 'Пробить', disabled: false }).waitFor();
  return plain(await page.getByTestId('to-pay').innerText());
}

/** Presses F9 and waits for the slip. @returns its text */
export async function confirm(page: Page): Promise<string> {
  await page.keyboard.press('F9');
  const slip = page.getByTestId('slip');
  await slip.waitFor();
  return plain(await slip.innerText());
}

/** Text with every kind of space as an ordinary one. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
