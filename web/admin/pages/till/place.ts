import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DirectoryAnswer, DirectoryStore } from '#modules/partners/admin-contract.ts';
import type { Identification } from '#modules/receipts/contract.ts';
import { directoryQuery } from '../../../kit/directory.ts';
import { type ChosenMoment, freeTerminal, identificationOf, occurredAtOf } from './requests.ts';

/** Where, when and for whom the till rings up. */
export type Place = {
  readonly store: DirectoryStore;
  readonly terminalCode: string;
  readonly memberId: string | undefined;
  readonly identification: Identification | undefined;
  readonly moment: ChosenMoment;
  readonly occurredAt: () => string;
};

export type Who = { readonly memberId?: string | undefined; readonly typed?: string | undefined };

type Chosen = Who & {
  readonly store: string | undefined;
  readonly terminal: string | undefined;
  readonly moment: ChosenMoment;
};

/** The place made of what has been chosen; gaps are filled with the first store and its first till. */
export function usePlace(chosen: Chosen): Place | undefined {
  const { data: directory } = useQuery(directoryQuery);
  const { store, terminal, memberId, typed, moment } = chosen;
  return useMemo(
    () => directory && placeOf(directory, { store, terminal, memberId, typed, moment }),
    [directory, store, terminal, memberId, typed, moment],
  );
}

function placeOf(directory: DirectoryAnswer, chosen: Chosen): Place | undefined {
  const store =
    directory.stores.find((each) => each.code === chosen.store) ??
    directory.stores.find((each) => freeTerminal(each) !== undefined);
  const isOurs = store?.terminals.some((each) => each.code === chosen.terminal) === true;
  const terminalCode = isOurs ? chosen.terminal : freeTerminal(store);
  if (store === undefined || terminalCode === undefined) return undefined;
  const { memberId, typed } = chosen;
  return {
    store,
    terminalCode,
    memberId,
    identification: typed === undefined ? undefined : identificationOf(typed),
    moment: chosen.moment,
    occurredAt: () =>
      occurredAtOf(chosen.moment, store.zone, new Date()) ?? new Date().toISOString(),
  };
}
