import { isColoured } from '../../tollgate/terminal';

test.each<[string, NodeJS.ProcessEnv, boolean, boolean]>([
  ['a terminal has colours', {}, true, true],
  ['a pipe has none', {}, false, false],
  ['NO_COLOR switches them off', { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR does not', { NO_COLOR: '' }, true, true],
  ['a dumb terminal has none', { TERM: 'dumb' }, true, false],
  ['FORCE_COLOR switches them on in a pipe', { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR is stronger than NO_COLOR and TERM', { FORCE_COLOR: '3', NO_COLOR: '1', TERM: 'dumb' }, false, true],
  ['FORCE_COLOR=0 switches them off', { FORCE_COLOR: '0' }, true, false],
  ['FORCE_COLOR=false switches them off', { FORCE_COLOR: 'false' }, true, false],
  ['an empty FORCE_COLOR is not set', { FORCE_COLOR: '' }, false, false],
])('%s', (_, environment, terminal, coloured) => {
  expect(isColoured(environment, terminal)).toBe(coloured);
});
