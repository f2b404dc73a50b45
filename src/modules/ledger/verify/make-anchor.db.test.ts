import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { present } from '#shared/assert.ts';
import { instant } from '#shared/time.ts';
import { ledgerLife } from '../../../../tests/support/ledger-life.ts';
import { temporaryDataDir } from '../../../../tests/support/temporary-folder.ts';
import { anchorFile } from './anchor-file.ts';
import { anchorKey } from './anchor-key.ts';
import { parseAnchorLine } from './anchor-line.ts';
import { copyAnchors } from './copy-anchors.ts';
import { keepAnchors } from './keep-anchors.ts';
import { ANCHOR_LAG_MS, makeAnchor } from './make-anchor.ts';
import { verifyLedger } from './verify-ledger.ts';

const life = await ledgerLife('anchors', 3);
const anchor = () => makeAnchor(life.db, life.secrets, life.clock.now());
const [one] = life.members;
const earn = () =>
  life.ask(present(one, 'member'), 'earn', {
    currencyCode: 'bonus',
    points: 5,
    promotionCode: 'base',
  });

test('where nothing was posted there is nothing to sign', async () => {
  assert.equal(await anchor(), null);
});

test('an entry comes under an anchor two minutes after it was posted, and no sooner', async () => {
  await earn();
  life.clock.advance(ANCHOR_LAG_MS);
  assert.equal(await anchor(), null);
  life.clock.advance(1);
  const made = present(await anchor(), 'anchor');
  assert.deepEqual([made.number, made.entries], [1, 1]);
  assert.equal(made.cutAt, life.clock.now() - ANCHOR_LAG_MS);
  assert.equal(await anchor(), null);
});

test('of several servers that sign at once one wins, and the anchors are one chain', async () => {
  for (let round = 0; round < 5; round += 1) {
    await earn();
    life.clock.advance(ANCHOR_LAG_MS + 1);
    const made = await Promise.all([anchor(), anchor(), anchor()]);
    assert.equal(made.filter((one) => one !== null).length, 1);
  }
  const report = await verifyLedger(life, { mode: 'full' });
  assert.deepEqual([report.isClean, report.anchors, report.entriesAfterAnchors], [true, 6, 0]);
});

test('the copy is brought up to date, from wherever it is, and checks against the database', async () => {
  const file = anchorFile(temporaryDataDir());
  assert.equal(await copyAnchors(life.db, life.secrets, file), 6);
  assert.equal(await copyAnchors(life.db, life.secrets, file), 0);
  await earn();
  life.clock.advance(ANCHOR_LAG_MS + 1);
  await anchor();
  assert.equal(await copyAnchors(life.db, life.secrets, file), 1);
  const lines = readFileSync(file.path, 'utf8').trimEnd().split('\n');
  const key = anchorKey(life.secrets);
  const numbers = lines.map((line) => parseAnchorLine(line, key)?.number);
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7]);
  async function* copy(): AsyncGenerator<string> {
    yield* lines;
  }
  assert.deepEqual((await verifyLedger(life, { mode: 'full', copy: copy() })).findings, []);
});

test('a copy that ends with a line of somebody else is not continued', async () => {
  const file = anchorFile(temporaryDataDir());
  file.append(['{"number":1}']);
  await assert.rejects(copyAnchors(life.db, life.secrets, file), /not an anchor/);
});

test('the anchor before is the last one whose cut has passed', async () => {
  const since = { moment: instant(life.clock.now()) };
  const report = await verifyLedger(life, { mode: 'incremental', since });
  assert.deepEqual([report.sinceAnchor, report.entries], [7, 0]);
});

test('the job signs what is due and keeps the copy, in a folder that was not there', async () => {
  await earn();
  life.clock.advance(ANCHOR_LAG_MS + 1);
  const file = anchorFile(join(temporaryDataDir(), 'data'));
  const { db, secrets } = life;
  assert.equal(await keepAnchors({ db, secrets, now: life.clock.now(), file }), 1);
  assert.equal(await keepAnchors({ db, secrets, now: life.clock.now(), file }), 0);
  assert.match(file.last() ?? '', /^{"number":8,/);
});

test('while sales and signing go on, nothing is ever found', async () => {
  let isOver = false;
  const selling = life.live(60).finally(() => {
    isOver = true;
  });
  let runs = 0;
  while (!isOver) {
    await anchor();
    const report = await verifyLedger(life, { mode: runs % 2 === 0 ? 'full' : 'incremental' });
    assert.deepEqual(report.findings, []);
    runs += 1;
  }
  await selling;
  assert.ok(runs > 2, `${runs} runs`);
});
