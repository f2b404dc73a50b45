import { Worker } from 'node:worker_threads';
import { refusals } from '#shared/refusal.ts';
import type { Statement } from '../admin-contract.ts';
import type { PdfWork } from './pdf-worker.ts';
import type { PdfLook, TitleMaps } from './statement-look.ts';

const refuse = refusals({
  /** A statement with more than 2,000 movements is not laid out in pages. */
  'statement-too-long-for-pdf': {
    status: 422,
    text: {
      ru: 'Для PDF в выписке слишком много движений.',
      en: 'The statement has too many movements for a PDF.',
    },
    remedy: {
      ru: 'Возьмите период короче или таблицу CSV.',
      en: 'Ask for a shorter period, or for the table as CSV.',
    },
  },
});

const MOVEMENTS_MAX = 2_000;
const WORKER = new URL('./pdf-worker.ts', import.meta.url);
const MEGABYTES_MAX = 512;

/**
 * A statement to be printed, A4. It is laid out in a thread of its own: pages take seconds, and tills wait
 * for milliseconds.
 * @throws Refusal statement-too-long-for-pdf
 */
export async function statementPdf(statement: Statement, look: PdfLook): Promise<Buffer> {
  const count = statement.accounts.reduce((sum, account) => sum + account.movements.length, 0);
  if (count > MOVEMENTS_MAX) throw refuse('statement-too-long-for-pdf', { details: { count } });
  const { titles: _titles, ...plain } = look;
  const work: PdfWork = { statement, look: plain, titles: titleMaps(statement, look) };
  const worker = new Worker(WORKER, {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_MAX },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the pages were not finished')));
  });
}

/** The names that the statement needs, as they can be handed to another thread. */
function titleMaps({ accounts }: Statement, { titles }: PdfLook): TitleMaps {
  const movements = accounts.flatMap((account) => account.movements);
  const maps: TitleMaps = { partner: {}, promotion: {} };
  for (const { partnerCode, promotionCodes } of movements) {
    maps.partner[partnerCode] ??= titles?.partner(partnerCode);
    for (const code of promotionCodes) maps.promotion[code] ??= titles?.promotion(code);
  }
  return maps;
}
