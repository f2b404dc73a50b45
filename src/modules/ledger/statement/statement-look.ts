import type { Text } from '#shared/text.ts';
import type { Instant } from '#shared/time.ts';
import type { Language } from './statement-words.ts';

/** Names of what the ledger knows by codes only; undefined = the code is shown. */
export type Titles = {
  readonly partner: (code: string) => Text | undefined;
  readonly promotion: (code: string) => Text | undefined;
};

/** The same as plain data. */
export type TitleMaps = Readonly<Record<keyof Titles, Record<string, Text | undefined>>>;

/** How a statement is written. */
export type StatementLook = { readonly language: Language; readonly titles?: Titles };

/** How a statement on paper is written. */
export type PdfLook = StatementLook & {
  readonly madeAt: Instant;
  /** The member's name, where it may be shown. */
  readonly holder?: string;
};
