import type { DirectoryAnswer, DirectoryStore } from './admin-contract.ts';
import type { Directory, Store } from './core/index.ts';

/**
 * The directory for screens.
 * @param partnerCode null: the whole coalition; otherwise this partner and its stores only
 */
export function readDirectory(directory: Directory, partnerCode: string | null): DirectoryAnswer {
  const isSeen = (code: string) => partnerCode === null || code === partnerCode;
  const terminalsByStore = Map.groupBy(directory.terminals, (terminal) => terminal.store.id);
  const toStore = (store: Store): DirectoryStore => ({
    code: store.code,
    title: store.title,
    city: store.city,
    partnerCode: store.partnerCode,
    regionCode: store.regionCode,
    formatCode: store.formatCode,
    zone: store.zone,
    terminals: (terminalsByStore.get(store.id) ?? []).map(({ code, isBlocked }) => ({
      code,
      isBlocked,
    })),
  });
  return {
    version: directory.version,
    partners: directory.partners.filter((partner) => isSeen(partner.code)),
    stores: directory.stores.filter((store) => isSeen(store.partnerCode)).map(toStore),
    groups: [...directory.groups],
    goods: [...directory.goods],
  };
}
