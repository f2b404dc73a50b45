import { Paper, Select, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconBarcode, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryAnswer, DirectoryGoods } from '#modules/partners/admin-contract.ts';
import { directoryQuery } from '../../../kit/directory.ts';
import { searchable } from '../../../kit/format.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { type DraftAction, readQuery, stepOf } from './draft.ts';
import { groupsInOrder, withBranches } from './goods-groups.ts';
import classes from './goods-picker.module.css';

type Props = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly onAdd: (action: DraftAction) => void;
};

/** The goods of the coalition: typed, picked by group, or added with Enter. */
export function GoodsPicker({ ref, onAdd }: Props) {
  const { t } = useTranslation();
  const { data: directory } = useQuery(directoryQuery);
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const [cursor, setCursor] = useState(0);
  if (directory === undefined) return null;
  const { text, quantityMilli } = readQuery(query);
  const found = findGoods(directory, text, text === '' ? group : null);
  const marked = Math.min(cursor, found.length - 1);
  const add = (goods: DirectoryGoods) => {
    onAdd({ do: 'add', goods, quantityMilli: quantityMilli ?? stepOf(goods) });
    setQuery('');
    setCursor(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const goods = found[marked];
    if (event.key === 'ArrowDown') setCursor(Math.min(marked + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setCursor(Math.max(marked - 1, 0));
    else if (event.key === 'Enter' && goods !== undefined && query !== '') add(goods);
    else if (event.key === 'Escape') setQuery('');
    else return;
    event.preventDefault();
  };
  return (
    <Paper withBorder className={classes.picker}>
      <div className={classes.top}>
        <TextInput
          ref={ref}
          aria-label={t('till.searchGoods')}
          placeholder={t('till.searchGoodsHint')}
          leftSection={<IconBarcode size={18} />}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setCursor(0);
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
        />
        {text === '' && <Groups directory={directory} group={group} onChoose={setGroup} />}
      </div>
      <GoodsList
        directory={directory}
        found={found}
        marked={query === '' ? -1 : marked}
        onAdd={add}
      />
    </Paper>
  );
}

type ListProps = {
  readonly directory: DirectoryAnswer;
  readonly found: readonly DirectoryGoods[];
  /** Place of the goods that Enter would add; -1 for none. */
  readonly marked: number;
  readonly onAdd: (goods: DirectoryGoods) => void;
};

function GoodsList({ directory, found, marked, onAdd }: ListProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.goods} aria-label={t('till.goods')}>
      {found.map((goods, index) => (
        <Fragment key={goods.sku}>
          {goods.groupCode !== found[index - 1]?.groupCode && (
            <Heading directory={directory} group={goods.groupCode} />
          )}
          <GoodsTile goods={goods} isMarked={index === marked} onAdd={() => onAdd(goods)} />
        </Fragment>
      ))}
      {found.length === 0 && (
        <Text c="dimmed" fz="sm" p="md" component="li">
          {t('till.noGoods')}
        </Text>
      )}
    </ul>
  );
}

function findGoods(
  directory: DirectoryAnswer,
  text: string,
  group: string | null,
): readonly DirectoryGoods[] {
  const asked = searchable(text);
  const inGroup = group === null ? undefined : withBranches(directory.groups, group);
  const found = directory.goods.filter(
    (goods) =>
      (inGroup === undefined || inGroup.has(goods.groupCode)) &&
      [goods.sku, goods.title.ru, goods.title.en].some((each) => searchable(each).includes(asked)),
  );
  const order = new Map(groupsInOrder(directory).map((each, place) => [each.group.code, place]));
  const placeOf = (goods: DirectoryGoods): number => order.get(goods.groupCode) ?? order.size;
  return found.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type GroupsProps = {
  readonly directory: DirectoryAnswer;
  readonly group: string | null;
  readonly onChoose: (group: string | null) => void;
};

function Groups({ directory, group, onChoose }: GroupsProps) {
  const { t } = useTranslation();
  const { words } = useFormat();
  return (
    <Select
      mt={8}
      size="xs"
      aria-label={t('till.group')}
      placeholder={t('till.allGoods')}
      data={groupsInOrder(directory).map((each) => ({
        value: each.group.code,
        label: `${'\u2003'.repeat(each.depth)}${words(each.group.title)}`,
      }))}
      value={group}
      onChange={onChoose}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      maxDropdownHeight={360}
    />
  );
}

type HeadingProps = { readonly directory: DirectoryAnswer; readonly group: string };

function Heading({ directory, group }: HeadingProps) {
  const { words } = useFormat();
  const found = directory.groups.find((each) => each.code === group);
  return <li className={classes.heading}>{found === undefined ? group : words(found.title)}</li>;
}

type TileProps = {
  readonly goods: DirectoryGoods;
  readonly isMarked: boolean;
  readonly onAdd: () => void;
};

function GoodsTile({ goods, isMarked, onAdd }: TileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <UnstyledButton
        className={classes.tile}
        data-marked={isMarked || undefined}
        data-sku={goods.sku}
        onClick={onAdd}
      >
        <span className={classes.title}>
          {format.words(goods.title)}
          {goods.isWeighed && <IconScale size={14} aria-label={t('till.weighed')} />}
        </span>
        <span className="figure">{format.money(goods.priceKopecks)}</span>
      </UnstyledButton>
    </li>
  );
}
