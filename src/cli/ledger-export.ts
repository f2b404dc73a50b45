import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { defineCommand } from 'citty';
import { exportJournal, type JournalRequest } from '#modules/ledger/index.ts';
import { parseMemberWireId } from '#modules/members/core/index.ts';
import { codeOf, Problem } from '#platform/problem.ts';
import { parseLocalDate } from '#shared/time.ts';
import { onLedger } from './ledger-database.ts';

/** `kopilka ledger export --hledger`. */
export const ledgerExport = defineCommand({
  meta: { name: 'export', description: 'Write the ledger as a journal for plain text accounting' },
  args: {
    hledger: { type: 'boolean', description: 'In the language of hledger', required: true },
    from: { type: 'string', description: 'First day of posting, YYYY-MM-DD' },
    to: { type: 'string', description: 'Last day of posting, YYYY-MM-DD' },
    member: { type: 'string', description: 'One member only, mbr_…' },
    output: { type: 'string', alias: 'o', description: 'A file (else: standard output)' },
  },
  run: ({ args }) => {
    const request = requestOf(args);
    return onLedger(({ db }) => writing(args.output, (write) => exportJournal(db, request, write)));
  },
});

type Args = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly member?: string | undefined;
};

function requestOf({ from, to, member }: Args): JournalRequest {
  const days = { ...day('from', from), ...day('to', to) };
  if (member === undefined) return days;
  const memberId = parseMemberWireId(member);
  if (memberId === undefined) throw badArgument(member);
  return { ...days, memberId };
}

function day(name: 'from' | 'to', text: string | undefined): JournalRequest {
  if (text === undefined) return {};
  const date = parseLocalDate(text);
  if (date === undefined) throw badArgument(text);
  return { [name]: date };
}

function badArgument(given: string): Problem {
  return new Problem(
    'export-argument-invalid',
    {
      text: { en: `"${given}" is not understood.`, ru: `«${given}» не понято.` },
      remedy: {
        en: 'Days are written YYYY-MM-DD, members as mbr_ and eleven letters and digits.',
        ru: 'Дни пишутся как ГГГГ-ММ-ДД, участники — mbr_ и одиннадцать букв и цифр.',
      },
    },
    { exitCode: 2 },
  );
}

/** The reader has seen enough: `… | head`. */
class ReaderLeft extends Error {}

/** Writes no faster than the file or the pipe takes it; a reader who leaves ends it quietly. */
async function writing(
  path: string | undefined,
  work: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const out = path === undefined ? process.stdout : createWriteStream(path);
  let failure: Error | undefined;
  out.on('error', (error) => {
    failure = codeOf(error) === 'EPIPE' ? new ReaderLeft() : error;
  });
  const write = async (text: string): Promise<void> => {
    if (failure === undefined && !out.write(text)) {
      await Promise.race([once(out, 'drain'), once(out, 'close')]);
    }
    if (failure !== undefined) throw failure;
  };
  try {
    await work(write);
  } catch (error) {
    if (!(error instanceof ReaderLeft)) throw error;
  }
  if (path === undefined) return;
  out.end();
  await finished(out);
}
