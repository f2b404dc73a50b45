import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementCsv } from './statement-csv.ts';
import { aMovement, aStatement } from './testing.ts';

const linesOf = (csv: string) => csv.split('\r\n').slice(0, -1);

test('a Russian table has semicolons, decimal commas and the mark of UTF-8', () => {
  const csv = statementCsv(aStatement([aMovement()]), { language: 'ru' });
  assert.ok(csv.startsWith('\ufeffВалюта;№;Проведено;'));
  const lines = linesOf(csv);
  assert.equal(lines.length, 4);
  assert.match(lines[1] ?? '', /^miles;;;;На начало;;0,00;0,00;0,00;/);
  assert.match(lines[2] ?? '', /^miles;1;02\.03\.2026 12:00;.*;Начислено;1234,56;0,00;1234,56;/);
  assert.match(lines[3] ?? '', /^miles;;;;На конец;;0,00;1234,56;/);
});

test('an English table has commas and points', () => {
  const [, , line = ''] = linesOf(statementCsv(aStatement([aMovement()]), { language: 'en' }));
  assert.match(line, /^miles,1,2 Mar 2026 12:00,2 Mar 2026 11:59,Earned,1234\.56,/);
});

test('partners and promotions are called by their names where these are known', () => {
  const titles = {
    partner: () => ({ ru: 'АЗС «Север»; трасса', en: 'Fuel' }),
    promotion: () => undefined,
  };
  const csv = statementCsv(aStatement([aMovement()]), { language: 'ru', titles });
  assert.match(csv, /;"?АЗС «Север»; трасса"?;base;/);
});

test('a text that a spreadsheet would run as a formula is only a text', () => {
  const movement = aMovement({ kind: 'credit', memo: '=cmd|calc', partnerCode: '-2+3' });
  const csv = statementCsv(aStatement([movement]), { language: 'en' });
  assert.match(csv, /,'=cmd\|calc,/);
  assert.match(csv, /,'-2\+3,/);
});

test('a movement out is a negative number, not a text', () => {
  const movement = aMovement({ kind: 'redemption', amountPoints: -50 });
  assert.match(statementCsv(aStatement([movement]), { language: 'en' }), /,Spent,-0\.50,/);
});
