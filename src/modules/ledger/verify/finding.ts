import { memberWireId } from '#modules/members/core/index.ts';
import type { MemberId } from '#shared/ids.ts';
import type { Text } from '#shared/text.ts';

/** What the verifier can find, in words. Codes are stable. */
export const FINDINGS = {
  'entry-changed': {
    ru: 'запись изменена: её хеш не соответствует её полям',
    en: 'the entry was changed: its hash is not that of its fields',
  },
  'entry-missing': {
    ru: 'записи нет, хотя счёт или соседние записи её знают',
    en: 'the entry is missing: the account or its neighbours know it',
  },
  'entry-unknown': {
    ru: 'записи быть не должно: счёт её не знает',
    en: 'the entry should not be there: the account does not know it',
  },
  'entry-doubled': {
    ru: 'запись с этим номером стоит не на своём месте или дважды',
    en: 'an entry of this number is there twice or out of its place',
  },
  'chain-broken': {
    ru: 'запись не продолжает предыдущую',
    en: 'the entry does not follow the one before',
  },
  'sums-differ': {
    ru: 'остаток после записи не равен остатку до неё и её суммам',
    en: 'the balance after the entry is not the one before it and its amounts',
  },
  'account-missing': {
    ru: 'записи есть, а счёта нет',
    en: 'there are entries, but no account',
  },
  'account-differs': {
    ru: 'счёт не совпадает со своей последней записью',
    en: 'the account is not what its last entry says',
  },
  'lot-differs': {
    ru: 'в партии не столько баллов, сколько дают записи',
    en: 'the lot does not hold what the entries make',
  },
  'lot-terms-differ': {
    ru: 'сроки партии не те, что в записях',
    en: "the lot's dates are not those that the entries gave it",
  },
  'hold-differs': {
    ru: 'резервы не складываются в зарезервированное',
    en: 'the open holds do not add up to what is reserved',
  },
  'anchor-changed': {
    ru: 'якорь изменён: он не тот, что подписан',
    en: 'the anchor was changed: it is not what was signed',
  },
  'anchor-missing': {
    ru: 'якоря нет в базе',
    en: 'the anchor is missing in the database',
  },
  'anchor-unlinked': {
    ru: 'якорь не продолжает предыдущий',
    en: 'the anchor does not follow the one before',
  },
  'anchored-entry-missing': {
    ru: 'записи нет, хотя она под якорем',
    en: 'the entry is missing although it was anchored',
  },
  'anchored-entry-changed': {
    ru: 'цепочка цела, но записи не те, что под якорем: она переписана',
    en: 'the chain holds, but it is not what was anchored: it was rewritten',
  },
  'anchored-entry-added': {
    ru: 'запись датирована временем якоря, но он её не знает: она вписана позже',
    en: 'the entry is dated under an anchor that does not know it: it was added later',
  },
  'digest-differs': {
    ru: 'записи корзины не те, что под якорем',
    en: 'the entries of the bucket are not what was anchored',
  },
  'copy-differs': {
    ru: 'якорь в базе не тот, что в копии',
    en: 'the anchor in the database is not the one in the copy',
  },
  'copy-unreadable': {
    ru: 'строка копии — не подписанный нами якорь',
    en: 'a line of the copy is not an anchor that we signed',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type FindingCode = keyof typeof FINDINGS;

/** One wrong thing. What is not known or does not apply is absent. */
export type Finding = {
  readonly code: FindingCode;
  /** `mbr_…` */
  readonly member?: string;
  readonly currencyCode?: string;
  readonly seq?: number;
  /** The last of several entries in a row. */
  readonly seqTo?: number;
  readonly lotId?: string;
  readonly anchor?: number;
  readonly bucket?: number;
  /** What was expected and what is there. */
  readonly detail: string;
};

/** Whose account it is, for findings. @param memberId as the row says, even when no member can have it */
export function accountName(
  memberId: string,
  currencyCode: string,
): { readonly member: string; readonly currencyCode: string } {
  // A number as a row has it: an intruder's may be beyond what an id can be.
  return { member: memberWireId(Number(memberId) as MemberId), currencyCode };
}

/** A finding as one line. */
export function describeFinding(finding: Finding, language: keyof Text = 'en'): string {
  const { code, member, currencyCode, seq, seqTo, lotId, anchor, bucket, detail } = finding;
  const where = [
    member,
    currencyCode,
    seq === undefined ? undefined : `seq ${seqTo === undefined ? seq : `${seq}–${seqTo}`}`,
    lotId === undefined ? undefined : `lot ${lotId}`,
    anchor === undefined ? undefined : `anchor ${anchor}`,
    bucket === undefined ? undefined : `bucket ${bucket}`,
  ];
  const place = where.filter((word) => word !== undefined).join(' ');
  return `${place}: ${FINDINGS[code][language]} (${code}${detail === '' ? '' : `: ${detail}`})`;
}
