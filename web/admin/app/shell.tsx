import { ActionIcon, AppShell, Burger, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSearch,
} from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocaleSwitch } from '../../kit/components/locale-switch.tsx';
import { Logo } from '../../kit/components/logo.tsx';
import { SchemeSwitch } from '../../kit/components/scheme-switch.tsx';
import { useSections } from './paths.ts';
import { PersonMenu } from './person-menu.tsx';
import { openSearch, Search } from './search.tsx';
import classes from './shell.module.css';

/** The frame around every page: menu, search, language, day and night, the person. */
export function Shell() {
  const { t } = useTranslation();
  const [isMenuOpen, menu] = useDisclosure(false);
  const [isNarrow, setNarrow] = useLocalStorage({
    key: 'kopilka-narrow-menu',
    defaultValue: false,
  });
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{
        width: isNarrow ? 68 : 216,
        breakpoint: 'sm',
        collapsed: { mobile: !isMenuOpen },
      }}
      padding={{ base: 'sm', md: 'lg' }}
      layout="alt"
    >
      <a href="#main" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Header isMenuOpen={isMenuOpen} onMenu={menu.toggle} />
      <AppShell.Navbar
        className={classes.nav}
        data-narrow={isNarrow || undefined}
        aria-label={t('app.menu')}
      >
        <Menu isNarrow={isNarrow} onChosen={menu.close} />
        <Group gap={4} className={classes.foot}>
          <Burger
            opened
            onClick={menu.close}
            hiddenFrom="sm"
            size="sm"
            color="white"
            aria-label={t('app.menuClose')}
          />
          <ActionIcon
            variant="transparent"
            visibleFrom="sm"
            color="var(--kopilka-nav-text)"
            aria-label={isNarrow ? t('app.menuWide') : t('app.menuNarrow')}
            aria-pressed={isNarrow}
            onClick={() => setNarrow(!isNarrow)}
          >
            {isNarrow ? <IconLayoutSidebarLeftExpand /> : <IconLayoutSidebarLeftCollapse />}
          </ActionIcon>
        </Group>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      <Search />
    </AppShell>
  );
}

type HeaderProps = { readonly isMenuOpen: boolean; readonly onMenu: () => void };

function Header({ isMenuOpen, onMenu }: HeaderProps) {
  const { t } = useTranslation();
  return (
    <AppShell.Header className={classes.header}>
      <Group gap="sm" wrap="nowrap">
        <Burger
          opened={isMenuOpen}
          onClick={onMenu}
          hiddenFrom="sm"
          size="sm"
          aria-label={t('app.menu')}
        />
        <SearchButton />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <LocaleSwitch />
        <SchemeSwitch />
        <PersonMenu />
      </Group>
    </AppShell.Header>
  );
}

function Menu({
  isNarrow,
  onChosen,
}: {
  readonly isNarrow: boolean;
  readonly onChosen: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div>
      <Link to="/" className={classes.brand} aria-label={t('app.name')} onClick={onChosen}>
        <Logo size={36} />
        <span className={classes.label}>{t('app.name')}</span>
      </Link>
      {useSections().map(({ path, key, icon: Sign }) => (
        <Tooltip key={path} label={t(`nav.${key}`)} position="right" disabled={!isNarrow}>
          <Link
            to={path}
            className={classes.link}
            activeOptions={{ exact: path === '/', includeSearch: false }}
            onClick={onChosen}
          >
            <Sign size={20} stroke={1.6} aria-hidden />
            <span className={classes.label}>{t(`nav.${key}`)}</span>
          </Link>
        </Tooltip>
      ))}
    </div>
  );
}

function SearchButton() {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={classes.search} onClick={openSearch} aria-label={t('search.open')}>
      <IconSearch size={16} aria-hidden />
      <Text span fz="sm" visibleFrom="sm" className={classes.searchHint}>
        {t('search.placeholder')}
      </Text>
      <kbd className={classes.keys}>Ctrl K</kbd>
    </UnstyledButton>
  );
}
