import { families } from '../evasions/corpus';
import { isCurrent, recorded } from './archive';
import { PROVIDER_6 } from './provider-6';
import { recipeOf, recipes } from './recipe';
import { REFUSED } from './refused';

const [family] = families;
const [evasion] = family?.cases ?? [];
if (family === undefined || evasion === undefined) throw new Error('the corpus is empty');

test('a case whose code changed since is refused, with the command that records it', () => {
  const recipe = recipeOf(family.name, { ...evasion, add: `${evasion.add ?? ''}\n# changed` });
  expect(isCurrent(recipe)).toBe(false);
  expect(() => recorded(recipe)).toThrow('changed since its plan was recorded: run `npm run record`');
});

test('a case that is new is refused, with the command that records it', () => {
  expect(() => recorded(recipeOf(family.name, { ...evasion, id: 'new/case' }))).toThrow(
    '"new/case" is not recorded: run',
  );
});

test('each entry that only the recorded provider version refuses has a plan of provider 6', () => {
  const names = Object.keys(REFUSED).filter((name) => REFUSED[name]?.by === 'version');
  expect(Object.keys(PROVIDER_6).sort()).toEqual(names.sort());
});

test('each entry of the list of refusals is in the corpus or a variant', () => {
  const names = new Set(recipes().map(({ name }) => name));
  expect(Object.keys(REFUSED).filter((name) => !names.has(name))).toEqual([]);
});
