import type { DirectoryAnswer } from '#modules/partners/admin-contract.ts';

type Groups = DirectoryAnswer['groups'];
type Group = Groups[number];

/**
 * The goods tree as a list: each branch under its root, the roots with most goods first.
 * @returns groups with their depth, 0 for roots
 */
export function groupsInOrder(
  directory: Pick<DirectoryAnswer, 'groups' | 'goods'>,
): readonly { readonly group: Group; readonly depth: number }[] {
  const { groups, goods } = directory;
  const childrenOf = (code: string | null): Groups =>
    groups.filter((group) => group.parentCode === code);
  const sizeOf = (group: Group): number =>
    goods.filter((each) => each.groupCode === group.code).length +
    childrenOf(group.code).reduce((sum, child) => sum + sizeOf(child), 0);
  const walk = (code: string | null, depth: number): ReturnType<typeof groupsInOrder> =>
    childrenOf(code)
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .flatMap((group) => [{ group, depth }, ...walk(group.code, depth + 1)]);
  return walk(null, 0);
}

/** A group and everything under it. */
export function withBranches(groups: Groups, root: string): ReadonlySet<string> {
  const children = groups.filter((group) => group.parentCode === root);
  return new Set([root, ...children.flatMap((child) => [...withBranches(groups, child.code)])]);
}
