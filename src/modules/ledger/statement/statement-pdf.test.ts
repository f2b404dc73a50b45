import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { statementDocument } from './statement-document.ts';
import { statementPdf } from './statement-pdf.ts';
import { aMovement, aStatement } from './testing.ts';

const madeAt = instant(Date.UTC(2026, 3, 1, 9));
const titles = {
  partner: () => ({ ru: 'АЗС «Север»', en: 'North Fuel' }),
  promotion: () => ({ ru: 'Каждый день', en: 'Every day' }),
};

test('a statement becomes a PDF with its fonts inside', async () => {
  const pdf = await statementPdf(aStatement([aMovement()]), { language: 'ru', madeAt, titles });
  const text = pdf.toString('latin1');
  assert.ok(text.startsWith('%PDF-1.') && text.trimEnd().endsWith('%%EOF'));
  assert.match(text, /\/FontFile2/);
  assert.match(text, /Roboto-Regular/);
});

test('the pages say who, when, what and what is to come', () => {
  const look = { language: 'ru', madeAt, titles, holder: 'Ёлкина Щедрость' } as const;
  const statement = aStatement([aMovement()]);
  const { content } = statementDocument(statement, look);
  const text = JSON.stringify(content).replaceAll('\u00a0', ' ');
  for (const words of [
    'Ёлкина Щедрость, mbr_00000000abc',
    '01.03.2026 – 31.03.2026',
    '1 234,56 мили',
    'АЗС «Север» · Каждый день',
    'Неделя с 06.04.2026',
    'после подтверждения (delivery)',
  ]) {
    assert.ok(text.includes(words), `${words} in ${text}`);
  }
});

test('a member without movements gets a page that says so', () => {
  const statement = { ...aStatement([]), accounts: [] };
  const { content } = statementDocument(statement, { language: 'en', madeAt });
  assert.match(JSON.stringify(content), /no movements/);
});

test('a statement of thousands of movements is not laid out', async () => {
  const movements = Array.from({ length: 2_001 }, () => aMovement());
  await assert.rejects(statementPdf(aStatement(movements), { language: 'en', madeAt }), {
    code: 'statement-too-long-for-pdf',
  });
});
