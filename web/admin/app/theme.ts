import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Paper,
  Table,
  Tooltip,
} from '@mantine/core';

/** Deep teal of pine needles: the programme itself, everything that can be pressed. */
const pine: MantineColorsTuple = [
  '#edf7f5',
  '#d8ebe7',
  '#afd8d0',
  '#83c4b8',
  '#5db3a4',
  '#3f9c8d',
  '#2a8577',
  '#1b7265',
  '#145c52',
  '#0d463f',
];

/** Fired clay of a money box: discounts, accents, attention without alarm. */
const clay: MantineColorsTuple = [
  '#fdf2ec',
  '#f9e1d5',
  '#f1bfa6',
  '#e99b74',
  '#e27c4b',
  '#d96731',
  '#c25624',
  '#a8481c',
  '#8a3a16',
  '#692b0f',
];

/** Greys with a little sand in them, so that the paper looks warm. */
const gray: MantineColorsTuple = [
  '#faf8f5',
  '#f4f1ec',
  '#e9e4dc',
  '#dbd4c9',
  '#c0b8ab',
  '#968d80',
  '#6b6358',
  '#544d44',
  '#3a352f',
  '#241f1b',
];

/** Night is not black but a very dark pine. */
const dark: MantineColorsTuple = [
  '#dbe2df',
  '#b7c1bd',
  '#97a39f',
  '#6b7874',
  '#3f4b48',
  '#33403c',
  '#222d2a',
  '#19221f',
  '#131a18',
  '#0d1312',
];

const ERRORS = { '--mantine-color-error': 'var(--kopilka-loss)' };

/** At night the quiet fills are made of light, not of a darker shade; errors are as red as losses. */
export const nightFills: CSSVariablesResolver = () => ({
  variables: {},
  light: ERRORS,
  dark: {
    ...ERRORS,
    ...quietFill('pine', '93 179 164'),
    ...quietFill('clay', '226 124 75'),
    ...quietFill('gray', '255 255 255'),
  },
});

function quietFill(color: string, rgb: string): Record<string, string> {
  return {
    [`--mantine-color-${color}-light`]: `rgb(${rgb} / 15%)`,
    [`--mantine-color-${color}-light-hover`]: `rgb(${rgb} / 22%)`,
    [`--mantine-color-${color}-light-color`]: `var(--mantine-color-${color}-2)`,
  };
}

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  colors: { pine, clay, gray, dark },
  defaultRadius: 'md',
  fontFamily:
    '-apple-system, "Segoe UI Variable Text", "Segoe UI", Inter, Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Paper: Paper.extend({ defaultProps: { radius: 'md' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 9, horizontalSpacing: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 250 } }),
    Modal: Modal.extend({ styles: { title: { fontWeight: 650, fontSize: 18 } } }),
  },
});
