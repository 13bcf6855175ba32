import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  PasswordInput,
  Radio,
  Select,
  Table,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'
import controls from './components/controls.module.css'

/** Blue-black ink, the one accent. Index 8 carries text and buttons by day, 6 buttons by night, 3 text by night. */
const ink: MantineColorsTuple = [
  '#eef2fa',
  '#dce4f4',
  '#b9c9e8',
  '#93b2f0',
  '#7297e0',
  '#5480d0',
  '#4169bd',
  '#2f56a3',
  '#24498c',
  '#1a3769',
]

type Palette = Record<
  | 'paper'
  | 'rail'
  | 'field'
  | 'hover'
  | 'line'
  | 'line-strong'
  | 'line-control'
  | 'margin-line'
  | 'text'
  | 'text-2'
  | 'text-3'
  | 'accent'
  | 'accent-wash'
  | 'done'
  | 'done-mark'
  | 'done-wash'
  | 'needs'
  | 'needs-wash'
  | 'failed'
  | 'failed-wash'
  | 'veil',
  string
>

const day: Palette = {
  paper: '#fdfcf9',
  rail: '#f5f3ed',
  field: '#ffffff',
  hover: '#f3f4f4',
  line: '#e1e5ea',
  'line-strong': '#bcc5cf',
  'line-control': '#828b96',
  'margin-line': '#b3c3e2',
  text: '#1d2228',
  'text-2': '#4c545f',
  'text-3': '#616a75',
  accent: '#24498c',
  'accent-wash': '#e9eff9',
  done: '#1d6943',
  'done-mark': '#5e9a7b',
  'done-wash': '#e4f1e9',
  needs: '#854e00',
  'needs-wash': '#fbf0da',
  failed: '#a62a22',
  'failed-wash': '#fbeae7',
  veil: 'rgb(29 34 40 / 28%)',
}

const night: Palette = {
  paper: '#16191d',
  rail: '#111417',
  field: '#1c2025',
  hover: '#1d2126',
  line: '#292e35',
  'line-strong': '#414953',
  'line-control': '#6d7683',
  'margin-line': '#394b70',
  text: '#e8e5df',
  'text-2': '#b1b5bc',
  'text-3': '#959ca6',
  accent: '#93b2f0',
  'accent-wash': '#1e283a',
  done: '#74c79b',
  'done-mark': '#45805f',
  'done-wash': '#17281f',
  needs: '#e5b061',
  'needs-wash': '#2c2314',
  failed: '#f19086',
  'failed-wash': '#30191a',
  veil: 'rgb(6 8 10 / 60%)',
}

const variables = (palette: Palette) =>
  Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${name}`, value]))

const mantine = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--failed)',
  '--mantine-color-default': 'var(--field)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-control)',
}

/** Give it to MantineProvider next to the theme: every colour of the window is one of these variables. */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variables(day), ...mantine },
  dark: { ...variables(night), ...mantine },
})

/**
 * Lists open inside their landmark, not at the end of the page; 'fixed' lets them out of what scrolls. They are there at once,
 * and stay while they are open: measured amid a redraw, a field was taken for scrolled away, and its open list stayed hidden.
 */
const inPlace = {
  transitionProps: { duration: 0 },
  hideDetached: false,
  offset: 4,
  withinPortal: false,
  floatingStrategy: 'fixed',
} as const

const input = {
  wrapper: controls.field,
  input: controls.input,
  label: controls.label,
  description: controls.hint,
  error: controls.problem,
}

export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink },
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: "Inter, 'Inter Measures', -apple-system, 'Segoe UI', 'Noto Sans', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1rem', sm: '1.25rem', md: '1.25rem', lg: '1.5rem', xl: '1.75rem' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default' }, classNames: { root: controls.button } }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray' },
      classNames: { root: controls.iconButton },
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    TextInput: TextInput.extend({ classNames: input }),
    Textarea: Textarea.extend({ classNames: { ...input, input: controls.area } }),
    PasswordInput: PasswordInput.extend({
      classNames: { ...input, innerInput: controls.innerInput, visibilityToggle: controls.peek },
    }),
    Select: Select.extend({
      defaultProps: { allowDeselect: false, withCheckIcon: false, comboboxProps: inPlace },
      classNames: { ...input, dropdown: controls.dropdown, option: controls.option },
    }),
    Autocomplete: Autocomplete.extend({ defaultProps: { comboboxProps: inPlace } }),
    Checkbox: Checkbox.extend({
      defaultProps: { size: 'xs' },
      classNames: { input: controls.box, label: controls.boxLabel, body: controls.boxBody },
    }),
    Radio: Radio.extend({
      defaultProps: { size: 'xs' },
      classNames: { radio: controls.box, label: controls.boxLabel, body: controls.boxBody },
    }),
    Menu: Menu.extend({
      defaultProps: { ...inPlace, position: 'bottom-start', withInitialFocusPlaceholder: false },
      classNames: { dropdown: controls.dropdown, item: controls.option, label: controls.menuLabel },
    }),
    ModalRoot: Modal.Root.extend({ defaultProps: { transitionProps: { duration: 120 } } }),
    Modal: Modal.extend({ classNames: { content: controls.overlay, overlay: controls.veil } }),
    Table: Table.extend({ defaultProps: { withRowBorders: false, horizontalSpacing: 0, verticalSpacing: 0 } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 }, classNames: { tooltip: controls.tip } }),
  },
})
