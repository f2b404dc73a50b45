export {
  type Directory,
  type DirectoryLists,
  directoryOf,
  type Goods,
  type GoodsGroup,
  groupCodesOf,
  type Partner,
  type Store,
  type Terminal,
} from './directory.ts';
