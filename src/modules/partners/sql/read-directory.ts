import { type Statement, sql } from '#platform/db/index.ts';
import type { MemberId } from '#shared/ids.ts';

export const readVersion = (): Statement<{ version: number }> => sql<{ version: number }>`
  select v.version from partners.directory_version v where v.id = 1`;

export const readPartners = () => sql<{ code: string; title_ru: string; title_en: string }>`
  select p.code, p.title_ru, p.title_en from partners.partner p order by p.code`;

export type StoreRow = {
  id: string;
  code: string;
  partner_code: string;
  title_ru: string;
  title_en: string;
  city_ru: string;
  city_en: string;
  region_code: string;
  format_code: string;
  zone: string;
};

export const readStores = () => sql<StoreRow>`
  select s.id, s.code, s.partner_code, s.title_ru, s.title_en, s.city_ru, s.city_en, s.region_code,
    s.format_code, s.zone
  from partners.store s order by s.code`;

export type TerminalRow = {
  id: string;
  code: string;
  store_id: string;
  key_epoch: number;
  key_version: number;
  is_blocked: boolean;
  pseudo_member_id: MemberId;
};

export const readTerminals = () => sql<TerminalRow>`
  select t.id, t.code, t.store_id, t.key_epoch, t.key_version, t.is_blocked, t.pseudo_member_id
  from partners.terminal t order by t.code`;

export const readGroups = () =>
  sql<{
    code: string;
    parent_code: string | null;
    title_ru: string;
    title_en: string;
  }>`select g.code, g.parent_code, g.title_ru, g.title_en from partners.goods_group g order by g.code`;

export const readGoods = () => sql<{
  sku: string;
  group_code: string;
  title_ru: string;
  title_en: string;
  price_kopecks: number;
  is_weighed: boolean;
}>`
  select g.sku, g.group_code, g.title_ru, g.title_en, g.price_kopecks, g.is_weighed
  from partners.goods g order by g.sku`;
