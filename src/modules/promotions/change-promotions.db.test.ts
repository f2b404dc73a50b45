import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawSql } from '#platform/db/index.ts';
import { Refusal } from '#shared/refusal.ts';
import { instant } from '#shared/time.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { openRuleSets, putPromotions, setPromotionState } from './index.ts';
import { aPromotion } from './testing/builders.ts';

const { db } = await testDatabase();
const order = { by: 'marketer@test.kopilka', now: instant(1_772_000_000_000) };
const codesOf = (promotions: readonly { code: string; isOn: boolean }[]) =>
  promotions.map(({ code, isOn }) => `${code} ${isOn ? 'on' : 'off'}`);

async function problemsOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.path];
    throw error;
  }
  return 'done';
}

test('a promotion that is put becomes part of the next version, and earlier versions stay', async () => {
  const ruleSets = await openRuleSets(db);
  const first = ruleSets.current().version;
  const version = await putPromotions(db, [aPromotion(), aPromotion({ code: 'b' })], order);
  assert.equal(version, first + 1);
  assert.equal(ruleSets.current().version, first);
  await ruleSets.refresh();
  assert.deepEqual(codesOf(ruleSets.current().promotions), ['b on', 'ten-off on']);
  assert.deepEqual((await ruleSets.byVersion(first))?.promotions, []);
  assert.equal(await ruleSets.byVersion(version + 1), undefined);
});

test('putting the same promotions again changes nothing', async () => {
  const version = await putPromotions(db, [aPromotion({ code: 'same' })], order);
  assert.equal(await putPromotions(db, [aPromotion({ code: 'same' })], order), version);
});

test('a promotion is switched once, and the history says by whom', async () => {
  const version = await putPromotions(db, [aPromotion({ code: 'switch' })], order);
  const off = { code: 'switch', isOn: false };
  const reason = { ...order, reason: 'margin' };
  assert.equal(await setPromotionState(db, off, reason), version + 1);
  assert.equal(await setPromotionState(db, off, reason), version + 1);
  const history = await db.run(
    rawSql<{ version: number; is_on: boolean; changed_by: string; reason: string | null }>(
      `select version, is_on, changed_by, reason from promotions.change
       where code = 'switch' order by version`,
    ),
  );
  const by = order.by;
  assert.deepEqual(history, [
    { version, is_on: true, changed_by: by, reason: null },
    { version: version + 1, is_on: false, changed_by: by, reason: 'margin' },
  ]);
});

test('changes made at once all count, one after another', async () => {
  const codes = Array.from({ length: 8 }, (_, i) => `parallel-${i}`);
  const versions = await Promise.all(
    codes.map((code) => putPromotions(db, [aPromotion({ code })], order)),
  );
  assert.equal(new Set(versions).size, codes.length);
  const { promotions } = (await openRuleSets(db)).current();
  assert.ok(codes.every((code) => promotions.some((promotion) => promotion.code === code)));
});

test('unsound promotions are refused and leave no version behind', async () => {
  const before = (await openRuleSets(db)).current().version;
  const wrong = aPromotion({ phase: 8 });
  assert.deepEqual(await problemsOf(putPromotions(db, [aPromotion(), wrong], order)), [
    'promotion-invalid',
    '/1/then/0/effect',
  ]);
  const mixed = aPromotion({ code: 'mixed', stacking: { policy: 'chain' } });
  const [code] = [await problemsOf(putPromotions(db, [mixed], order))].flat();
  assert.equal(code, 'promotion-invalid');
  const unknown = setPromotionState(db, { code: 'nobody', isOn: true }, order);
  assert.deepEqual(await problemsOf(unknown), ['unknown-promotion', '/code']);
  assert.equal((await openRuleSets(db)).current().version, before);
});
