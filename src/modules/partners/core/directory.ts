import type { MemberId } from '#shared/ids.ts';
import type { Text } from '#shared/text.ts';

export type Partner = { readonly code: string; readonly title: Text };

export type Store = {
  readonly id: string;
  readonly code: string;
  readonly partnerCode: string;
  readonly title: Text;
  readonly city: Text;
  readonly regionCode: string;
  readonly formatCode: string;
  /** IANA zone: promotions run by this wall clock. */
  readonly zone: string;
};

export type Terminal = {
  readonly id: string;
  readonly code: string;
  readonly store: Store;
  readonly keyEpoch: number;
  readonly keyVersion: number;
  readonly isBlocked: boolean;
  /** Owner of the terminal's anonymous receipts. */
  readonly pseudoMemberId: MemberId;
};

export type GoodsGroup = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly title: Text;
};

export type Goods = {
  readonly sku: string;
  readonly groupCode: string;
  readonly title: Text;
  readonly priceKopecks: number;
  readonly isWeighed: boolean;
};

/** The coalition's reference data as one immutable picture. */
export type Directory = {
  readonly version: number;
  readonly partners: readonly Partner[];
  readonly stores: readonly Store[];
  readonly terminals: readonly Terminal[];
  readonly groups: readonly GoodsGroup[];
  readonly goods: readonly Goods[];
  readonly terminalByCode: ReadonlyMap<string, Terminal>;
  readonly terminalById: ReadonlyMap<string, Terminal>;
  readonly storeById: ReadonlyMap<string, Store>;
  readonly goodsBySku: ReadonlyMap<string, Goods>;
  readonly groupPathByCode: ReadonlyMap<string, readonly string[]>;
};

export type DirectoryLists = Pick<
  Directory,
  'version' | 'partners' | 'stores' | 'terminals' | 'groups' | 'goods'
>;

/** Indexes the lists. A group's path is the group and its ancestors, nearest first. */
export function directoryOf(lists: DirectoryLists): Directory {
  const groups = new Map(lists.groups.map((group) => [group.code, group]));
  const pathOf = (code: string): string[] => {
    const path: string[] = [];
    let at = groups.get(code);
    while (at !== undefined && !path.includes(at.code)) {
      path.push(at.code);
      at = at.parentCode === null ? undefined : groups.get(at.parentCode);
    }
    return path;
  };
  return {
    ...lists,
    terminalByCode: new Map(lists.terminals.map((terminal) => [terminal.code, terminal])),
    terminalById: new Map(lists.terminals.map((terminal) => [terminal.id, terminal])),
    storeById: new Map(lists.stores.map((store) => [store.id, store])),
    goodsBySku: new Map(lists.goods.map((one) => [one.sku, one])),
    groupPathByCode: new Map(lists.groups.map((group) => [group.code, pathOf(group.code)])),
  };
}

/** Codes of the goods' group and all its ancestors; empty for goods that the directory does not know. */
export function groupCodesOf(directory: Directory, sku: string): readonly string[] {
  const goods = directory.goodsBySku.get(sku);
  return goods === undefined ? [] : (directory.groupPathByCode.get(goods.groupCode) ?? []);
}
