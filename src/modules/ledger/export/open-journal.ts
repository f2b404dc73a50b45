import type { MemberId } from '#shared/ids.ts';
import { type Instant, type LocalDate, localMoment } from '#shared/time.ts';
import type { Entry } from '../core/index.ts';
import { PROGRAMME_ZONE } from '../programme-zone.ts';
import {
  type Commodity,
  contraAccount,
  entryText,
  memberDirectives,
  NOTHING_STANDS,
  openingText,
  type Standing,
  standingAfter,
} from './journal-text.ts';

/** Days of posting, by the programme's calendar. */
export type JournalPeriod = {
  /** The first one; absent = from the beginning. */
  readonly from?: LocalDate;
  /** The last one; absent = until now. */
  readonly to?: LocalDate;
};

/** Turns entries into the text of a journal. */
export type Journal = {
  /** Entries come account by account, in order of seq. */
  add(entry: Entry): void;
  /** The text so far; it is given once. */
  take(): string;
  /** The rest of the text. */
  end(): string;
};

/** The account whose entries are coming. */
type Open = {
  readonly memberId: MemberId;
  readonly commodity: Commodity;
  standing: Standing;
  /** The latest moment so far: a journal's dates never go back, whatever the servers' clocks did. */
  latest: Instant;
  isBegun: boolean;
};

export function openJournal(commodities: readonly Commodity[], period: JournalPeriod): Journal {
  const declare = declarations();
  let text = '';
  let open: Open | undefined;
  const begin = (account: Open, date: LocalDate): string => {
    account.isBegun = true;
    const { standing: after, commodity, memberId } = account;
    const opening = { date, commodity, before: NOTHING_STANDS, after };
    return declare.member(memberId) + (isNothing(after) ? '' : openingText(memberId, opening));
  };
  /** An account that did not move in the period stands somewhere all the same. */
  const settle = (): string =>
    open === undefined || open.isBegun || period.from === undefined ? '' : begin(open, period.from);
  return {
    add(entry) {
      if (open === undefined || !isOf(open, entry)) {
        text += settle();
        open = openAccount(commodities, entry);
      }
      const before = open.standing;
      const after = standingAfter(before, entry);
      if (entry.postedAt > open.latest) open.latest = entry.postedAt;
      const { date } = localMoment(open.latest, PROGRAMME_ZONE);
      if (period.to !== undefined && date > period.to) return;
      if (period.from === undefined || date >= period.from) {
        if (!open.isBegun) text += begin(open, period.from ?? date);
        text += declare.contra(entry);
        text += entryText(entry, { date, commodity: open.commodity, before, after });
      }
      open.standing = after;
    },
    take() {
      const taken = text;
      text = '';
      return taken;
    },
    end: () => text + settle(),
  };
}

function openAccount(commodities: readonly Commodity[], { account, postedAt }: Entry): Open {
  const { memberId, currencyCode: code } = account;
  return {
    memberId,
    commodity: commodities.find((one) => one.code === code) ?? { code, divisibility: 0 },
    standing: NOTHING_STANDS,
    latest: postedAt,
    isBegun: false,
  };
}

/** Each account is declared where it comes first. */
function declarations() {
  const contras = new Set<string>();
  let lastMember: MemberId | undefined;
  return {
    member(memberId: MemberId): string {
      const isKnown = memberId === lastMember;
      lastMember = memberId;
      return isKnown ? '' : memberDirectives(memberId);
    },
    contra(entry: Entry): string {
      const name = contraAccount(entry);
      if (entry.amount === 0 || contras.has(name)) return '';
      contras.add(name);
      return `account ${name}\n\n`;
    },
  };
}

function isOf(open: Open, { account }: Entry): boolean {
  return open.memberId === account.memberId && open.commodity.code === account.currencyCode;
}

function isNothing({ available, held, debt }: Standing): boolean {
  return available === 0 && held === 0 && debt === 0;
}
