import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { defineCommand } from 'citty';
import {
  anchorFile,
  describeFinding,
  type VerifyReport,
  type VerifyRequest,
  verifyLedger,
} from '#modules/ledger/index.ts';
import { systemClock } from '#platform/clock.ts';
import { Problem } from '#platform/problem.ts';
import { formatInstant, parseLocalDate, startOfDay } from '#shared/time.ts';
import { onLedger } from './ledger-database.ts';
import { note, say } from './say.ts';

const BUCKETS = 16_384;

/** `kopilka ledger verify`: exit code 0 when all is as it was posted, 1 when something is not. */
export const ledgerVerify = defineCommand({
  meta: {
    name: 'verify',
    description: 'Look for entries, balances and anchors that are not as they were posted',
  },
  args: {
    full: { type: 'boolean', description: 'Everything (else: what moved since a day ago)' },
    since: { type: 'string', description: 'What moved since YYYY-MM-DD, or since an anchor' },
    anchors: {
      type: 'string',
      description: 'A copy of the anchors (else: anchors.ndjson of the data folder)',
    },
    json: { type: 'boolean', description: 'The result as one JSON object' },
  },
  run: ({ args }) =>
    onLedger(async ({ config, db, secrets }) => {
      const started = performance.now();
      const scope = scopeOf(args);
      const copy = copyOf(args.anchors, anchorFile(config.dataDir).path);
      const isJson = args.json === true;
      const report = await verifyLedger(
        { db, secrets, clock: systemClock },
        {
          ...scope,
          ...(copy === undefined ? {} : { copy: linesOf(copy) }),
          ...(isJson ? {} : { onFinding: (finding) => say(`✗ ${describeFinding(finding)}`) }),
          ...progress(),
        },
      );
      endProgress();
      const ms = Math.round(performance.now() - started);
      if (isJson) say(JSON.stringify({ ...report, copy: copy ?? null, ms }));
      else sayReport(report, { copy, ms });
      process.exitCode = report.isClean ? 0 : 1;
    }),
});

type Args = { readonly full?: boolean | undefined; readonly since?: string | undefined };

function scopeOf({ full, since }: Args): Pick<VerifyRequest, 'mode' | 'since'> {
  if (full === true && since !== undefined) throw badSince('--full --since');
  if (full === true) return { mode: 'full' };
  if (since === undefined) return { mode: 'incremental' };
  if (/^\d{1,12}$/.test(since)) return { mode: 'incremental', since: { anchor: Number(since) } };
  const date = parseLocalDate(since);
  if (date === undefined) throw badSince(since);
  return { mode: 'incremental', since: { moment: startOfDay(date, 'UTC') } };
}

function badSince(given: string): Problem {
  return new Problem(
    'since-invalid',
    {
      text: {
        en: `"${given}" does not say since when to check.`,
        ru: `Из «${given}» не ясно, с какого места проверять.`,
      },
      remedy: {
        en: 'Give --full, or --since with a day (2026-03-02) or with the number of an anchor.',
        ru: 'Укажите --full либо --since с днём (2026-03-02) или номером якоря.',
      },
    },
    { exitCode: 2 },
  );
}

function copyOf(given: string | undefined, own: string): string | undefined {
  if (given === undefined) return existsSync(own) ? own : undefined;
  if (existsSync(given)) return given;
  throw new Problem(
    'anchors-not-found',
    {
      text: { en: `There is no file ${given}.`, ru: `Файла ${given} нет.` },
      remedy: {
        en: 'Name the copy of anchors.ndjson that you keep outside.',
        ru: 'Укажите копию anchors.ndjson, которую вы храните отдельно.',
      },
    },
    { exitCode: 2 },
  );
}

// The file is opened when the first line is asked for: a reader that runs ahead loses what it has read.
async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

/** A line that rewrites itself, on a terminal only. */
function progress(): Pick<VerifyRequest, 'onProgress'> {
  if (!process.stderr.isTTY) return {};
  let last = 0;
  return {
    onProgress({ entries, bucket }) {
      if (performance.now() - last < 200) return;
      last = performance.now();
      const percent = Math.floor((100 * bucket) / BUCKETS);
      process.stderr.write(`\r  ${entries.toLocaleString('en')} entries, ${percent} %\u001b[K\r`);
    },
  };
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\u001b[K');
}

function sayReport(
  report: VerifyReport,
  { copy, ms }: { readonly copy: string | undefined; readonly ms: number },
): void {
  const { accounts, anchors, anchoredTo, entries, entriesAfterAnchors, sinceAnchor } = report;
  const scope = sinceAnchor === 0 ? 'everything' : `what moved since anchor ${sinceAnchor}`;
  const seconds = (ms / 1000).toFixed(1);
  say(
    `checked ${scope}: ${accounts} accounts, ${entries} entries, ${anchors} anchors, ${seconds} s`,
  );
  if (anchoredTo === null) say('no anchor yet: only the chains vouch for the entries');
  else {
    say(`anchored to ${formatInstant(anchoredTo)}; ${entriesAfterAnchors} entries after that`);
  }
  say(
    copy === undefined ? 'no copy of the anchors to compare with' : `anchors compared with ${copy}`,
  );
  if (report.isClean) say('clean: everything is as it was posted');
  else note(`${report.findingsTotal} findings: see docs/proof.md, "When something is found"`);
}
