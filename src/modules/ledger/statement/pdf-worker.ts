import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import { instant } from '#shared/time.ts';
import type { Statement } from '../admin-contract.ts';
import { statementDocument } from './statement-document.ts';
import type { PdfLook, TitleMaps } from './statement-look.ts';

/** What the thread is started with. */
export type PdfWork = {
  readonly statement: Statement;
  readonly look: Omit<PdfLook, 'titles'>;
  readonly titles: TitleMaps;
};

const { resolve } = createRequire(import.meta.url);
const font = (name: string) => resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`);
const ROBOTO = {
  normal: font('Regular'),
  bold: font('Medium'),
  italics: font('Italic'),
  bolditalics: font('MediumItalic'),
};
const FILES: ReadonlySet<string> = new Set(Object.values(ROBOTO));

pdfmake.setFonts({ Roboto: ROBOTO });
// A document is made of our own words: it has nothing to fetch and no file to read but its fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FILES.has(path));

const { statement, look, titles }: PdfWork = workerData;
const document = statementDocument(statement, {
  ...look,
  madeAt: instant(look.madeAt),
  titles: {
    partner: (code) => titles.partner[code],
    promotion: (code) => titles.promotion[code],
  },
});
const pdf = await pdfmake.createPdf(document).getBuffer();
parentPort?.postMessage(pdf);
